import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import sharp from "sharp";

const open = process.env.E2E_OPEN ?? "";

// After the journey: there is a balance.
async function latest(page: Page): Promise<string> {
  const answer = await page.request.get(`${open}/api/v1/balances`);
  const { items } = (await answer.json()) as { items: { slug: string }[] };
  expect(items.length).toBeGreaterThan(0);
  return items[0]?.slug ?? "";
}

for (const [language, path] of [
  ["es", "/balances"],
  ["en", "/en/balances"],
] as const) {
  test(`${language}: a balance prints as one letter page with its total, its address and its mark`, async ({
    page,
  }, info) => {
    const slug = await latest(page);
    await page.goto(`${open}${path}/${slug}`);
    const file = info.outputPath("balance.pdf");
    await page.pdf({ path: file, preferCSSPageSize: true });
    const pdf = readFileSync(file).toString("latin1");
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
    expect(pdf).toMatch(/\/MediaBox \[0 0 612 792\]/);
    await page.emulateMedia({ media: "print" });
    const total = await page.locator(".card-total b").textContent();
    expect(total).toMatch(/^[\d.,]+$/);
    await expect(page.locator(".card")).toContainText(`${path}/${slug}`);
    await expect(page.locator(".card .digest")).toHaveText(/^[0-9a-f]{64}$/);
    await expect(page.locator(".headline")).toBeHidden();
    await page.emulateMedia({ media: "screen" });
    await expect(page.locator(".card")).toBeHidden();
    await expect(page.locator(".headline")).toContainText(total ?? "");
  });

  test(`${language}: its picture and its message say the same total, the picture in the same bytes each time`, async ({
    page,
  }) => {
    const slug = await latest(page);
    const at = (name: string) => `${open}/api/v1/balances/${slug}/${name}?language=${language}`;
    const [first, second] = [await page.request.get(at("card.png")), await page.request.get(at("card.png"))];
    expect(first.headers()["content-type"]).toBe("image/png");
    expect((await first.body()).equals(await second.body())).toBe(true);
    const { width, height } = await sharp(await first.body()).metadata();
    expect([width, height]).toEqual([1080, 1350]);
    const message = await (await page.request.get(at("card.txt"))).text();
    expect([...message].length).toBeLessThanOrEqual(950);
    await page.goto(`${open}${path}/${slug}`);
    const total = (await page.locator(".headline .figure").textContent()) ?? "-";
    expect(message).toContain(`Total: ${total}`);
    expect((await page.locator("pre.copied").textContent()) ?? "").toContain(`Total: ${total}`);
    expect((await page.request.get(`${at("card.png")}&colour=blue`)).status()).toBe(400);
  });
}
