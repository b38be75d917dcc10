import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Download, expect, type Page, test } from "@playwright/test";
import { TOTP } from "otpauth";
import sharp from "sharp";
import { account } from "../support/operator";
import { atTheDesk } from "../support/people";

test.describe.configure({ mode: "serial", timeout: 120_000 });

const root = join(import.meta.dirname, "..", "..", "..");
let at = "";

test.beforeAll(() => {
  const script = join(root, "tests/e2e/support/family-case.ts");
  const args = ["--import", "tsx", script, process.env.E2E_DATA_DIR ?? ""];
  const said = execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  at = `/equipo/casos/${JSON.parse(said.trim().split("\n").at(-1) ?? "").reference}/evidencia`;
});

/** The file itself, with a reason; where the second factor given on signing in is minutes old, with another. */
async function takenOut(page: Page, username: string): Promise<Download> {
  const download = page.waitForEvent("download");
  const refused = page.locator("#original [role=alert]");
  const ask = async () => {
    await page.locator("#why").fill("El abogado pide cotejar la firma.");
    await page.locator("#original button").click();
  };
  await ask();
  await Promise.race([download, refused.waitFor()]);
  if (await refused.isVisible()) {
    await page.locator("#factor").fill(new TOTP({ secret: account(username).totpSecret }).generate());
    await ask();
  }
  return download;
}

/** The part of the page under a heading, or the form under a summary. */
const part = (page: Page, id: string) => page.locator(`#${id}`);
const press = (page: Page, id: string, name: string) =>
  part(page, id).getByRole("button", { name, exact: true }).click();

test("what a family sent becomes evidence of a fact: read, judged, tied, and the paper itself taken for what it was given for", async ({
  browser,
}) => {
  const page = await atTheDesk(browser, "victor");
  await page.goto(at);
  await part(page, "por-leer").getByRole("link", { name: "boleta.pdf" }).click();
  await expect(page.locator("svg.document image")).toHaveAttribute("href", /^data:image\/jpeg/);
  await part(page, "leer-title").fill("Boleta de encarcelación");
  await part(page, "lectura").getByLabel("Prueba", { exact: true }).check();
  await press(page, "lectura", "Anotar");
  await expect(part(page, "lectura").getByRole("alert")).toContainText("Si es prueba, por qué");
  await part(page, "leer-why").fill("Lleva sello y firma del tribunal.");
  await press(page, "lectura", "Anotar");
  await expect(page.locator("p.done")).toHaveText("Quedó anotado.");

  await part(page, "enlazar-factId").selectOption({ index: 1 });
  await part(page, "enlaces").getByLabel("Apoya").check();
  await part(page, "enlazar-why").fill("Dice el día y el sitio.");
  await press(page, "enlaces", "Enlazar");
  await expect(part(page, "enlaces")).toContainText("Dice el día y el sitio.");
  await part(page, "calificar-reliability").selectOption("reliable");
  await part(page, "calificar-credibility").selectOption("likely");
  await part(page, "calificar-why").fill("La boleta lleva número de causa.");
  await press(page, "calificacion", "Calificar");
  await expect(part(page, "calificacion")).toContainText("La boleta lleva número de causa.");

  await part(page, "original").locator("summary").click();
  await expect(page.locator("#use option")).toHaveText(["guardar y verificar"]);
  const file = await takenOut(page, "victor");
  expect(
    readFileSync(await file.path())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  await page.reload();
  await expect(part(page, "custodia")).toContainText("El abogado pide cotejar la firma.");

  await page.goto(at);
  await expect(part(page, "por-hecho")).toContainText("Apoya: Boleta de encarcelación");
  await expect(part(page, "pruebas")).toContainText(/[0-9a-f]{64}/);
});

test("what the desk brings is a lead that supports nothing until somebody says why; covered, it is not sent", async ({
  browser,
}) => {
  const page = await atTheDesk(browser, "ines");
  await page.goto(at);
  const buffer = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#964" } })
    .jpeg()
    .toBuffer();
  await part(page, "traer").locator("summary").click();
  await page.locator("#obtained").fill("La tomó un vecino el 11 de enero; la trajo su hermana.");
  await page
    .locator("#archivo")
    .setInputFiles({ name: "nota.jpg", mimeType: "image/jpeg", buffer: Buffer.from("nada") });
  await press(page, "traer", "Guardar el archivo");
  await expect(part(page, "traer").getByRole("alert")).toBeVisible();
  await page.locator("#obtained").fill("La tomó un vecino el 11 de enero; la trajo su hermana.");
  await page.locator("#archivo").setInputFiles({ name: "golpes.jpg", mimeType: "image/jpeg", buffer });
  await press(page, "traer", "Guardar el archivo");
  await expect(page.locator("p.done")).toContainText("El archivo quedó guardado");
  await expect(part(page, "lectura").getByLabel("Prueba", { exact: true })).toHaveCount(0);
  await part(page, "leer-title").fill("Foto de las lesiones");
  await press(page, "lectura", "Anotar");
  await expect(part(page, "enlaces")).toContainText("Una pista no apoya ni contradice nada.");
  await expect(part(page, "es-prueba")).toHaveCount(0);
  await page.getByRole("button", { name: "Marcar como difícil de mirar" }).click();
  await expect(page.locator("p.done")).toHaveText("Marca anotada.");
  const item = page.url().replace(/\?.*/, "");

  const other = await atTheDesk(browser, "victor");
  await other.goto(item);
  await expect(part(other, "dificil")).toContainText("Material difícil de mirar");
  expect(await other.content()).not.toContain("data:image/jpeg");
  await other.getByRole("link", { name: "Ver de todos modos" }).click();
  await expect(other.locator("svg.document image")).toHaveAttribute("href", /^data:image\/jpeg/);
  await part(other, "es-prueba-why").fill("La vio un médico y coincide con la fecha.");
  await other.getByRole("button", { name: "Es prueba" }).click();
  await expect(other.locator("p.done")).toHaveText("Ahora es prueba.");
  await expect(part(other, "enlazar-factId")).toBeVisible();
});
