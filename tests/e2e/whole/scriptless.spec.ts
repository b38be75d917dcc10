import { expect, test } from "@playwright/test";

const open = process.env.E2E_OPEN ?? "";

// With JavaScript on: what makes these pages scriptless is the server, not the visitor's settings.
for (const path of [
  "/",
  "/en",
  "/casos",
  "/datos",
  "/datos/api",
  "/en/data/dictionary",
  "/metodo",
  "/comparar",
  "/en/compare",
  "/balances",
  "/cifras",
  "/cifras/detenidas",
  "/serie",
  "/en/places",
  "/lugares/zulia",
  "/incrustar",
  "/e/detenidas",
  "/en/figures/releases?by=kind",
  "/prensa",
  "/en/press",
  "/glosario",
  "/acerca",
  "/privacidad",
  "/verificar-sitio",
  "/comparar/interior-ministry-rel-2026-01-26",
  "/tramite",
  "/en/procedure",
  "/tramite/volver",
  "/tramite/preguntas",
  "/no-hay",
]) {
  test(`${path} fetches no script and nothing from elsewhere`, async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${open}${path}`, { waitUntil: "networkidle" });
    expect(asked.filter((url) => url.includes("/_next/static/chunks"))).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(`${open}/`))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
}
