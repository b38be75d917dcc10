import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { TOTP } from "otpauth";
import { account } from "../operator";

const desk = () => process.env.E2E_DESK ?? "";
const server = join(
  import.meta.dirname,
  ...["..", "..", "..", ".."],
  process.env.VIGILIA_DIST ?? ".next",
  "server",
);
const read = (name: string) => JSON.parse(readFileSync(join(server, name), "utf8"));

interface Built {
  id: string;
  /** A page it can be posted to. */
  page: string;
}

/** Every address of the desk in the build, as a browser would ask for it. */
export const builtPages = (): string[] =>
  Object.keys(read("app-paths-manifest.json"))
    .filter((page) => page.startsWith("/equipo") || page.startsWith("/api/auth"))
    .map((page) => page.replace(/\/(page|route)$/, ""))
    .sort();

/** Every action of the desk in the build, by the folder under app/equipo of its file and its name. */
export function builtActs(): Map<string, Built> {
  const manifest: Record<
    string,
    { workers: Record<string, unknown>; filename: string; exportedName: string }
  > = read("server-reference-manifest.json").node;
  return new Map(
    Object.entries(manifest).flatMap(([id, { workers, filename, exportedName }]) => {
      const page = Object.keys(workers).find((one) => one.startsWith("app/equipo"));
      if (!page) return [];
      const key = filename.replace(/^app\/equipo\/(.*)\/[^/]+$/, "$1");
      return [[`${key}#${exportedName}`, { id, page: page.slice(3).replace(/\/page$/, "") }]];
    }),
  );
}

export interface Answer {
  status: number;
  location: string;
  body: string;
  cookies: string[];
  /** Where an action that was done leads, or its status. */
  leads: string;
}

async function ask(path: string, init: RequestInit): Promise<Answer> {
  const answer = await fetch(`${desk()}${path}`, { ...init, redirect: "manual" });
  return {
    status: answer.status,
    location: answer.headers.get("location") ?? "",
    body: await answer.text(),
    cookies: answer.headers.getSetCookie(),
    leads: answer.headers.get("x-action-redirect")?.split(";")[0] ?? String(answer.status),
  };
}

/** Ways of asking for one page: as a document, and as the parts a browser with script asks for. */
export const WAYS = {
  document: {},
  parts: { RSC: "1" },
  prefetch: { RSC: "1", "Next-Router-Prefetch": "1" },
  segment: { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" },
} as const;
export type Way = keyof typeof WAYS;

/** Asks for a page; where the framework sends parts to an address of their own, there. */
export async function get(path: string, cookie: string, way: Way = "document"): Promise<Answer> {
  const headers = { ...WAYS[way], cookie };
  const first = await ask(path, { headers });
  return first.status === 307 && /[?&]_rsc/.test(first.location) && !first.location.includes("/entrar")
    ? ask(first.location, { headers })
    : first;
}

/** Posts an action as a browser with script does, with the fields of its form; `answer` is what the form would show, or where it leads. */
export async function act(
  { id, page }: Built,
  cookie: string,
  form: Record<string, string>,
  args = '[{"state":"new"},"$K1"]',
): Promise<Answer & { answer: string }> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) body.append(`_1_${name}`, value);
  body.append("0", args);
  const path = page.replaceAll(/\[[^\]]+\]/g, "7ZZZ-99");
  const headers = { Origin: desk(), "Next-Action": id, Accept: "text/x-component", cookie };
  const answer = await ask(path, { method: "POST", body, headers });
  const [, state = "", code = ""] = /"state":"(\w+)"(?:,"code":"(\w+)")?/.exec(answer.body) ?? [];
  return { ...answer, answer: state === "refused" ? code : state || answer.leads };
}

/**
 * Signs in through the door as a form without script does; the cookies it answers, of which there are none when it does not open.
 * The code before this one still opens, and leaves the present one to the tests that follow; where a test has used them, the next.
 */
export async function signIn(username: string, wrong: { totp?: string } = {}): Promise<string> {
  const totp = new TOTP({ secret: account(username).totpSecret });
  if (wrong.totp) return enter(username, wrong.totp);
  const before = await enter(username, totp.generate({ timestamp: Date.now() - 30_000 }));
  if (opens(before)) return before;
  const now = await enter(username, totp.generate());
  if (opens(now)) return now;
  await setTimeout(totp.remaining() + 200);
  return enter(username, totp.generate());
}

const opens = (cookies: string) => cookies.includes("equipo=");

async function enter(username: string, totp: string): Promise<string> {
  const door = await ask("/equipo/entrar", {});
  const before = door.body.slice(0, door.body.indexOf('name="username"'));
  const action = [...before.matchAll(/\$ACTION_ID_[0-9a-f]+/g)].at(-1)?.[0] ?? "";
  const body = new FormData();
  const { password } = account(username);
  for (const [name, value] of Object.entries({ [action]: "", username, passphrase: password, totp }))
    body.append(name, value);
  const { cookies } = await ask("/equipo/entrar", { method: "POST", body, headers: { Origin: desk() } });
  return cookies.map((one) => one.split(";")[0]).join("; ");
}

/** The token that the forms of this session carry. */
export async function tokenOf(cookie: string): Promise<string> {
  const { body } = await get("/equipo/cuenta", cookie);
  return /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? "";
}
