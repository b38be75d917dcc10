import { type Browser, expect, type Page, test } from "@playwright/test";
import { atTheDesk } from "../support/people";
import { Outside } from "../support/shift/outside";

test.describe.configure({ mode: "serial", timeout: 120_000 });

const turn = String(Date.now()).slice(-6);
const names = ["Olga Línea", `Cortada ${turn}`];

const alert = (page: Page) => page.locator("main form [role=alert]");
const isListening = (page: Page) =>
  page.waitForFunction(() => {
    const keys = document.querySelector("dialog.keys");
    return keys !== null && Object.keys(keys).some((one) => one.startsWith("__react"));
  });

/** The report of this test, beside the list, on the screen of somebody. */
async function reading(browser: Browser, username: string): Promise<Page> {
  const page = await atTheDesk(browser, username);
  await page.goto("/equipo");
  await page.getByRole("link", { name: names.join(" "), exact: true }).click();
  await page.waitForURL(/reporte=/);
  await isListening(page);
  return page;
}

test("a line lost before and in the middle of an act is said, and what was typed stays until it is sent", async ({
  browser,
}) => {
  const outside = new Outside();
  await outside.ask("reports", [{ names, age: "31", document: null }]);
  outside.end();
  const vera = await reading(browser, "vera");
  const why = "Llama la hermana el lunes.";
  const box = vera.locator("#posponer [name=why]");
  await vera.keyboard.press("h");
  await box.fill(why);

  await vera.context().setOffline(true);
  await box.press("Control+Enter");
  await expect(vera.locator("[role=alert].connection")).toContainText("Sin conexión");
  await expect(box).toHaveValue(why);
  await vera.context().setOffline(false);
  await expect(vera.locator("[role=alert].connection")).toContainText("Volvió la conexión");

  // The browser takes itself to be on line, and the post is cut on its way.
  await vera.route("**/equipo**", (route) =>
    route.request().method() === "POST" ? route.abort("connectionreset") : route.continue(),
  );
  await box.press("Control+Enter");
  await expect(alert(vera)).toContainText("No llegó respuesta");
  await expect(box).toHaveValue(why);
  await vera.unroute("**/equipo**");

  // A proxy answers in its own words while the desk restarts.
  await vera.route("**/equipo**", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({ status: 502, body: "Bad gateway" })
      : route.continue(),
  );
  await box.press("Control+Enter");
  await expect(vera.locator("#posponer[aria-busy=false]")).toBeVisible();
  await expect(alert(vera)).toContainText("No llegó respuesta");
  await expect(box).toHaveValue(why);
  await vera.unroute("**/equipo**");
  await box.press("Control+Enter");
  await vera.waitForURL(/hecho=snoozed/);
});

test("what a colleague did in between is said and never overwritten", async ({ browser }) => {
  const vera = await atTheDesk(browser, "vera");
  await vera.goto("/equipo?ver=snoozed");
  await vera.getByRole("link", { name: names.join(" "), exact: true }).click();
  await vera.waitForURL(/reporte=/);
  const victor = await atTheDesk(browser, "victor");
  await victor.goto(vera.url());
  await Promise.all([isListening(vera), isListening(victor)]);
  await vera.keyboard.press("a");
  await vera.waitForURL(/hecho=taken/);
  await victor.keyboard.press("a");
  await expect(alert(victor)).toContainText("vera");
  await victor.goto("/equipo?ver=snoozed");
  await expect(victor.locator(".queue", { hasText: names.join(" ") })).toContainText("vera");
});
