import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { signIn } from "../support/access/http";
import { builtDesk, crawl, deskPattern } from "../support/hostile/crawl";
import { inspect, watch } from "../support/hostile/detect";
import { CODES, SEARCHES, WRITTEN } from "../support/hostile/fields";
import { PAYLOADS } from "../support/hostile/payloads";
import { signedIn } from "../support/signed-in";

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
  counts: Record<string, number>;
  unfinished: string[];
};
const sessions: Record<string, string> = {};

test.beforeAll(async () => {
  const script = join(ROOT, "tests/e2e/support/hostile/store.ts");
  const args = ["--import", "tsx", script, process.env.E2E_DATA_DIR ?? "", whole ? "whole" : "short"];
  const said = execFileSync(process.execPath, args, { cwd: ROOT, encoding: "utf8", maxBuffer: 1e8 });
  stored = JSON.parse(said.trim().split("\n").at(-1) ?? "");
  for (const username of whole ? ["carmen", "carlos", "vera", "victor", "ines"] : ["carmen", "carlos"])
    sessions[username] = await signIn(username);
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

for (const bypassCSP of [true, false]) {
  test(`every page of the desk shows it and nothing happens, ${bypassCSP ? "with the policy removed" : "and the policy has nothing to forbid"}`, async ({
    browser,
  }) => {
    const contexts = await signedIn(browser, sessions, (index) => ({
      bypassCSP,
      locale: index % 2 === 1 ? "en" : "es",
    }));
    const { pages, files } = builtDesk();
    const cases = stored.references.slice(0, bypassCSP ? undefined : 1);
    const start = [
      ...pages.filter((page) => !page.includes("[")),
      ...cases.map((reference) => `/equipo/casos/${reference}`),
      ...cases.slice(0, whole ? 30 : 2).map((reference) => `/equipo/casos/${reference}/historia`),
      ...cases.slice(0, whole ? 30 : 2).map((reference) => `/equipo/casos/${reference}/linea`),
    ];
    const most = bypassCSP ? (whole ? 40 : 2) : 1;
    const { hits, opened, boxes } = await crawl({
      ...{ contexts, origin: desk, start, patternOf: deskPattern, most, look: inspect, searches },
      skip: new RegExp(`^(?!/equipo)|^(${[...files, "/equipo/salir"].join("|")})`),
    });
    expect(hits).toEqual([]);
    expect(boxes.filter((name) => !known.has(name))).toEqual([]);
    expect(pages.filter((page) => !opened[page] && page !== "/equipo/salir")).toEqual([]);
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
        new URL(path, open).pathname.replace(/(casos|cases|balances|comparar|compare)\/.+/, "$1/…"),
      most: bypassCSP ? (whole ? 100 : 3) : 1,
      look: inspect,
      searches,
      skip: /^\/(api|tramite|en\/procedure)/,
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
