import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { type Browser, expect, test } from "@playwright/test";
import { signIn } from "../support/access/http";
import { builtDesk, type Crawl, casePages, crawl, deskPattern } from "../support/hostile/crawl";
import { inspect, watch } from "../support/hostile/detect";
import { CODES, SEARCHES, WRITTEN } from "../support/hostile/fields";
import { PAYLOADS } from "../support/hostile/payloads";
import { Shown } from "../support/hostile/shown";
import { changeOver, signedIn } from "../support/signed-in";

/** What people wrote is shown as they wrote it and never does anything. `WRITTEN=whole` (npm run proof:xss): every text in every field. */
const whole = process.env.WRITTEN === "whole";
test.describe.configure({ mode: "serial", timeout: whole ? 3_600_000 : 120_000 });

const ROOT = join(import.meta.dirname, "..", "..", "..");
const open = process.env.E2E_OPEN ?? "";
const desk = process.env.E2E_DESK ?? "";
const searches = PAYLOADS.filter(({ sink, text }) => sink === "attribute" || text.includes("script")).map(
  ({ text }) => text,
);

const known = new Set([...Object.values(WRITTEN).flatMap(Object.keys), ...CODES, ...SEARCHES]);

/** What an operator writes once for the whole installation. */
const ONCE = ["site.organisation"];

let stored: {
  references: string[];
  codes: string[];
  drafts: string[];
  imported: string[];
  pictured: string[];
  copied: string;
  paired: string;
  readers: string[];
  counts: Record<string, number>;
  unfinished: string[];
};
const sessions: Record<string, string> = {};

test.beforeAll(async () => {
  test.setTimeout(whole ? 3_600_000 : 240_000);
  const script = join(ROOT, "tests/e2e/support/hostile/store.ts");
  const args = ["--import", "tsx", script, process.env.E2E_DATA_DIR ?? "", whole ? "whole" : "short"];
  const said = execFileSync(process.execPath, args, { cwd: ROOT, encoding: "utf8", maxBuffer: 1e8 });
  stored = JSON.parse(said.trim().split("\n").at(-1) ?? "");
  if (!whole) for (const username of ["carmen", "carlos"]) sessions[username] = await signIn(username);
});

test("the detector bites: injected as it is, every kind of text is seen", async ({ browser }) => {
  const context = await browser.newContext({ bypassCSP: true, baseURL: desk });
  const page = await context.newPage();
  const { hits } = await watch(page);
  await page.route(/x7c|x7\.invalid/, (route) => route.fulfill({ body: "" }));
  const able = PAYLOADS.filter(({ sink }) => sink !== "none");
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(300);
  expect(new Set(PAYLOADS.map(({ text }) => text)).size).toBe(PAYLOADS.length);
  const missed: string[] = [];
  for (const { text, sink } of able.filter((_, index) => whole || index % 9 === 0)) {
    hits.length = 0;
    await page.goto("/healthz");
    const said = text.replaceAll('"', sink === "attribute" && text.startsWith("'") ? "" : '"');
    const shapes = {
      html: text,
      attribute: text.startsWith("'") ? `<input value='${said}'>` : `<input value="${text}">`,
      script: `<script>var kept = ${text.startsWith("';") ? `'${text}'` : `"${text}"`};</script>`,
      address: `<a href="${text.replaceAll('"', "&quot;")}">x7</a>`,
      none: "",
    };
    await page.setContent(`<!doctype html><main>${shapes[sink]}</main>`, { waitUntil: "load" });
    const found = await inspect(page).catch((error: Error) => [error.message]);
    if (hits.length + found.length === 0) await page.waitForTimeout(150);
    if (hits.length + found.length === 0) missed.push(`${sink}: ${text}`);
  }
  expect(missed).toEqual([]);
  await context.close();
});

/** Who reads: two who stay or, when everything is read, three places at which one reader follows another. */
async function readers(browser: Browser, bypassCSP: boolean): Promise<Crawl["contexts"]> {
  const reading = (index: number) => ({ bypassCSP, locale: index % 2 === 1 ? "en" : "es" }) as const;
  if (!whole) return signedIn(browser, sessions, reading);
  const half = stored.readers.filter((_, index) => index % 2 === (bypassCSP ? 0 : 1));
  const rows = [0, 1, 2].map((row) => {
    const role = row === 2 ? "v" : "c";
    return half.filter((name, index) => name.startsWith(role) && (row === 2 || index % 2 === row));
  });
  const first: Record<string, string> = {};
  for (const row of rows) {
    const name = row.shift() ?? "";
    first[name] = await signIn(name);
  }
  const signed = await signedIn(browser, first, reading);
  return signed.map((one, index) => ({ ...one, next: () => changeOver(one.context, rows[index] ?? []) }));
}

for (const bypassCSP of [true, false]) {
  test(`every page of the desk shows it and nothing happens, ${bypassCSP ? "with the policy removed" : "and the policy has nothing to forbid"}`, async ({
    browser,
  }) => {
    const contexts = await readers(browser, bypassCSP);
    const { pages, files } = builtDesk();
    const cases = stored.references.slice(0, bypassCSP || whole ? undefined : 1);
    const under = whole ? casePages(pages) : ["historia", "linea", "evidencia"];
    const start = [
      ...pages.filter((page) => !page.includes("[")),
      `/equipo/declaraciones/${stored.copied}`,
      ...["", "/unir"].map((page) => `/equipo/duplicados/${stored.paired}${page}`),
      ...stored.pictured.map((id) => `/equipo/reportes/${id}`),
      ...[...cases, ...stored.imported].map((reference) => `/equipo/casos/${reference}`),
      ...cases
        .slice(0, whole ? undefined : 2)
        .flatMap((reference) => under.map((page) => `/equipo/casos/${reference}/${page}`)),
    ];
    const shown = new Shown();
    const { hits, opened, boxes } = await crawl({
      ...{ contexts, origin: desk, start, patternOf: deskPattern, searches },
      most: whole ? 120 : bypassCSP ? 2 : 1,
      mostAsked: whole ? 40 : bypassCSP ? 2 : 1,
      look: whole ? (page) => shown.look(page) : inspect,
      skip: new RegExp(`^(?!/equipo)|^(${[...files, "/equipo/salir"].join("|")})`),
    });
    if (whole) console.log(shown.table(opened));
    expect(hits).toEqual([]);
    expect(boxes.filter((name) => !known.has(name))).toEqual([]);
    expect(pages.filter((page) => !opened[page] && page !== "/equipo/salir")).toEqual([]);
    if (whole) expect(shown.missing()).toEqual([]);
    await Promise.all(contexts.map(({ context }) => context.close()));
  });
}

test("every box of words was written to, by every text that fits it when the proof is whole", () => {
  const slots = Object.keys(stored.counts);
  const listed = new Set(Object.values(WRITTEN).flatMap((names) => Object.values(names)));
  expect(
    [...listed].filter((slot) => !slots.some((one) => one === slot || one.startsWith(`${slot}.`))),
  ).toEqual([]);
  if (!whole) return;
  const dealt = Object.values(stored.counts).reduce((sum, count) => sum + count, 0);
  console.log(`${stored.references.length} cases; ${dealt} texts over ${slots.length} boxes`);
  expect(stored.unfinished.filter((slot) => !ONCE.includes(slot))).toEqual([]);
});

test("what the public reads of it does nothing either", async ({ browser }) => {
  for (const bypassCSP of [true, false]) {
    const context = await browser.newContext({ bypassCSP });
    const { hits, opened } = await crawl({
      contexts: [{ context, may: () => true }],
      origin: open,
      start: ["/", "/en", "/comparar/x7-0", "/en/compare/x7-1", "/cambios", "/casos"],
      patternOf: (path) =>
        new URL(path, open).pathname.replace(
          /(casos|cases|balances|comparar|compare|cifras|figures|lugares|places|\/e)\/.+/,
          "$1/…",
        ),
      most: bypassCSP ? (whole ? 100 : 3) : 1,
      look: inspect,
      searches,
      skip: /^\/(api|tramite|en\/procedure)|\.(csv|json|zip|xml|txt|png)(\?|$)/,
    });
    expect(hits).toEqual([]);
    expect(Object.keys(opened).length).toBeGreaterThan(10);
    await context.close();
  }
});

test("what a family wrote comes back to it as text", async ({ browser }) => {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const { hits } = await watch(page);
  const found: string[] = [];
  const back = async (code: string) => {
    await page.goto(`${open}/tramite/volver`);
    await page.locator("[name=code]").fill(code);
    await page.locator("form:has([name=code]) button").first().click();
    found.push(...(await inspect(page)));
  };
  const some = whole ? 20 : 2;
  for (const code of stored.drafts.slice(0, some)) {
    await back(code);
    for (const step of ["paso-1", "paso-2", "paso-3", "paso-4", "paso-5", "paso-7", "paso-8", "paso-9"]) {
      await page.goto(`${open}/tramite/${step}`);
      found.push(...(await inspect(page)));
    }
  }
  for (const code of stored.codes.slice(0, some)) await back(code);
  expect([...found, ...hits]).toEqual([]);
  await context.close();
});
