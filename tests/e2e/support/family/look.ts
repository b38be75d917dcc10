import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Words that no title and no address of the family's may bear: whoever looks over a shoulder or into a history learns nothing. */
export const TELLING =
  /vigilia|pol[ií]tic|pres[oa]s?\b|preso|deten|detain|prison|case|\bcaso|famil|denunc|report/i;

const seen = new Set<string>();

/**
 * A page as somebody sees it who enlarges four times (320 by 256 of 1280 by 1024): nothing to the side, nothing cut, one heading, the way
 * out before everything else, nothing serious for axe, dull title and address. Judged once however often it comes.
 */
export async function look(page: Page): Promise<void> {
  const where = page.url();
  const title = await page.title();
  expect(title, where).not.toMatch(TELLING);
  expect(title, where).not.toMatch(/\d{3}/);
  expect(new URL(where).pathname + new URL(where).search, where).not.toMatch(TELLING);
  await expect(page.locator("h1"), where).toHaveCount(1);
  const first = page.locator("a, button, input:not([type=hidden]), select, textarea").first();
  expect(await first.getAttribute("href"), `${where}: the way out is first`).toMatch(/\/(salir|leave)$/);
  expect(await beside(page), `${where}: to the side or cut`).toEqual([]);
  const main = (await page.locator("main").innerHTML()).replace(/value="[^"]*"|\d+/g, "");
  if (seen.has(main)) return;
  seen.add(main);
  // What axe sees of a page is the same in both languages, but for the language it names.
  expect((await page.locator("html").getAttribute("lang"))?.slice(0, 2), where).toMatch(/^(es|en)$/);
  if (new URL(where).pathname.startsWith("/en/")) return;
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${where} ${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** How many different pages were judged. */
export const judged = (): number => seen.size;

function beside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const wrong: string[] = document.documentElement.scrollWidth > width ? ["the page scrolls sideways"] : [];
    for (const one of document.querySelectorAll<HTMLElement>("body *")) {
      const { left, right, width: own } = one.getBoundingClientRect();
      const typed = one.matches("input, select, textarea, option, optgroup");
      const cut = !typed && own > 0 && one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1;
      if (own > 0 && (right > width + 0.5 || left < -0.5 || cut)) wrong.push(one.outerHTML.slice(0, 120));
    }
    return wrong;
  });
}
