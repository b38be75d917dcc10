import { gzipSync } from "node:zlib";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { comeBack, register } from "../support/family";
import { atTheDesk, familyPhone } from "../support/people";

test.describe.configure({ timeout: 240_000 });

const turn = String(Date.now()).slice(-6);
const SURNAMES = `Retorno Prueba ${turn}`;
const heading = (page: Page) => page.locator("h1");
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();

/** One page of a family as it stands: readable by everybody, small, dull, and without a word of what was told. Axe needs script. */
async function isFit(page: Page): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const html = await page.content();
  expect(gzipSync(html).length).toBeLessThan(12_000);
  for (const word of [SURNAMES, "canario", "preso"]) expect(html).not.toContain(word);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(decodeURIComponent(page.url())).toMatch(/\/(en\/procedure|tramite)\/[a-z-]+#?$/);
}

test("news travel from a phone without script to the desk and into the form of a fact", async ({
  browser,
}) => {
  const phone = await familyPhone(browser);
  const code = await register(phone, { givenNames: "Aquiles", surnames: SURNAMES });
  await comeBack(phone, code);
  await press(phone, "Contar una noticia");
  await press(phone, "Seguir");
  await expect(phone).toHaveTitle(/^Error/);
  await phone.locator("[name=kind][value=released]").check();
  await press(phone, "Seguir");
  await expect(phone.getByRole("radio").first()).toHaveAttribute("value", "unknown");
  await phone.locator("[name=leaving][value=house]").check();
  await phone.locator("[name=day]").fill("31");
  await phone.locator("[name=month]").fill("2");
  await phone.locator("[name=year]").fill("2026");
  await phone.locator("[name=account]").fill("Está en su casa: canario");
  await press(phone, "Enviar");
  await expect(phone).toHaveTitle(/^Error/);
  await expect(phone.locator("[name=account]")).toHaveValue("Está en su casa: canario");
  await phone.locator("[name=day]").fill("3");
  await press(phone, "Enviar");
  await expect(phone.getByRole("status")).toContainText("Recibimos su noticia");
  await expect(phone.locator("main")).not.toContainText("canario");

  const vera = await atTheDesk(browser, "vera");
  await vera.goto("/equipo/novedades");
  await vera.getByRole("link", { name: new RegExp(SURNAMES) }).click();
  await expect(vera.locator("main")).toContainText("Está en su casa: canario");
  await expect(vera.locator("main")).toContainText("No: está en su casa y no puede salir");
  await vera.getByRole("button", { name: "Buscar su caso" }).click();
  await expect(vera.locator("main")).toContainText("no está en ningún caso todavía");
  await vera.getByRole("button", { name: "Ya está atendida" }).click();
  await expect(vera.locator("p.done")).toBeVisible();
});

test("every page of somebody who returned is fit for everybody, in both languages", async ({ browser }) => {
  for (const english of [false, true]) {
    const page = await familyPhone(browser, true);
    const code = await register(page, { givenNames: "Berta", surnames: SURNAMES });
    if (english) {
      await page.goto("/en/procedure/return");
      await page.locator("[name=code]").fill(code);
      await page.locator("form button").first().click();
    } else await comeBack(page, code);
    await isFit(page);
    for (const to of ["news", "answers", "withdraw"]) {
      await page.locator(`button[name=to][value=${to}]`).click();
      await isFit(page);
      if (to === "news") {
        for (const kind of english ? ["seen", "health"] : ["released", "died"]) {
          await page.locator(`[name=kind][value=${kind}]`).check();
          await page.locator("form button.large").click();
          await isFit(page);
          await page.locator("button[name=to][value=news]").click();
        }
      } else {
        await page.locator("button[name=choice]").first().click();
        await isFit(page);
        await page.locator("button[name=to]").first().click();
      }
      if ((await page.locator("button[name=to][value=report]").count()) > 0)
        await page.locator("button[name=to][value=report]").click();
    }
    await page.goto(english ? "/en/procedure/cancel" : "/tramite/anular");
    await isFit(page);
    await page.context().close();
  }
});

test("the twenty-first message of a day is answered in a sentence, and what was typed stays in its box", async ({
  browser,
}) => {
  const phone = await familyPhone(browser, true);
  const code = await register(phone, { givenNames: "Elba", surnames: `${SURNAMES} Veinte` });
  await comeBack(phone, code);
  const box = phone.locator("#words");
  for (let n = 1; n <= 20; n++) {
    await box.fill(`Recado ${n}`);
    await press(phone, "Enviar");
  }
  await box.fill("Recado 21, línea uno\nlínea dos");
  await press(phone, "Enviar");
  await expect(phone.getByRole("alert")).toContainText("Hoy ya recibimos veinte mensajes suyos");
  await expect(phone.locator("#words-error")).toContainText("sigue aquí abajo");
  await expect(box).toHaveValue("Recado 21, línea uno\nlínea dos");
  await expect(heading(phone)).toHaveText("En qué va lo que envió");
  await isFit(phone);
  await box.fill("á".repeat(1999));
  await box.evaluate((area: HTMLTextAreaElement) => {
    area.removeAttribute("maxlength");
    area.value = "á".repeat(2500);
  });
  await press(phone, "Enviar");
  await expect(phone.locator("#words-error")).toContainText("demasiado largo");
  await phone.context().close();
});

test("a permission changes only after its effect was said, and asking without standing says who looks", async ({
  browser,
}) => {
  const page = await familyPhone(browser);
  const code = await register(page, { givenNames: "Carlos", surnames: SURNAMES });
  await comeBack(page, code);
  await page.locator("button[name=to][value=withdraw]").click();
  await page.locator("button[name=choice][value='count:no']").click();
  await expect(page.locator("main")).toContainText("Dos personas del equipo lo miran antes de cambiar nada");
  await press(page, "Pedirlo");
  await expect(page.getByRole("status")).toContainText("Recibimos su petición");
  await page.locator("button[name=to][value=answers]").click();
  await expect(page.locator("main")).toContainText("Usted dijo que no");
});

test("a number is taken back with its word from another phone; a wrong word reads like a wrong number", async ({
  browser,
}) => {
  const page = await familyPhone(browser);
  const code = await register(page, { givenNames: "Dalia", surnames: SURNAMES, safeWord: "guayaba" });
  const other = await familyPhone(browser);
  const asked = async (number: string, word: string) => {
    await other.goto("/tramite/anular");
    await other.locator("[name=code]").fill(number);
    await other.locator("[name=word]").fill(word);
    await press(other, "Anular el número");
    const html = await other.locator("main").innerHTML();
    return html.replaceAll(number, "N").replaceAll(/value="[\w-]{60,}"/g, 'value="F"');
  };
  const wrongWord = await asked(code, "mango");
  expect(wrongWord).toContain("No encontramos ese número con esa palabra");
  expect(await asked("48210937100000000000", "mango")).toBe(wrongWord);
  expect(await asked(code, "GUAYABA")).toContain("El número ya no abre nada");
  await comeBack(page, code);
  await expect(heading(page)).toHaveText("Escriba su número");
  await expect(page).toHaveTitle(/^Error/);
});

test("a number without a word gets one on return, and is taken back with it from another phone", async ({
  browser,
}) => {
  const page = await familyPhone(browser, true);
  const code = await register(page, { givenNames: "Elvia", surnames: SURNAMES });
  await comeBack(page, code);
  await press(page, "Escoger una palabra para poder anular mi número");
  await expect(heading(page)).toHaveText("Una palabra para anular su número");
  await isFit(page);
  await page.locator("[name=word]").fill("mm");
  await page.locator("[name=code]").fill(code);
  await press(page, "Guardar la palabra");
  await expect(page.getByRole("alert")).toContainText("al menos cuatro letras");
  await isFit(page);
  await page.locator("[name=word]").fill("merey tostado");
  await page.locator("[name=code]").fill("4821 0937 1000 0000 0000");
  await press(page, "Guardar la palabra");
  await expect(page.getByRole("alert")).toContainText("No encontramos ese número");
  await expect(page.locator("[name=word]")).toHaveValue("merey tostado");
  await page.locator("[name=code]").fill(code);
  await press(page, "Guardar la palabra");
  await expect(page.getByRole("status")).toContainText("Su palabra quedó guardada");
  await expect(page.getByRole("button", { name: /Escoger una palabra/ })).toHaveCount(0);
  const other = await familyPhone(browser);
  await other.goto("/tramite/anular");
  await other.locator("[name=code]").fill(code);
  await other.locator("[name=word]").fill("Merey Tostado");
  await press(other, "Anular el número");
  await expect(other.locator("main")).toContainText("El número ya no abre nada");
  await page.reload();
  await expect(heading(page)).toHaveText("La consulta terminó");
});
