import { expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { atTheDesk, familyPhone } from "../support/people";

test.describe.configure({ mode: "serial", timeout: 180_000 });

const CANARY = "CASA-DE-LA-FAMILIA";
const SURNAMES = "Documentada Prueba";
const FILE = "boleta de mi hijo ñ.jpg";

/** A photograph that tells where and by whom it was taken, and as many bytes more as asked. */
async function photo(more = 0): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 120, sigma: 30 } as const;
  const taken = await sharp({ create: { width: 400, height: 300, channels: 3, background: "#484", noise } })
    .withExif({ IFD0: { Artist: CANARY }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "10/1 30/1 0/1" } })
    .jpeg()
    .toBuffer();
  return Buffer.concat([taken, Buffer.alloc(more)]);
}

const next = (page: Page) => page.getByRole("button", { name: "Seguir", exact: true }).click();

test("a photograph goes with a report, without script; what does not fit is said, and nothing of the report is lost", async ({
  browser,
}) => {
  const page = await familyPhone(browser);
  await page.goto("/tramite");
  await page.getByRole("button", { name: "Empezar" }).click();
  for (const name of ["store", "count"]) await page.locator(`[name=${name}][value=yes]`).check();
  await next(page);
  await page.getByRole("button", { name: "Ya lo anoté, seguir" }).click();
  await page.locator("[name=givenNames]").fill("Yohandry José");
  await page.locator("[name=surnames]").fill(SURNAMES);
  await next(page);
  await page.locator("[name=entity]").selectOption("VE-K");
  for (let pages = 0; pages < 4; pages++) await next(page);
  await expect(page.locator("h1")).toHaveText("Documentos");

  await add(page, FILE, await photo());
  await expect(page.locator("main li")).toHaveCount(1);
  for (const [name, bytes, said] of [
    ["grande.jpg", await photo(14_000_000), "pesa más de 10 MB"],
    ["carta.docx", Buffer.from("PK\u0003\u0004 hola"), "JPEG"],
    ["nada.jpg", Buffer.alloc(0), "archivo"],
  ] as const) {
    await add(page, name, bytes);
    await expect(page).toHaveTitle(/^Error/);
    await expect(page.locator("[role=alert]")).toContainText(said);
    await expect(page.locator("main li").filter({ hasText: FILE })).toHaveCount(1);
  }
  await add(page, "../../rota <b>.jpg", (await photo()).subarray(0, 2000));
  await expect(page.locator("main li button[name=document]")).toHaveCount(2);
  await page
    .getByRole("button", { name: /^Enviar/ })
    .first()
    .click();
  await expect(page.locator("main")).toContainText(/\d{4} \d{4} \d{4} \d{4} \d{4}/);
});

test("the desk sees pixels and nothing else; what cannot be drawn says so", async ({ browser }) => {
  const desk = await atTheDesk(browser, "victor");
  await desk.goto("/equipo?ver=all");
  await desk
    .getByRole("link", { name: new RegExp(SURNAMES) })
    .first()
    .click();
  const report = /reporte=([0-9a-f-]{36})/.exec(desk.url())?.[1] ?? "";
  await desk.goto(`/equipo/reportes/${report}`);
  await desk.getByRole("link", { name: new RegExp(FILE) }).click();
  await expect(desk.locator("h1")).toHaveText(FILE);
  const source = (await desk.locator("svg.document image").getAttribute("href")) ?? "";
  const picture = Buffer.from(source.replace("data:image/jpeg;base64,", ""), "base64");
  const { format, width, height, exif } = await sharp(picture).metadata();
  expect([format, width, height, exif]).toEqual(["jpeg", 400, 300, undefined]);
  expect(picture.includes(CANARY)).toBe(false);

  await desk.goto(`/equipo/reportes/${report}`);
  await desk.getByRole("link", { name: /rota/ }).click();
  await expect(desk.locator("svg.document")).toHaveCount(0);
  await expect(desk.locator("h1")).toBeVisible();
});

/** Chooses a file as a phone does and posts it. */
async function add(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator("[name=file]").setInputFiles({ name, mimeType: "image/jpeg", buffer });
  await page.getByRole("button", { name: "Agregar este archivo" }).click();
  await expect(page.locator("h1")).toHaveText("Documentos");
}
