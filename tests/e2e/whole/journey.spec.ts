import { expect, type Page, test } from "@playwright/test";
import { bringPeopleIn, daysAgo, vigilia } from "../support/operator";
import { atTheDesk, familyPhone, publishedTotal } from "../support/people";

test.describe.configure({ mode: "serial", timeout: 180_000 });

const SURNAMES = "Colmenares Duque";
const next = (page: Page) => page.getByRole("button", { name: "Seguir" }).click();

test("before there is a balance, the public reads why and the numbers answer that they are not published", async ({
  browser,
}) => {
  const reader = await familyPhone(browser);
  await reader.goto("/");
  await expect(reader.locator("h1")).toContainText("Todavía no");
  const answer = await fetch(`${process.env.E2E_OPEN}/api/v1/tallies`);
  expect(answer.status).toBe(404);
  expect((await answer.json()).type).toContain("not-yet-published");
});

test("a family reports without script, two people verify, a balance is signed, and the total rises by exactly one", async ({
  browser,
}) => {
  bringPeopleIn(110);
  vigilia("balance", "coverage", "2024-07-28", "--as", "carmen", "--second", "carlos");
  vigilia("balance", "draft", "--at", `${daysAgo(2)}T00:00:00-04:00`, "--as", "carmen", "--second", "carlos");
  const before = await publishedTotal();
  expect(before).toBeGreaterThan(20);

  const code = await test.step("the family reports, without script", () => report(browser));
  const reference = await test.step("a vetter opens it, makes a case and decides", () => decide(browser));
  await test.step("whoever wrote it cannot confirm it; another person does", () =>
    confirm(browser, reference));
  expect(await publishedTotal(), "nothing is published by a decision").toBe(before);
  await test.step("two coordinators sign a balance", () => signBalance(browser));
  expect(await publishedTotal()).toBe(before + 1);

  const reader = await familyPhone(browser);
  await reader.goto("/");
  await expect(reader.locator("main")).toContainText(String(before + 1));
  await test.step("the family comes back with the number and reads its stage", () => comeBack(browser, code));
});

async function report(browser: Parameters<typeof familyPhone>[0]): Promise<string> {
  const page = await familyPhone(browser);
  await page.goto("/tramite");
  await page.getByRole("button", { name: "Empezar" }).click();
  await next(page);
  await expect(page).toHaveTitle(/^Error/);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  for (const name of ["store", "count"]) await page.locator(`[name=${name}][value=yes]`).check();
  await next(page);

  const code =
    ((await page.locator("main").textContent()) ?? "").match(/(\d{4}\s+){4}\d{4}/)?.[0].replace(/\s/g, "") ??
    "";
  expect(code, "the number is shown before anything is asked").toMatch(/^\d{20}$/);
  await next(page);
  await next(page);
  await expect(page).toHaveTitle(/^Error/);
  await page.locator("[name=givenNames]").fill("Yohandry José");
  await page.locator("[name=surnames]").fill(SURNAMES);
  await page.locator("[name=ageKind][value=age]").check();
  await page.locator("[name=approxAge]").fill("34");
  await page.locator("[name=sex][value=man]").check();
  await next(page);

  for (const [name, value] of [
    ["day", "31"],
    ["month", "2"],
    ["year", "2026"],
  ] as const)
    await page.locator(`[name=${name}]`).fill(value);
  await next(page);
  await expect(page).toHaveTitle(/^Error/);
  await expect(page.locator("[name=day]")).toHaveValue("31");
  await page.locator("[name=day]").fill("3");
  await page.locator("[name=entity]").selectOption("VE-K");
  await next(page);
  await page.locator("[name=told][value=denied]").check();
  await next(page);
  await page.getByRole("button", { name: "Enviar" }).click();
  await expect(page.locator("main")).toContainText(code.slice(0, 4));
  expect(page.url()).not.toContain(code);
  await page.context().close();
  return code;
}

async function decide(browser: Parameters<typeof familyPhone>[0]): Promise<string> {
  const page = await atTheDesk(browser, "vera");
  await page.getByRole("link", { name: SURNAMES }).first().click();
  await page.locator('a[data-key="1"]').click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(SURNAMES);
  await page.locator("[name='fact.sources.1.kind']").selectOption("habeas_corpus");
  await page.locator("[name='fact.sources.1.originClass']").selectOption("court");
  await page.locator("[name='evidence.0.title']").fill("Habeas corpus presentado");
  await page.locator("[name='evidence.0.kind']").selectOption("habeas_corpus");
  await page.locator("[name='evidence.0.quotation']").fill("Recibido sin respuesta.");
  await page.locator("#caso button[type=submit], #caso button:not([type])").last().click();
  await expect(page).toHaveURL(/\/equipo\/casos\/[0-9A-Z]{4}-[0-9A-Z]{2}/);
  const reference = page.url().match(/casos\/([0-9A-Z]{4}-[0-9A-Z]{2})/)?.[1] ?? "";

  await page.locator('a[data-key="1"]').click();
  await expect(page.locator("#efecto")).toContainText(/pasará de \d+ a \d+/);
  await page.locator("[name='identity.result'][value=met]").check();
  await page.locator("[name='identity.reasoning']").fill("Partida de nacimiento y dos parientes.");
  await page.locator("[name='deprivation.result'][value=met]").check();
  await page.locator("[name='deprivation.agent'][value=state]").check();
  await page.locator("[name='deprivation.reasoning']").fill("Testigos y habeas corpus.");
  await page.locator("[name='findings.0.result'][value=met]").check();
  await page.locator("[name='findings.0.rests[]']").first().check();
  await page.locator("[name='findings.0.reasoning']").fill("Detenido por lo que opina.");
  await page.locator("[name='exclusion.kind'][value=none]").check();
  await page.locator("[name=outcome][value=verified_political]").check();
  await page.locator("[name=reasoning]").fill("Cumple el criterio (a) con prueba.");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("p.done")).toBeVisible();
  return reference;
}

async function confirm(browser: Parameters<typeof familyPhone>[0], reference: string): Promise<void> {
  for (const username of ["vera", "victor"]) {
    const page = await atTheDesk(browser, username);
    await page.goto(`/equipo/casos/${reference}/decision`);
    await expect(page.locator("button[name=agreed]"), `${username} may not be the second person`).toHaveCount(
      0,
    );
    await page.close();
  }
  // Nobody says where he is: a disappearance needs a coordinator as second person.
  const page = await atTheDesk(browser, "carlos");
  await page.goto(`/equipo/casos/${reference}/decision`);
  await expect(page.locator("main")).toContainText(/pasará de \d+ a \d+/);
  await page.locator("button[name=agreed][value=yes]").click();
  await expect(page.locator("p.done")).toBeVisible();
}

async function signBalance(browser: Parameters<typeof familyPhone>[0]): Promise<void> {
  const first = await atTheDesk(browser, "carmen");
  await first.goto("/equipo/balances");
  await first.locator("[name=day]").fill(daysAgo(1));
  await first
    .locator("form", { has: first.locator("[name=kind]") })
    .getByRole("button")
    .click();
  await expect(first).toHaveURL(/\/equipo\/balances\/[0-9a-f-]{36}/);
  const draft = new URL(first.url()).pathname;
  await first.getByRole("button", { name: /Firmar/ }).click();
  await expect(first).toHaveURL(/hecho=signed/);
  await expect(first.getByRole("button", { name: /Firmar/ })).toHaveCount(0);
  const second = await atTheDesk(browser, "carlos");
  await second.goto(draft);
  await second.getByRole("button", { name: /Firmar/ }).click();
  await expect(second).toHaveURL(/hecho=published/);
}

async function comeBack(browser: Parameters<typeof familyPhone>[0], code: string): Promise<void> {
  const page = await familyPhone(browser);
  await page.goto("/tramite/volver");
  await page.locator("[name=code]").fill(code.replace(/(\d{4})/g, "$1 "));
  await page
    .locator("form", { has: page.locator("[name=code]") })
    .getByRole("button")
    .first()
    .click();
  await expect(page.locator("main")).toContainText("Lo verificamos y lo contamos");
  await expect(page.locator("main")).not.toContainText(SURNAMES);
  expect(page.url()).not.toContain(code);
}
