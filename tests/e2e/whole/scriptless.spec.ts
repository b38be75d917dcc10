import { expect, test } from "@playwright/test";

const open = process.env.E2E_OPEN ?? "";

// With JavaScript on: what makes these pages scriptless is the server, not the visitor's settings.
for (const path of [
  "/",
  "/en",
  "/casos",
  "/metodo",
  "/comparar",
  "/tramite",
  "/tramite/preguntas",
  "/no-hay",
]) {
  test(`${path} fetches no script and nothing from elsewhere`, async ({ page }) => {
    const asked: string[] = [];
    // What the policy blocks is announced as a request and never sent: only answers count.
    page.on("response", (response) => asked.push(response.url()));
    await page.goto(`${open}${path}`, { waitUntil: "networkidle" });
    expect(asked.filter((url) => url.includes("/_next/static/chunks"))).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(`${open}/`))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
}
