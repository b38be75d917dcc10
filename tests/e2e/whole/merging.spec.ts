import { expect, type Page, test } from "@playwright/test";
import { comeBack, register } from "../support/family";
import { atTheDesk, familyPhone } from "../support/people";

test.describe.configure({ timeout: 120_000 });

const turn = String(Date.now()).slice(-6);
const letters = [...turn].map((digit) => "bcdfghjlmn"[Number(digit)]).join("a");
const [surname, other] = [`Peña${letters}`, `PENA${letters.toUpperCase()}`];
const REFERENCE = /casos\/([0-9A-Z]{4}-[0-9A-Z]{2})/;

const isListening = (page: Page) =>
  page.waitForFunction(() => {
    const keys = document.querySelector("dialog.keys");
    return keys !== null && Object.keys(keys).some((one) => one.startsWith("__react"));
  });

/** Opens a case with a report, as whoever did not see that there is another. */
async function open(page: Page, name: string): Promise<string> {
  await page.goto("/equipo?ver=all");
  const link = page.getByRole("link", { name: new RegExp(name) }).first();
  const report = /reporte=([0-9a-f-]{36})/.exec((await link.getAttribute("href")) ?? "")?.[1];
  await page.goto(`/equipo/reportes/${report}`);
  await page.locator("[name='fact.sources.1.kind']").selectOption("habeas_corpus");
  await page.locator("[name='fact.sources.1.originClass']").selectOption("court");
  await page.locator("#caso button[type=submit], #caso button:not([type])").last().click();
  await page.waitForURL(REFERENCE);
  return REFERENCE.exec(page.url())?.[1] ?? "";
}

test("the same man twice, spelled differently: two people make one case of two, and two of one, by keyboard; both numbers work throughout", async ({
  browser,
}) => {
  const phone = await familyPhone(browser);
  const codes = [
    await register(phone, { givenNames: "Yohandry José", surnames: surname, idNumber: `99${turn}` }),
    await register(phone, { givenNames: "JHOANDRI", surnames: other, idNumber: `99${turn}` }),
  ];
  const bothWork = async () => {
    for (const code of codes) {
      await comeBack(phone, code);
      await expect(phone.locator("h1")).toHaveText("En qué va lo que envió");
    }
  };
  const vera = await atTheDesk(browser, "vera");
  const first = await open(vera, surname);
  const second = await open(vera, other);
  await vera.goto(`/equipo/casos/${second}`);
  await vera.goto("/equipo/duplicados");
  const pairs = vera.locator("ol.pairs li", { hasText: surname });
  await expect(pairs, "a report that went into a case is compared no more for itself").toHaveCount(1);
  await expect(pairs).toContainText("el documento coincide");
  await pairs.getByRole("link").first().click();
  await expect(vera.locator("table.compared tr.same", { hasText: "Documento" })).toBeVisible();
  const pair = vera.url();

  await isListening(vera);
  await vera.keyboard.press("1");
  await vera.waitForURL(/unir/);
  await expect(vera.locator("main")).toContainText(`Queda la ficha ${first}`);
  await vera.locator("[name=why]").fill("La misma cédula.");
  await vera.locator("[name=why]").press("Control+Enter");
  await vera.waitForURL(/union\/.*proposed/);
  const merge = vera.url().replace(/\?.*/, "");
  await expect(vera.getByRole("button", { name: "Confirmar la unión" })).toHaveCount(0);

  const carmen = await atTheDesk(browser, "carmen");
  await carmen.goto(merge);
  const late = await carmen.context().newPage();
  await late.goto(merge);
  await expect(carmen.locator("#confirmar")).toContainText(`${second} deja de contarse`);
  await isListening(carmen);
  await carmen.keyboard.press("1");
  await expect(carmen.locator("p.done")).toContainText("Las dos fichas son una");
  await late.getByRole("button", { name: "No unir" }).click();
  await expect(late.locator("form [role=alert]"), "who comes late is told so").toBeVisible();
  await bothWork();

  await vera.goto(`/equipo/casos/${second}`);
  await expect(vera.locator("main")).toContainText(`Esta ficha se unió a ${first}`);
  await vera.goto(`/equipo/casos/${first}`);
  await expect(vera.locator("main")).toContainText(`Incluye lo que decía la ficha ${second}`);
  await isListening(vera);
  await vera.keyboard.press("f");
  await vera.locator("#hecho [name=kind]").selectOption("custody:located_contact");
  for (const side of ["earliest", "latest"]) await vera.locator(`#hecho [name=${side}]`).fill("2026-02-10");
  await vera.locator("#hecho button").last().click();
  await expect(vera.locator("p.done")).toContainText("Hecho anotado");

  await vera.goto(merge);
  await vera.locator("#deshacer [name='goes[]'], #deshacer [name=goes]").first().check();
  await vera.locator("#deshacer [name=why]").fill("Son primos.");
  await vera.getByRole("button", { name: "Proponer deshacerla" }).click();
  await vera.waitForURL(/undoing/);
  await carmen.goto(merge);
  await isListening(carmen);
  await carmen.keyboard.press("1");
  await expect(carmen.locator("p.done")).toContainText("La unión está deshecha");
  await bothWork();
  await vera.goto(`/equipo/casos/${second}`);
  const later = vera.locator("#hechos tr", { hasText: "10 feb. 2026" });
  await expect(later).toContainText("espera a otra persona");
  await vera.goto(`/equipo/casos/${first}`);
  await expect(later).toContainText("retirado");
  await expect(vera.locator("main")).not.toContainText("Incluye lo que decía");
  await vera.goto(pair);
  await expect(vera.locator("main"), "and it is not asked again").toContainText("distintas");
  await expect(vera.locator("#responder")).toHaveCount(0);
});
