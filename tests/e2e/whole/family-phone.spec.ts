import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import { heldOnDisk } from "../support/family/disk";
import { TELLING } from "../support/family/look";
import { at, begin, openWith, sendShortest } from "../support/family/steps";

test.describe.configure({ timeout: 240_000 });

const NAME = "Yusneidy Canaria";
const WORDS = "palabras canarias de la gorra roja";
const ANSWER = "respuesta canaria del martes";
/** Typed on somebody else's page, which forbids nothing: what a phone keeps of it shows that the search finds what is kept. */
const ELSEWHERE = "canario de otra página";

const profiles: string[] = [];
let elsewhere: Server;
test.beforeAll(async () => {
  elsewhere = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(
      `<title>Otra página</title><form method="post"><textarea name="words"></textarea><button>Enviar</button></form>`,
    );
  });
  await new Promise<void>((listens) => elsewhere.listen(0, "127.0.0.1", listens));
});
test.afterAll(() => {
  elsewhere.close();
  for (const one of profiles) rmSync(one, { recursive: true, force: true });
});

/** A phone with a profile on disk and everything a browser keeps switched on, also its cache of pages gone back to. */
async function phone(profile: string, cookies: boolean): Promise<BrowserContext> {
  mkdirSync(join(profile, "Default"));
  const preferences = { profile: { default_content_setting_values: { cookies: cookies ? 1 : 2 } } };
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify(preferences));
  return chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--disable-background-networking", "--no-sandbox"],
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    locale: "es-VE",
  });
}

async function journey(page: Page): Promise<string> {
  const code = await begin(page, "es");
  await sendShortest(page, { givenNames: NAME, account: WORDS });
  await openWith(page, "es", code);
  await expect(page.locator(".stage")).toBeVisible();
  await page.locator("textarea[name=words]").fill(ANSWER);
  await page
    .locator("form", { has: page.locator("textarea[name=words]") })
    .getByRole("button")
    .click();
  await page.waitForLoadState();
  return code;
}

/**
 * Everything three steps back from the page they left to, as the browser itself shows it: from the server, from what it kept, or with its
 * own page about a form that would be posted again.
 */
async function goneBack(context: BrowserContext, page: Page): Promise<string> {
  const browser = await context.newCDPSession(page);
  await browser.send("Page.enable");
  const kept: string[] = [];
  browser.on("Page.frameNavigated", ({ type, frame }) => {
    if (type === "BackForwardCacheRestore") kept.push(frame.url);
  });
  let shown = "";
  for (let step = 1; step <= 3; step++) {
    const { entries, currentIndex } = await browser.send("Page.getNavigationHistory");
    const entry = entries[currentIndex - 1];
    if (!entry) throw new Error("there is nothing to go back to");
    await browser.send("Page.navigateToHistoryEntry", { entryId: entry.id });
    await expect(async () => {
      const { result } = await browser.send("Runtime.evaluate", {
        expression: "document.readyState === 'complete' && document.body.innerText + location.href",
      });
      const history = await browser.send("Page.getNavigationHistory");
      expect(history.currentIndex).toBe(currentIndex - 1);
      expect(result.value, "a page that stands there whole").not.toBe(false);
      shown += String(result.value);
    }).toPass();
  }
  expect(kept, "pages the browser had kept ready").toEqual([]);
  return shown;
}

for (const kind of ["keeps cookies", "refuses cookies"]) {
  test(`a phone that ${kind} holds no word and no number after the way out, and whoever goes back finds nothing`, async () => {
    const profile = mkdtempSync(join(tmpdir(), "vigilia-phone-"));
    profiles.push(profile);
    const context = await phone(profile, kind === "keeps cookies");
    const page = context.pages()[0] ?? (await context.newPage());
    const titles: string[] = [];
    page.on("load", async () => titles.push(`${page.url()} ${await page.title().catch(() => "")}`));

    const address = elsewhere.address();
    await page.goto(`http://localhost:${address && typeof address === "object" ? address.port : 0}/`);
    await page.locator("textarea").fill(ELSEWHERE);
    const code = await journey(page);
    await page.locator("a.exit").click();
    await expect(page).toHaveURL(process.env.E2E_EXIT ?? /wikipedia/);
    expect(await context.cookies()).toEqual([]);
    const shown = await goneBack(context, page);
    for (const word of [NAME, WORDS, ANSWER, code.slice(0, 4), code.slice(4, 8)])
      expect(shown).not.toContain(word);
    if (kind === "keeps cookies") expect(shown).toContain("La consulta terminó");
    await page.goto(at("es", "tramite/salir"));
    expect(titles.length).toBeGreaterThan(5);
    for (const one of titles.filter((title) => title.startsWith(process.env.E2E_OPEN ?? "")))
      expect(one).not.toMatch(TELLING);
    await context.close();

    expect(
      heldOnDisk(profile, [ELSEWHERE]).length,
      "what a page elsewhere lets the phone keep is found",
    ).toBeGreaterThan(0);
    const groups = code.match(/\d{4}/g) ?? [];
    const cached = heldOnDisk(join(profile, "Default", "Cache"), ["/tramite"]);
    expect(cached, "no page of these lies in the cache").toEqual([]);
    const held = heldOnDisk(profile, [
      NAME,
      WORDS,
      ANSWER,
      code,
      groups.join(" "),
      groups.slice(0, 2).join(" "),
    ]);
    // A browser that refuses every cookie keeps the forms it would have to post again among its open windows: no page can forbid it.
    const windows = kind === "refuses cookies" ? `${join("Default", "Sessions")}` : "nowhere";
    expect(held.filter((path) => !path.includes(windows))).toEqual([]);
  });
}
