import { expect, type Page } from "@playwright/test";

export interface Told {
  givenNames: string;
  surnames: string;
  count?: "yes" | "no";
  /** Digits of a V- document. */
  idNumber?: string;
  /** Whole forms: asks to be reached by nobody but leaves a word to take the number back with. */
  safeWord?: string;
}

const next = (page: Page) => page.getByRole("button", { name: "Seguir", exact: true }).click();

/** The shortest registration, page by page without script; answers the number. */
export async function register(
  page: Page,
  { givenNames, surnames, count = "yes", idNumber, safeWord }: Told,
): Promise<string> {
  await page.goto("/tramite");
  await page.getByRole("button", { name: "Empezar" }).click();
  await page.locator("[name=store][value=yes]").check();
  await page.locator(`[name=count][value=${count}]`).check();
  await next(page);
  const shown = ((await page.locator("main").textContent()) ?? "").match(/(\d{4}\s+){4}\d{4}/);
  const code = shown?.[0].replace(/\s/g, "") ?? "";
  await page.getByRole("button", { name: /Ya lo anoté/ }).click();
  await page.locator("[name=givenNames]").fill(givenNames);
  await page.locator("[name=surnames]").fill(surnames);
  if (idNumber) {
    await page.locator("[name=idKind][value=V]").check();
    await page.locator("[name=idNumber]").fill(idNumber);
  }
  await next(page);
  await page.locator("[name=year]").fill("2026");
  await page.locator("[name=month]").fill("1");
  await next(page);
  for (let turn = 0; safeWord && turn < 6; turn++) {
    if ((await page.locator("[name=safeWord]").count()) > 0) {
      await page.locator("[name=safeWord]").fill(safeWord);
      break;
    }
    await next(page);
  }
  await page.getByRole("button", { name: "Enviar ahora" }).first().click();
  await expect(page.locator("h1")).toHaveText("Recibimos lo que envió");
  return code;
}

/** Back to the report with its number. */
export async function comeBack(page: Page, code: string): Promise<void> {
  await page.goto("/tramite/volver");
  await page.locator("[name=code]").fill(code);
  await page.getByRole("button", { name: "Ver", exact: true }).click();
}
