import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StaffActor } from "@/lib/auth/actor";
import { actorFor } from "@/lib/auth/sign-in";
import { addStaff } from "@/lib/auth/staff";
import { newTotpSecret } from "@/lib/auth/totp";
import { wallClock } from "@/lib/core/clock";
import type { DemoAccount } from "../../../support/server";

const fileOf = (dataDir: string) => join(dataDir, "demo-accounts.json");
const accountsOf = (dataDir: string): DemoAccount[] => JSON.parse(readFileSync(fileOf(dataDir), "utf8"));

/** Takes on people who only read, two coordinators for each vetter, and leaves their sign-ins beside the others; answers their names. */
export async function addReaders(inviter: StaffActor, dataDir: string, many: number): Promise<string[]> {
  const known = accountsOf(dataDir);
  const fresh = Array.from({ length: many }, (_, index): DemoAccount => {
    const role = index % 3 === 2 ? "vetter" : "coordinator";
    const username = `${role.slice(0, 1)}-${Date.now().toString(36)}-${index}`;
    return { username, role, password: `lee y no escribe ${username}`, totpSecret: newTotpSecret() };
  });
  for (const { username, password, role, totpSecret } of fresh)
    await addStaff(
      { ...inviter, factorAt: wallClock() },
      { username, passphrase: password, role: role === "vetter" ? "vetter" : "coordinator", totpSecret },
      wallClock,
    );
  writeFileSync(fileOf(dataDir), `${JSON.stringify([...known, ...fresh], null, 2)}\n`, { mode: 0o600 });
  return fresh.map(({ username }) => username);
}

/** Takes as many coordinators out of `readers` and answers them as actors of commands. */
export function openersOf(many: number, readers: string[], dataDir: string): Promise<StaffActor[]> {
  const openers = accountsOf(dataDir)
    .filter(({ username, role }) => role === "coordinator" && readers.includes(username))
    .slice(0, many);
  for (const { username } of openers) readers.splice(readers.indexOf(username), 1);
  return Promise.all(openers.map(({ username, password }) => actorFor(username, password, wallClock)));
}
