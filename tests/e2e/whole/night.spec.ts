import { type Browser, expect, type Page, test } from "@playwright/test";
import { TOTP } from "otpauth";
import { clockTimeInCaracas, dateInCaracas } from "../../../lib/core/clock";
import { bringHeldIn, keyboardOf, surnamesOf, twoDaysLater } from "../support/night";
import { account, vigilia } from "../support/operator";
import { atTheDesk } from "../support/people";

/** `npm run proof:night` frees as many as on the night of 8 January; a dozen show the same. */
const FREED = Number(process.env.NIGHT_PEOPLE ?? 12);
const MEASURES = Math.round((FREED * 30) / 104);
const HOUSE = 2;
const PATIENCE = 20 * 60_000;

test.describe.configure({ mode: "serial", timeout: PATIENCE + 120_000 });

const minuteOf = (moment: Date) => new Date(Math.floor(moment.getTime() / 60_000) * 60_000);
const answerOf = async (path: string) => {
  const answer = await fetch(`${process.env.E2E_OPEN}${path}`);
  expect(answer.status, path).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
};
const balanceOf = async (slug: string) =>
  JSON.parse((await answerOf(`/api/v1/balances/${slug}/files/balance.json`)).toString());

test("a night of releases, ticked by one person, confirmed row by row by another, published once; what is learned two days later restates the day and never the evening", async ({
  browser,
}) => {
  const before = minuteOf(new Date());
  bringHeldIn(FREED + 60);
  vigilia("balance", "coverage", "2024-07-28", "--as", "carmen", "--second", "carlos");
  const opening = ["--at", before.toISOString(), "--kind", "partial", "--as", "carmen", "--second", "carlos"];
  vigilia("balance", "draft", ...opening);
  const [last] = JSON.parse((await answerOf("/api/v1/balances")).toString()).items;
  const held: number = (await balanceOf(last.slug)).held.total;
  expect(held).toBeGreaterThanOrEqual(FREED + 60);

  const started = Date.now();
  const evening = new Date(started);
  const day = dateInCaracas(evening);
  const { sheet, presses: ticking } = await tick(browser, evening);
  const ticked = Date.now();
  const confirming = await confirmRows(browser, sheet);
  const confirmed = Date.now();
  const { slug, message } = await publish(browser, sheet);
  const seconds = (from: number, to: number) => Math.round((to - from) / 1000);
  console.log(
    `${FREED} people: ticked in ${seconds(started, ticked)} s with ${ticking} keys, confirmed in ${seconds(ticked, confirmed)} s with ${confirming} keys, ` +
      `published in ${seconds(confirmed, Date.now())} s; ${seconds(started, Date.now())} s in all`,
  );
  // Somebody who types two keys a second would need this long besides the machine.
  const byHand = Date.now() - started + (ticking + confirming) * 500;
  console.log(`at two keys a second: ${Math.round(byHand / 60_000)} minutes`);
  expect(byHand).toBeLessThan(PATIENCE);

  const published = await balanceOf(slug);
  expect(published.kind).toBe("partial");
  expect(published.held.total).toBe(held - FREED);
  expect(published.change.flows.releases).toMatchObject({
    events: FREED,
    unspecified: FREED,
    withMeasures: 0,
  });
  expect(published.change.reconciliation.residual).toBe(0);
  expect(message.length).toBeLessThanOrEqual(900);
  expect(message).toContain(String(FREED));
  expect(message).toMatch(/\d{1,2}:\d{2}/);
  for (let n = 0; n < FREED; n++) expect(message).not.toContain(surnamesOf(n).split(" ")[0]);

  const files = [
    `/api/v1/balances/${slug}`,
    `/api/v1/balances/${slug}/balance.zip`,
    `/api/v1/balances/${slug}/files/balance.json`,
  ];
  const then = await Promise.all(files.map(answerOf));
  const later = twoDaysLater({ sheet, day, measures: MEASURES, house: HOUSE });
  expect(await Promise.all(files.map(answerOf)), "the published evening").toEqual(then);
  expect(later.evening.releases).toMatchObject({ events: FREED, unspecified: FREED, withMeasures: 0 });
  expect(later.restated.releases).toMatchObject({ events: FREED - HOUSE, withMeasures: MEASURES });
  expect(later.since).toMatchObject({ opening: held - FREED, closing: held - FREED + HOUSE, residual: 0 });
  expect(later.since.terms).toMatchObject({ corrections: HOUSE, releases: 0 });
  await readLater(browser, later.draft, slug);
});

async function tick(browser: Browser, evening: Date): Promise<{ sheet: string; presses: number }> {
  const page = await atTheDesk(browser, "ines");
  const keys = keyboardOf(page);
  await page.goto("/equipo/noche");
  await page.locator("[name=day]").fill(dateInCaracas(evening));
  await page.locator("[name=precision]").selectOption("hour");
  await page.locator("[name=from]").fill(clockTimeInCaracas(evening).slice(0, 5));
  await page.locator("[name='sources.0.kind']").selectOption("ngo_list");
  await page.locator("[name='sources.0.originClass']").selectOption("ngo");
  await page.locator("#night-search").focus();
  for (let n = 0; n < FREED; n++) {
    await keys.type(surnamesOf(n).toLowerCase());
    await expect(page.locator("tbody tr:not([hidden])")).toHaveCount(1);
    await keys.press("Enter");
  }
  await expect(page.locator("output.note")).toContainText(String(FREED));
  await keys.press("Escape");
  await keys.press("s");
  await expect(page).toHaveURL(/noche\/[0-9a-f-]{36}\?hecho=recorded/, { timeout: 120_000 });
  await expect(page.locator("#respuesta")).toContainText("Persona Inventada");
  expect(
    await page.locator("#respuesta [name='confirm[]']:not(:disabled)").count(),
    "nobody confirms their own",
  ).toBe(0);
  const sheet = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await page.close();
  return { sheet, presses: keys.presses() };
}

async function confirmRows(browser: Browser, sheet: string): Promise<number> {
  const page = await atTheDesk(browser, "vera");
  const keys = keyboardOf(page);
  await page.goto(`/equipo/noche/${sheet}`);
  const boxes = page.locator("#respuesta [name='confirm[]']");
  await expect(boxes).toHaveCount(FREED);
  await boxes.first().focus();
  for (let n = 0; n < FREED; n++) {
    await keys.press("Space");
    if (n + 1 < FREED) await keys.press("ArrowDown");
  }
  expect(await page.locator("#respuesta [name='confirm[]']:checked").count()).toBe(FREED);
  await keys.press("Escape");
  await keys.press("s");
  await expect(page).toHaveURL(new RegExp(`hecho=answered&n=${FREED}&no=0`), { timeout: 300_000 });
  await page.close();
  return keys.presses();
}

async function publish(browser: Browser, sheet: string): Promise<{ slug: string; message: string }> {
  const first = await atTheDesk(browser, "carmen");
  await first.goto(`/equipo/noche/${sheet}`);
  await first.locator("#parcial button").click();
  await expect(first).toHaveURL(/balances\/[0-9a-f-]{36}/, { timeout: 60_000 });
  await expect(first.locator("#cambios")).toContainText(new RegExp(`[−-]${FREED}`));
  const draft = new URL(first.url()).pathname;
  await sign(first, "carmen", /hecho=signed/);
  const second = await atTheDesk(browser, "carlos");
  await second.goto(draft);
  await expect(second.locator("#antes")).toContainText("carmen");
  await sign(second, "carlos", /hecho=published/);
  const message = await second.locator("textarea[readonly]").inputValue();
  const slug =
    ((await second.locator("h1").textContent()) ?? "").match(/\d{4}-\d{2}-\d{2}(-\d+)?/)?.[0] ?? "";
  await Promise.all([first.close(), second.close()]);
  return { slug, message };
}

/** Signs; after a long night the second factor is not fresh any more, and is asked for once. */
async function sign(page: Page, username: string, done: RegExp): Promise<void> {
  const button = page.locator("#firma button");
  await button.click();
  const factor = page.locator("#firma [name=stepUp]");
  await expect(factor.or(page.locator("p[role=status].notice")).first()).toBeVisible();
  if (await factor.isVisible()) {
    await factor.fill(new TOTP({ secret: account(username).totpSecret }).generate());
    await button.click();
  }
  await expect(page).toHaveURL(done);
}

/** The next balance names the correction, at the desk case by case and in public as a line that closes. */
async function readLater(browser: Browser, draft: string, evening: string): Promise<void> {
  const page = await atTheDesk(browser, "carlos");
  await page.goto(`/equipo/balances/${draft}`);
  const changed = page.locator("#cambios");
  await expect(changed.locator("tbody tr", { hasText: "detención domiciliaria" })).toHaveCount(HOUSE);
  const slug = ((await page.locator("h1").textContent()) ?? "").match(/\d{4}-\d{2}-\d{2}(-\d+)?/)?.[0] ?? "";
  await page.close();
  const { change } = await balanceOf(slug);
  expect(change.from.slug).toBe(evening);
  expect(change.reconciliation).toMatchObject({ residual: 0 });
  expect(change.reconciliation.closing - change.reconciliation.opening).toBe(HOUSE);
  expect(change.reconciliation.terms).toMatchObject({ corrections: HOUSE, releases: 0 });
  const reader = await browser.newPage({ javaScriptEnabled: false });
  await reader.goto(`${process.env.E2E_OPEN}/balances/${slug}`);
  await expect(reader.locator("main")).toContainText(`+${HOUSE}`);
  await reader.goto(`${process.env.E2E_OPEN}/balances/${evening}`);
  await expect(reader.locator("main")).toContainText(String(FREED));
  await reader.close();
}
