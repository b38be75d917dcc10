import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { scales } from "../support/scales";

// Script is on only for the tool that judges: these pages have none.

const open = process.env.E2E_OPEN ?? "";
const KB = 1024;

test.describe.configure({ timeout: 240_000 });

const phone = async (browser: Browser) =>
  (await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL: open })).newPage();
const on = (page: Page) =>
  Promise.all([
    page.waitForEvent("load"),
    page.getByRole("button", { name: /^(Seguir|Ya lo anoté)/ }).click(),
  ]);
const sendNow = (page: Page) => page.getByRole("button", { name: "Enviar ahora" });

async function begin(page: Page): Promise<string> {
  await page.goto("/tramite");
  await page.getByRole("button", { name: "Empezar" }).click();
  for (const name of ["store", "count"]) await page.locator(`[name=${name}][value=yes]`).check();
  await on(page);
  const code = ((await page.locator(".number").textContent()) ?? "").replace(/\D/g, "");
  expect(code).toMatch(/^\d{20}$/);
  await on(page);
  return code;
}

async function writeNeeded(page: Page, person: Record<string, string> = { surnames: "Ñáñez D'Ambrosio" }) {
  for (const [name, value] of Object.entries(person)) await page.locator(`[name=${name}]`).fill(value);
  await on(page);
  await page.locator("[name=year]").fill("2026");
  await on(page);
}

async function comeBack(page: Page, code: string): Promise<void> {
  await page.goto("/tramite/volver");
  await page.locator("[name=code]").fill(code);
  await page.getByRole("button", { name: "Ver" }).click();
}

test("the shortest registration: seconds and bytes of somebody in a hurry", async ({ browser }) => {
  const page = await phone(browser);
  const weigh = await scales(page);
  const from = Date.now();
  await begin(page);
  await writeNeeded(page);
  await sendNow(page).click();
  await expect(page.locator("h1")).toContainText("Recibimos");
  const seconds = (Date.now() - from) / 1000;
  const { bytes, requests } = weigh();
  console.log(
    `shortest registration: ${seconds.toFixed(1)} s, ${(bytes / KB).toFixed(1)} KB, ${requests} requests`,
  );
  expect(bytes).toBeLessThan(100 * KB);

  const receipt = await page.locator("main").textContent();
  await page.getByRole("link", { name: /peligro hoy/ }).click();
  await expect(page.locator("h1")).toHaveText("Si hay peligro hoy");
  await expect(page.locator("a[href^='tel:']")).toHaveAttribute("href", "tel:00000000000");
  await page.getByRole("link", { name: "Atrás" }).click();
  await expect(page.locator("main")).toHaveText(receipt ?? "");
});

test("every page of a whole registration is light, readable, mends with words and offers to send at once", async ({
  browser,
}) => {
  const page = await phone(browser);
  const weigh = await scales(page, { cold: true });
  const heaviest: [number, string][] = [];
  /** What every page must be: `early` before the needed is there, `again` where the same page is judged once more with its mistakes. */
  const judge = async (name: string, { early = false, again = false } = {}) => {
    const { bytes, requests } = weigh();
    heaviest.push([bytes, name]);
    expect(bytes, name).toBeLessThan(12 * KB);
    expect(requests, name).toBeLessThanOrEqual(3);
    await expect(page.locator("h1"), name).toHaveCount(1);
    await expect(sendNow(page), name).toHaveCount(early ? 0 : 1);
    await expect(page.getByRole("link", { name: "Salir rápido" }), name).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), name).toBe(
      true,
    );
    weigh();
    if (again) return;
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${name} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  };
  const wrong = async (name: string, most: { early?: boolean } = {}) => {
    await on(page);
    await expect(page, name).toHaveTitle(/^Error/);
    for (const link of await page.locator("#resumen a").all())
      await expect(page.locator((await link.getAttribute("href")) ?? "none")).toHaveCount(1);
    await judge(`${name}, to be mended`, most);
  };
  await begin(page);
  weigh();
  await page.reload();
  await judge("person", { early: true, again: true });
  await page.locator("[name=givenNames]").fill("\u200b\u200d");
  await wrong("person", { early: true });
  await page.locator("[name=givenNames]").fill("Ñ");
  await on(page);
  await judge("detention", { early: true, again: true });
  await page.locator("[name=precision][value=between]").check();
  await page.locator("[name=month]").fill("marzo");
  await page.locator("[name=year]").fill("2026");
  await wrong("detention", { early: true });
  await page.locator("[name=untilMonth]").fill("2");
  await page.locator("[name=untilYear]").fill("26");
  await wrong("detention, the second before the first", { early: true });
  await page.locator("[name=untilMonth]").fill("4");
  await on(page);
  await judge("whereabouts");
  await on(page);
  await judge("court", { again: true });
  await page.locator("[name=presented][value=yes]").check();
  await page.locator("[name=month]").fill("13");
  await wrong("court");
  await page.locator("[name=month]").fill("");
  await on(page);
  await judge("health");
  await page.locator("[name=danger][value=yes]").check();
  for (const one of ["ill", "injury"]) await page.locator(`[name=conditions][value=${one}]`).check();
  await on(page);
  await judge("danger");
  await on(page);
  await judge("documents");
  await on(page);
  await judge("contact", { again: true });
  await page.locator("[name=way][value=call]").check();
  await wrong("contact");
  await page.locator("[name=address]").fill("0414 990 0000");
  await page.locator("[name=safeWord]").fill("guayaba");
  await on(page);
  await judge("permissions", { again: true });
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.locator("[name=permit_un][value=yes]").check();
  await page.locator("[name=permit_name][value=no]").check();
  await wrong("permissions");
  await page.locator("[name=relation]").selectOption("parent");
  await on(page);
  const review = page.locator("main");
  for (const words of ["marzo de 2026 – abril de 2026", "Una enfermedad. Está herida", "0414 990 0000"])
    await expect(review).toContainText(words);
  await expect(review).not.toContainText("guayaba");
  await page.getByRole("button", { name: "Cambiar: Cómo hablar con usted" }).click();
  await page.locator("[name=way][value=none]").check();
  await on(page);
  await expect(page.locator("h1")).toContainText("Revise");
  await expect(review).not.toContainText("0414");
  await page.getByRole("button", { name: "Enviar", exact: true }).click();
  await expect(page.locator("h1")).toContainText("Recibimos");
  const [most = 0, where] = heaviest.sort(([a], [b]) => b - a)[0] ?? [];
  console.log(`heaviest page with its style sheet: ${where}, ${(most / KB).toFixed(1)} KB`);
  weigh();
  await page.reload();
  expect(weigh().bytes, "the receipt").toBeLessThan(12 * KB);
  await page.getByRole("button", { name: "Avisar de otra persona" }).click();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
});

test("nothing that publishes is offered for whoever may be under 18, and a neighbour is asked for nothing more", async ({
  browser,
}) => {
  const page = await phone(browser);
  await begin(page);
  await writeNeeded(page, { givenNames: "Yorch", approxAge: "16" });
  await page.goto("/tramite/paso-8");
  await expect(page.locator("main")).toContainText("menor de 18 años");
  for (const what of ["name", "photo", "press"])
    await expect(page.locator(`[name=permit_${what}]`)).toHaveCount(0);
  await expect(page.locator("[name=permit_un]")).toHaveCount(3);
  await page.goto("/tramite/paso-3");
  await page.locator("[name=relation]").selectOption("friend");
  await on(page);
  await page.goto("/tramite/paso-8");
  await expect(page.locator("main fieldset")).toHaveCount(0);
});

test("whoever leaves ends the visit for every copy of it; the number opens it where it was left", async ({
  browser,
}) => {
  const page = await phone(browser);
  const code = await begin(page);
  await writeNeeded(page);
  const copied = await page.context().cookies();
  const thief = await phone(browser);
  await thief.context().addCookies(copied);
  await thief.goto("/tramite/paso-1");
  await expect(thief.locator("[name=surnames]"), "before leaving a copy would have opened it").toHaveValue(
    /Ñáñez/,
  );
  const left = await page.request.get("/tramite/salir", { maxRedirects: 0 });
  expect(left.status(), "an empty page first, which replaces the one that is left").toBe(200);
  await thief.goto("/tramite/paso-1");
  await expect(thief.locator("h1")).toContainText("La consulta terminó");
  await expect(thief.locator("body")).not.toContainText("Ñáñez");

  await comeBack(page, code);
  await expect(page.locator("h1")).toContainText("¿Le han dicho dónde está");
  await page.goto("/tramite/paso-1");
  await expect(page.locator("[name=surnames]")).toHaveValue("Ñáñez D'Ambrosio");
});

test("a page posted when its visit is long over asks for the number and loses nothing that was typed", async ({
  browser,
}) => {
  const page = await phone(browser);
  const code = await begin(page);
  await writeNeeded(page);
  await page.locator("[name=lastContact]").fill("Una llamada «larga», el lunes");
  await page.context().clearCookies();
  await page
    .locator("form:has([name=lastContact]) [name=flow]")
    .evaluate((field) => field.setAttribute("value", "x"));
  await on(page);
  await expect(page.locator("h1")).toContainText("Escriba su número");
  await page.locator("[name=code]").fill(`${code.slice(0, 19)}${(Number(code[19]) + 1) % 10}`);
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page).toHaveTitle(/^Error/);
  await page.locator("[name=code]").fill(code);
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.locator("h1")).toContainText("Revise");
  await expect(page.locator("main")).toContainText("Una llamada «larga», el lunes");
});

test("the Spanish words of a step under the English address lead to it", async ({ request }) => {
  for (const path of ["/en/procedure/step-1", "/en/procedure/paso-1", "/tramite/paso-9", "/tramite/hoy"]) {
    const answer = await request.get(`${open}${path}`);
    expect(answer.status(), path).toBe(200);
  }
  expect((await request.get(`${open}/en/procedure/paso-99`)).status()).toBe(404);
});
