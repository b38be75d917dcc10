import { expect, type Page, type Response, test } from "@playwright/test";
import { judged, look } from "../support/family/look";
import { at, begin, familyPages, locales, onward, openWith, sendShortest } from "../support/family/steps";

// Script is on only for the tool that judges: what the server sends has none.
test.use({ viewport: { width: 320, height: 256 } });
test.describe.configure({ timeout: 240_000 });

/** Every document and everything fetched, whatever was asked: kept by nobody, found by nobody, from nowhere else. */
function watch(page: Page): void {
  page.on("request", (request) => expect(request.url()).toMatch(/^(http:\/\/localhost[:/]|data:)/));
  page.on("response", (response: Response) => {
    if (response.request().resourceType() !== "document") return;
    const headers = response.headers();
    expect(headers["cache-control"], response.url()).toContain("no-store");
    expect(headers["x-robots-tag"], response.url()).toContain("noindex");
    expect(headers["referrer-policy"], response.url()).toMatch(/^(same-origin|no-referrer)$/);
    expect(headers["content-security-policy"] ?? "", response.url()).toContain("script-src 'none'");
  });
}

/** Posts the page's form with what cannot be right, and looks at what comes back. */
async function wrong(page: Page): Promise<boolean> {
  const form = page.locator("main form").last();
  for (const box of await form.locator("input[inputmode=numeric]:visible").all()) await box.fill("x9");
  await onward(page).click();
  await look(page);
  return (await page.title()).startsWith("Error");
}

for (const locale of locales) {
  test(`every page in ${locale}, enlarged four times: without a number, while writing, sent, and come back`, async ({
    page,
  }) => {
    watch(page);
    for (const name of familyPages) {
      await page.goto(at(locale, name));
      await look(page);
    }
    expect((await page.goto(`${at(locale, "tramite")}/nada`))?.status()).toBe(404);
    await look(page);
    await page.goto(at(locale, "tramite"));
    await onward(page).click();
    let errors = (await wrong(page)) ? 1 : 0;

    const code = await begin(page, locale);
    await look(page);
    for (const name of familyPages) {
      await page.goto(at(locale, name));
      await look(page);
      if (name.startsWith("tramite/paso-") && (await page.locator("main form .field").count()) > 0) {
        if (await wrong(page)) errors += 1;
      }
    }
    await openWith(page, locale, `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`);
    await look(page);
    if ((await page.title()).startsWith("Error")) errors += 1;
    expect(errors, "pages with something to mend").toBeGreaterThanOrEqual(4);

    const sent = await begin(page, locale);
    await sendShortest(page, { givenNames: "Wuilmer" });
    await look(page);
    await openWith(page, locale, sent);
    await look(page);
    for (const name of familyPages) {
      await page.goto(at(locale, name));
      await look(page);
    }
  });

  test(`what the framework refuses is a readable page in ${locale}, with the way out: too long, and out of date`, async ({
    page,
  }) => {
    await begin(page, locale);
    await page.goto(at(locale, "tramite/paso-2"));
    await page
      .locator("textarea")
      .first()
      .evaluate((box: HTMLTextAreaElement) => {
        box.value = "a".repeat(1_100_000);
      });
    await onward(page).click();
    await look(page);
    await page.goto(at(locale, "tramite"));
    await page
      .locator("main form input[type=hidden]")
      .first()
      .evaluate((field: HTMLInputElement) => {
        field.name = field.name.replace(/[0-9a-f]{8}$/, "00000000");
      });
    await onward(page).click();
    await look(page);
  });
}

test("all of them were judged", () => expect(judged()).toBeGreaterThan(40));
