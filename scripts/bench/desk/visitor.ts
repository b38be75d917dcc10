import { randomBytes } from "node:crypto";
import { TOTP } from "otpauth";
import type { StaffActor, StaffRole } from "@/lib/auth/actor";
import { addStaff } from "@/lib/auth/staff";
import { newTotpSecret } from "@/lib/auth/totp";

/** Somebody signed in over HTTP as a form without script does; asks for pages and says what each took. */
export interface Visitor {
  ask(path: string): Promise<{ took: number; bytes: number; body: string }>;
}

/** A newcomer to the team, since a code of the second factor works once and nobody opens more than so many identities an hour. */
export async function newVisitor(
  desk: string,
  inviter: StaffActor,
  role: StaffRole = "coordinator",
): Promise<Visitor> {
  const username = `banca-${randomBytes(4).toString("hex")}`;
  const [passphrase, totpSecret] = [randomBytes(18).toString("base64url"), newTotpSecret()];
  await addStaff(inviter, { username, role, passphrase, totpSecret }, () => new Date());
  const door = await (await fetch(`${desk}/equipo/entrar`)).text();
  const before = door.slice(0, door.indexOf('name="username"'));
  const action = [...before.matchAll(/\$ACTION_ID_[0-9a-f]+/g)].at(-1)?.[0] ?? "";
  const body = new FormData();
  const totp = new TOTP({ secret: totpSecret }).generate();
  for (const [name, value] of Object.entries({ [action]: "", username, passphrase, totp }))
    body.append(name, value);
  const entered = await fetch(`${desk}/equipo/entrar`, {
    method: "POST",
    body,
    headers: { Origin: desk },
    redirect: "manual",
  });
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  if (!cookie.includes("=")) throw new Error(`the door did not open: ${entered.status}`);
  return {
    async ask(path) {
      const begun = performance.now();
      const answer = await fetch(`${desk}${path}`, { headers: { cookie }, redirect: "manual" });
      const text = await answer.text();
      const took = performance.now() - begun;
      if (answer.status !== 200 || !/<h1[\s>]/.test(text))
        throw new Error(`${path} answers ${answer.status}`);
      return { took, bytes: Buffer.byteLength(text), body: text };
    },
  };
}
