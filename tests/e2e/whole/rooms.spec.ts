import { execFileSync } from "node:child_process";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "../support/access/http";
import { builtDesk, casePages, crawl, deskPattern } from "../support/hostile/crawl";
import { type SignedIn, signedIn } from "../support/signed-in";

test.describe.configure({ mode: "serial", timeout: 240_000 });

const desk = process.env.E2E_DESK ?? "";
const sessions: Record<string, string> = {};
/** A case that was decided, and one whose decision waits. */
let references: string[] = [];
/** A report that came with a picture. */
let pictured: string[] = [];
/** A figure of others with a copy of its source. */
let copied = "";
/** Two who look alike, and nobody has said whether they are one. */
let paired = "";

test.beforeAll(async () => {
  test.setTimeout(240_000);
  const root = join(import.meta.dirname, "..", "..", "..");
  const script = join(root, "tests/e2e/support/hostile/store.ts");
  const args = ["--import", "tsx", script, process.env.E2E_DATA_DIR ?? "", "plain"];
  const said = execFileSync(process.execPath, args, { cwd: root, encoding: "utf8", maxBuffer: 1e8 });
  ({ references, pictured, copied, paired } = JSON.parse(said.trim().split("\n").at(-1) ?? ""));
  for (const username of ["carmen", "victor", "ines", "lucia", "elena", "abel", "adela"])
    sessions[username] = await signIn(username);
});

const MONTHS = {
  es: /\b\d{1,2} (January|February|April|June|July|August|September|October|November|December)\b|\b(Monday|Tuesday|Yesterday)\b/,
  en: /\b\d{1,2} de (enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b|\b(lunes|martes|ayer)\b/,
};

/** What keeps somebody from reading or using a page: found by axe, or in its words. */
async function readable(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.flatMap(({ id, impact, nodes }) =>
    impact === "serious" || impact === "critical" ? [`${id}: ${nodes[0]?.html.slice(0, 160)}`] : [],
  );
  return [...serious, ...(await worded(page))];
}

/** Wider than its window, another language, a key instead of words. */
async function worded(page: Page): Promise<string[]> {
  const seen = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    wide: document.documentElement.scrollWidth - window.innerWidth,
    headings: document.querySelectorAll("h1").length,
    words: document.querySelector("main")?.textContent ?? "",
    nameless: [...document.querySelectorAll("button")].flatMap((button) =>
      button.textContent?.trim() ? [] : [button.outerHTML.slice(0, 160)],
    ),
  }));
  const foreign = MONTHS[seen.lang.startsWith("en") ? "en" : "es"].exec(seen.words)?.[0];
  const key = /(^|\s)(desk|staff|forms)(-\w+)?\.\w+\.\w+/.exec(seen.words)?.[0];
  return [
    ...(seen.wide > 1 ? [`${seen.wide} px wider than its window`] : []),
    ...seen.nameless.map((button) => `a button without words: ${button}`),
    ...(seen.headings === 1 ? [] : [`${seen.headings} first headings`]),
    ...(foreign ? [`in another language: ${foreign}`] : []),
    ...(key ? [`a key: ${key}`] : []),
    ...(/\{\w+[,}]/.test(seen.words) ? ["a value is missing in a sentence"] : []),
  ];
}

test("every page of the desk can be read: in Spanish on a wide screen, in English on a narrow one", async ({
  browser,
}) => {
  const { carmen = "", victor = "" } = sessions;
  const people = await signedIn(browser, { carmen, victor }, (index) => ({
    locale: index === 0 ? "es" : "en",
    width: index === 0 ? 1280 : 390,
  }));
  const { pages, files } = builtDesk();
  const [decided = "", waits = ""] = references;
  const ofCases = [
    ...casePages(pages).map((page) => `/equipo/casos/${decided}/${page}`),
    ...pictured.map((id) => `/equipo/reportes/${id}`),
    `/equipo/declaraciones/${copied}`,
    ...["", "/unir"].map((page) => `/equipo/duplicados/${paired}${page}`),
    ...[`/equipo/casos/${decided}`, `/equipo/casos/${waits}`, `/equipo/casos/${waits}/decision`],
  ];
  const start = [...pages.filter((page) => !page.includes("[")), ...ofCases];
  const looked = await Promise.all(
    people.map((one, index) =>
      crawl({
        ...{ contexts: [one], origin: desk, patternOf: deskPattern, most: 1, searches: [] },
        // What axe sees of a page is the same in both languages.
        look: index === 0 ? readable : worded,
        start: start.filter((path) => one.may(deskPattern(path))),
        skip: new RegExp(`^(?!/equipo)|\\?|^(${[...files, "/equipo/salir"].join("|")})`),
      }),
    ),
  );
  expect(looked.flatMap(({ hits }) => hits)).toEqual([]);
  for (const [index, one] of people.entries()) {
    const opened = looked[index]?.opened ?? {};
    const theirs = pages.filter((page) => one.may(page));
    expect(theirs.length).toBeGreaterThan(25);
    expect(
      theirs.filter((page) => !opened[page]),
      one.username,
    ).toEqual([]);
  }
});

test("where each role begins can be read, and so can a form with every mistake", async ({ browser }) => {
  const { carmen: _, victor: __, ...others } = sessions;
  const wrong: string[] = [];
  for (const one of await signedIn(browser, others, (index) => ({
    locale: index % 2 ? "en" : "es",
    width: 390,
  })))
    wrong.push(...(await homeOf(one)));
  const [vera] = await signedIn(browser, { ines: sessions.ines ?? "" }, () => ({ locale: "es" }));
  wrong.push(...(await mistakes(vera, "/equipo/casos/nuevo", "#nuevo")));
  wrong.push(...(await mistakes(vera, "/equipo/noche", "form[id]")));
  expect(wrong).toEqual([]);
});

async function homeOf({ username, context }: SignedIn): Promise<string[]> {
  const page = await context.newPage();
  await page.goto(`${desk}/equipo`);
  const found = await readable(page);
  await context.close();
  return found.map((what) => `${username}: ${what}`);
}

/** Sends an empty form; what comes back names each thing to mend, leads to its box, and is as readable as before. */
async function mistakes(one: SignedIn | undefined, path: string, form: string): Promise<string[]> {
  const page = await one?.context.newPage();
  if (!page) return ["nobody"];
  await page.goto(desk + path);
  const button = page.locator(`${form} button[type=submit], ${form} button:not([type])`).last();
  if ((await button.count()) === 0) return [];
  await button.press("Enter");
  await page.locator(`${form} [role=alert]`).first().waitFor();
  const lost = await page
    .locator(`${form} [role=alert] a`)
    .evaluateAll((links) =>
      links.flatMap((link) =>
        document.querySelector(link.getAttribute("href") ?? "x") ? [] : [link.outerHTML],
      ),
    );
  return [...lost, ...(await readable(page))].map((what) => `${path}: ${what}`);
}
