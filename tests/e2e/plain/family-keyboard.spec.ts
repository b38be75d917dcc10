import { expect, type Page, test } from "@playwright/test";
import { at } from "../support/family/steps";

test.use({ viewport: { width: 320, height: 256 } });

/** What has the focus: seen by a ring, and never under the bar that is always at the bottom. */
function focused(page: Page) {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const { top, bottom } = one.getBoundingClientRect();
    const bar = document.querySelector(".exit")?.getBoundingClientRect();
    return {
      is: `${one.tagName} ${one.getAttribute("name") ?? ""} ${one.getAttribute("value") ?? ""}`.trim(),
      says: (one.textContent ?? "").trim().slice(0, 60),
      href: one.getAttribute("href") ?? "",
      hidden: one.className !== "exit" && bar !== undefined && top >= bar.top - 1 && bottom > bar.top,
      ring: getComputedStyle(one).outlineStyle !== "none" || getComputedStyle(one).boxShadow !== "none",
    };
  });
}

/** Goes on with Tab until there, as somebody does who has no pointer; every stop on the way can be seen. */
async function tabTo(page: Page, wanted: string | RegExp): Promise<void> {
  for (let stop = 0; stop < 80; stop++) {
    await page.keyboard.press("Tab");
    const here = await focused(page);
    if (!here) continue;
    expect(here, `${page.url()} ${JSON.stringify(here)}`).toMatchObject({ hidden: false, ring: true });
    const found = typeof wanted === "string" ? here.is.startsWith(wanted) : wanted.test(here.says || here.is);
    if (found) return;
  }
  throw new Error(`${wanted} is not reached by Tab at ${page.url()}`);
}

async function press(page: Page, wanted: string | RegExp): Promise<void> {
  await tabTo(page, wanted);
  await Promise.all([page.waitForEvent("framenavigated"), page.keyboard.press("Enter")]);
  await page.waitForLoadState();
}

test("by keyboard alone a family writes, mends, sends, comes back and leaves, four times enlarged", async ({
  page,
}) => {
  await page.goto(at("es", "tramite"));
  await page.keyboard.press("Tab");
  expect((await focused(page))?.href, "the way out is the first stop").toMatch(/\/salir$/);
  await press(page, /^Empezar$/);
  for (const name of ["store", "count"]) {
    await tabTo(page, `INPUT ${name}`);
    await page.keyboard.press("Space");
  }
  await press(page, /^Seguir$/);
  const code = ((await page.locator(".number").textContent()) ?? "").replace(/\D/g, "");
  await press(page, /^Ya lo anoté/);

  await press(page, /^Seguir$/);
  await expect(page).toHaveTitle(/^Error/);
  expect((await focused(page))?.says, "what must be mended has the focus").toMatch(/nombre/i);
  await press(page, /nombre/i);
  await page.keyboard.type("Yusmary");
  await press(page, /^Seguir$/);
  await tabTo(page, "INPUT year");
  await page.keyboard.type("2026");
  await tabTo(page, "INPUT precision");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await press(page, /^Seguir$/);
  await press(page, /^Enviar ahora$/);
  await expect(page.locator(".number")).toContainText(code.slice(0, 4));

  await page.goto(at("es", "tramite"));
  await press(page, /^Ya tengo un número$/);
  await tabTo(page, "INPUT code");
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
  await expect(page.locator(".stage")).toBeVisible();
  await page.keyboard.press("Tab");
  expect((await focused(page))?.href).toMatch(/\/salir$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(process.env.E2E_EXIT ?? /wikipedia/);
  await page.goBack();
  await expect(page.locator("h1")).toHaveText("La consulta terminó");
});
