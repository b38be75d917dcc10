import { expect, type Page } from "@playwright/test";
import { type Locale, locales } from "@/lib/i18n/locales";
import { href, type PathName, paths } from "@/lib/i18n/paths";

export { locales };

/** Every address of the procedure that shows a page. */
export const familyPages: PathName[] = (Object.keys(paths) as PathName[]).filter(
  (name) => /^tramite(\/|$)/.test(name) && name !== "tramite/recibir" && name !== "tramite/salir",
);

export const at = (locale: Locale, name: PathName) => `${process.env.E2E_OPEN}${href(locale, name)}`;

/** The button that goes on: the last form's first, which is never the one that goes back. */
export const onward = (page: Page) => page.locator("main form").last().getByRole("button").first();

/** From the first page to the number, in whatever language the page is. */
export async function begin(page: Page, locale: Locale): Promise<string> {
  await page.goto(at(locale, "tramite"));
  await onward(page).click();
  for (const name of ["store", "count"]) await page.locator(`[name=${name}][value=yes]`).check();
  await onward(page).click();
  const code = ((await page.locator(".number").textContent()) ?? "").replace(/\D/g, "");
  expect(code, "the number is there before anything is asked").toMatch(/^\d{20}$/);
  return code;
}

/** The three pages that are needed, then straight to sending. Answers with the page that says it arrived. */
export async function sendShortest(
  page: Page,
  words: { givenNames: string; account?: string },
): Promise<void> {
  await onward(page).click();
  await page.locator("[name=givenNames]").fill(words.givenNames);
  await onward(page).click();
  await page.locator("[name=year]").fill("2026");
  await page.locator("[name=precision][value=approximate]").check();
  await page.locator("[name=account]").fill(words.account ?? "");
  await onward(page).click();
  await page.locator("button[name=now]").first().click();
  if (await page.locator("main .part").count()) await onward(page).click();
  await expect(page.locator(".number")).toBeVisible();
}

/** Back in with the number, from the page where it is typed. */
export async function openWith(page: Page, locale: Locale, code: string): Promise<void> {
  await page.goto(at(locale, "tramite/volver"));
  await page.locator("[name=code]").fill(code);
  await onward(page).click();
}
