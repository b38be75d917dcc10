import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { population, populationFile } from "../../../scripts/demo/population";
import {
  type Answer,
  act,
  builtActs,
  builtPages,
  get,
  signIn,
  tokenOf,
  WAYS,
  type Way,
} from "../support/access/http";
import { OPEN, PAGES } from "../support/access/rooms";
import { ACTS, OPEN_ACTS } from "../support/access/table";
import { vigilia } from "../support/operator";

test.describe.configure({ mode: "serial", timeout: 240_000 });

const ROOT = join(import.meta.dirname, "..", "..", "..");
const CANARIES = ["Centinela", "Zoraida", "Abreu"];
const WHO = { I: "ines", V: "vera", L: "lucia", C: "carlos", E: "elena", A: "abel", X: "adela" } as const;
type Letter = keyof typeof WHO;
const LETTERS = Object.keys(WHO) as Letter[];
const ways = Object.keys(WAYS) as Way[];

const cookies: Record<string, string> = {};
const tokens: Record<string, string> = {};
const real: Record<string, string> = { id: "00000000-0000-7000-8000-000000000000" };

/** What the family and staff would do, or an hour on the clock: beneath the pages, in a process of its own. */
function underneath(what: string, given: string): Record<string, string> {
  const script = join(ROOT, "tests/e2e/support/access/underneath.ts");
  const args = ["--import", "tsx", script, process.env.E2E_DATA_DIR ?? "", what, given];
  return JSON.parse(
    execFileSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" }).trim().split("\n").at(-1) ?? "",
  );
}

/** Four at a time, as many as a small server answers without queueing. */
async function each<Item>(items: Item[], run: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await run(item);
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}

const shows = (body: string) => CANARIES.filter((name) => body.includes(name));

/** Addresses of one page: about something real, and about what never was. */
function addresses(page: string): { path: string; exists: boolean }[] {
  const { here, gone } = PAGES[page] ?? {};
  const filled = (value: string) => page.replaceAll(/\[[^\]]+\]/g, value);
  if (!here && !gone) return [{ path: page, exists: true }];
  return [
    ...(here ? [{ path: filled(real[here] ?? here), exists: true }] : []),
    ...(gone ? [{ path: filled(real[gone] ?? gone), exists: false }] : []),
  ];
}

test.beforeAll(async () => {
  const file = join(mkdtempSync(join(tmpdir(), "vigilia-matriz-")), "registry.jsonl");
  const text = populationFile(population(2)).replace('"source":"demo"', '"source":"matriz"');
  const named = text
    .replaceAll(/"givenNames":"[^"]*"/g, '"givenNames":"Zoraida"')
    .replaceAll(/"surnames":"[^"]*"/g, '"surnames":"Centinela"');
  writeFileSync(file, named);
  vigilia("import-registry", file, "--as", "carmen", "--second", "carlos");
  Object.assign(real, underneath("report", '{"givenNames":"Zoraida","surnames":"Abreu"}'));
  await Promise.all(
    [...Object.values(WHO), "victor", "carmen"].map(async (username) => {
      cookies[username] = await signIn(username);
      tokens[username] = await tokenOf(cookies[username] ?? "");
    }),
  );
  underneath("stale", "carmen");
});

test("every address and every act of the build stands in the matrix, and nothing else does", () => {
  expect(builtPages()).toEqual([...Object.keys(PAGES), ...OPEN].sort());
  expect([...builtActs().keys()].sort()).toEqual([...Object.keys(ACTS), ...OPEN_ACTS].sort());
});

/** What was answered, in one word. Parts of a page are sent as they are made: what is not there is said inside them. */
function outcome({ status, location, body }: Answer): "shown" | "nothing" | "door" | "home" | "other" {
  if (status === 307) return location.startsWith("/equipo/entrar") ? "door" : "home";
  if (status === 401 || status === 404 || body.includes("NEXT_HTTP_ERROR_FALLBACK;404")) return "nothing";
  if (body.includes("NEXT_REDIRECT")) return body.includes("/equipo/entrar") ? "door" : "home";
  return status === 200 ? "shown" : "other";
}

/** What is fetched ahead is the frame and no page, so that only names matter in it. */
const isWhole = (way: Way) => way === "document" || way === "parts";

/** Every way of asking for every address. */
const everyWay = () =>
  Object.keys(PAGES).flatMap((page) =>
    addresses(page).flatMap(({ path, exists }) =>
      ways.filter((way) => exists || way === "document").map((way) => ({ page, path, exists, way })),
    ),
  );

test("each role opens what it is for, in every way of asking, and elsewhere there is nothing", async () => {
  const wrong: string[] = [];
  const asked = everyWay()
    .flatMap((one) => LETTERS.map((letter) => ({ ...one, letter })))
    .filter(({ page, letter, way }) => isWhole(way) || !PAGES[page]?.who.includes(letter));
  await each(asked, async ({ page, path, exists, letter, way }) => {
    const { who = "", names } = PAGES[page] ?? {};
    const may = who.includes(letter);
    const answer = await get(path, cookies[WHO[letter]] ?? "", way);
    const expected = may && exists ? "shown" : page === "/equipo" ? "home" : "nothing";
    const seen = shows(answer.body);
    if ((isWhole(way) && outcome(answer) !== expected) || (seen.length > 0 && !(may && names)))
      wrong.push(`${letter} ${way} ${path}: ${answer.status} ${outcome(answer)} ${seen}`);
  });
  expect(wrong).toEqual([]);
});

test("nobody, a session that ended, one nobody made and a first factor alone open nothing", async () => {
  expect(await signIn("lucia", { totp: "000000" })).not.toContain("equipo=");
  const ended = await signIn("andres");
  const leave = builtActs().get("salir#leave");
  if (!leave) throw new Error("no way out");
  const endedToken = await tokenOf(ended);
  expect((await act(leave, ended, { csrf: endedToken }, '["$K1"]')).answer).toBe("/equipo/salir");
  const forged = (cookies.carlos ?? "").replace(/equipo=[^;]*/, `equipo=${"A".repeat(120)}`);
  const outs = { nobody: "", ended, forged };
  const wrong: string[] = [];
  const asked = everyWay().flatMap((one) =>
    Object.entries(outs).map(([who, cookie]) => ({ ...one, who, cookie })),
  );
  await each(asked, async ({ page, path, who, cookie, way }) => {
    const answer = await get(path, cookie, way);
    const expected = /\/(sello|datos|copias|original|recibir)$/.test(page) ? "nothing" : "door";
    if ((isWhole(way) && outcome(answer) !== expected) || shows(answer.body).length > 0)
      wrong.push(`${who} ${way} ${path}: ${answer.status} ${outcome(answer)} ${shows(answer.body)}`);
  });
  await each(Object.entries(ACTS), async ([name, { form }]) => {
    const built = builtActs().get(name);
    if (!built) return;
    for (const [who, cookie] of Object.entries(outs)) {
      const csrf = (who === "ended" ? endedToken : tokens.carlos) ?? "";
      const { answer, body: shown } = await act(built, cookie, { csrf, ...form });
      if (answer !== "not_signed_in" || shows(shown).length > 0) wrong.push(`${who} ${name}: ${answer}`);
    }
  });
  expect(wrong).toEqual([]);
});

test("each role does what it is for; a grave act wants a fresh factor; a token of another session does nothing", async () => {
  const wrong: string[] = [];
  await each(Object.entries(ACTS), async ([name, { who, form, fresh }]) => {
    const built = builtActs().get(name);
    if (!built) return;
    for (const letter of LETTERS) {
      const [cookie = "", csrf = ""] = [cookies[WHO[letter]], tokens[WHO[letter]]];
      const mine = await act(built, cookie, { csrf, ...form });
      const isRight = !who.includes(letter)
        ? mine.answer === "not_permitted"
        : fresh
          ? mine.answer === "step_up_needed"
          : !["not_permitted", "invalid", "done", "not_signed_in", "step_up_needed", "200", "500"].includes(
              mine.answer,
            );
      if (!isRight || shows(mine.body).length > 0)
        wrong.push(`${letter} ${name}: ${mine.answer} ${mine.body.slice(0, 200)}`);
      const theirs = await act(built, cookie, { csrf: tokens.carmen ?? "", ...form });
      if (theirs.answer !== "not_permitted")
        wrong.push(`${letter} ${name} with a token of Carmen's: ${theirs.answer}`);
    }
  });
  expect(wrong).toEqual([]);
});

test("whoever is given another role in the middle of a session has that one from the next request on", async () => {
  const give = builtActs().get("personas#giveRole");
  const take = builtActs().get("casos/[reference]#takeOne");
  if (!give || !take) throw new Error("no such act");
  const [victor = "", csrf = ""] = [cookies.victor, tokens.victor];
  const path = `/equipo/casos/${real.reference}`;
  const become = (role: string) =>
    act(give, cookies.carmen ?? "", { csrf: tokens.carmen ?? "", username: "victor", role });
  expect(shows((await get(path, victor)).body)).toEqual(["Centinela", "Zoraida"]);
  try {
    expect((await become("auditor")).answer).toBe("/equipo/personas?hecho=role");
    for (const way of ways) {
      const answer = await get(path, victor, way);
      expect(shows(answer.body), way).toEqual([]);
      if (isWhole(way)) expect(outcome(answer), way).toBe("nothing");
    }
    expect((await get("/equipo/auditoria", victor)).status).toBe(200);
    expect((await act(take, victor, { csrf, ...ACTS["casos/[reference]#takeOne"]?.form })).answer).toBe(
      "not_permitted",
    );
  } finally {
    await become("vetter");
  }
  expect((await get("/equipo/auditoria", victor)).status).toBe(404);
});
