import { gzipSync } from "node:zlib";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

const open = process.env.E2E_OPEN ?? "";

// After the journey: there is a balance, and a report in the registry. Script is on only for the tool that judges: the pages have none.

/** Address and most bytes of HTML, compressed. */
const pages: [string, number][] = [
  ["/", 20_000],
  ["/en", 20_000],
  ["/casos", 20_000],
  ["/en/cases", 20_000],
  ["/comparar", 20_000],
  ["/en/compare", 20_000],
  ["/balances", 20_000],
  ["/en/balances", 20_000],
  ["/cambios", 20_000],
  ["/en/changes", 20_000],
  ["/comparar/cuentas", 20_000],
  ["/en/compare/accounts", 20_000],
  ["/cifras", 20_000],
  ["/en/figures", 20_000],
  ["/cifras/detenidas", 20_000],
  ["/en/figures/held?by=sex", 20_000],
  ["/cifras/detenidas?by=stateHeld&house=without", 20_000],
  ["/cifras/paradero-desconocido?by=sex", 20_000],
  ["/cifras/excarcelaciones", 20_000],
  ["/en/figures/releases?by=kind", 20_000],
  ["/cifras/confirmadas", 20_000],
  ["/cifras/no-hay", 4_000],
  ["/datos", 20_000],
  ["/en/data", 20_000],
  ["/datos/diccionario", 20_000],
  ["/en/data/dictionary", 20_000],
  ["/datos/api", 20_000],
  ["/en/data/api", 20_000],
  ["/casos?q=mendes&state=detained&since=2026", 20_000],
  ["/serie", 20_000],
  ["/en/series?kind=restated", 20_000],
  ["/lugares", 20_000],
  ["/en/places?by=stateOfDetention", 20_000],
  ["/lugares/zulia", 20_000],
  ["/en/places/distrito-capital", 20_000],
  ["/lugares/no-hay", 4_000],
  ["/incrustar", 20_000],
  ["/en/embed?view=excarcelaciones&language=es", 20_000],
  ["/e/balance", 4_000],
  ["/en/e/detenidas", 4_000],
  ["/e/no-hay", 4_000],
  ["/metodo", 20_000],
  ["/en/method", 20_000],
  ["/comparar/serie", 20_000],
  ["/en/compare/series?measure=released_in_period&from=2026-01-08", 20_000],
  ["/prensa", 20_000],
  ["/en/press", 20_000],
  ["/glosario", 20_000],
  ["/en/glossary", 20_000],
  ["/acerca", 20_000],
  ["/en/about", 20_000],
  ["/privacidad", 20_000],
  ["/en/privacy", 20_000],
  ["/verificar-sitio", 20_000],
  ["/en/verify-site", 20_000],
  ["/comparar/interior-ministry-rel-2026-01-26", 20_000],
  ["/en/compare/interior-ministry-rel-2026-01-26--foro-penal-rel-2026-01-26-0900", 20_000],
  ["/tramite", 4_000],
  ["/en/procedure", 4_000],
  ["/tramite/preguntas", 4_000],
  ["/tramite/volver", 4_000],
  ["/tramite/perdido", 4_000],
  ["/tramite/telefono", 4_000],
  ["/tramite/direccion", 4_000],
  ["/en/procedure/address", 4_000],
  ["/en/procedure/lost", 4_000],
  ["/en/procedure/phone", 4_000],
  ["/no-hay", 4_000],
];

/** Links that were followed: each is asked once, from whatever page it was met on first. */
const asked = new Set<string>();

for (const [path, most] of pages) {
  test(`${path} is whole without script: one heading, its language, its links, few bytes, nothing in the way of anybody`, async ({
    page,
  }) => {
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(request.url()));
    const answer = await page.goto(`${open}${path}`);
    // With JavaScript on: what makes these pages scriptless is the server, not the visitor's settings.
    expect(fetched.filter((url) => url.includes("/_next/static/chunks"))).toEqual([]);
    expect(fetched.filter((url) => !url.startsWith(`${open}/`))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await looksWhole(page);
    expect(gzipSync((await answer?.body()) ?? "").length).toBeLessThan(most);
    const lang = await page.locator("html").getAttribute("lang");
    expect(lang?.slice(0, 2)).toBe(path.startsWith("/en") ? "en" : "es");
    const links = await page
      .locator("a[href^='/']")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")?.split("#")[0] ?? ""));
    for (const href of links.filter((link) => !asked.has(link))) {
      asked.add(href);
      const found = await page.request.get(`${open}${href}`, { maxRedirects: 0 });
      expect([200, 303], href).toContain(found.status());
    }
  });
}

test("a form with every mistake is as readable as an empty one", async ({ page }) => {
  await page.goto(`${open}/tramite`);
  await page.getByRole("button", { name: "Empezar" }).click();
  await page.getByRole("button", { name: "Seguir" }).click();
  await expect(page).toHaveTitle(/^Error/);
  await looksWhole(page);
  const targets = await page
    .locator("#resumen a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(targets.length).toBeGreaterThan(0);
  for (const target of targets) await expect(page.locator(target)).toHaveCount(1);
});

async function looksWhole(page: Page): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(page.locator("main")).not.toBeEmpty();
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
