import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { TOTP } from "otpauth";
import { account } from "./operator";

const open = () => process.env.E2E_OPEN ?? "";
const desk = () => process.env.E2E_DESK ?? "";

/** A family's phone: 360 px, no script. */
export async function familyPhone(browser: Browser, javaScriptEnabled = false): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled,
    viewport: { width: 360, height: 740 },
    baseURL: open(),
    locale: "es-VE",
  });
  return context.newPage();
}

const computers = new Map<string, BrowserContext>();

/**
 * A member of staff where their work begins, at their own computer, signed in once with passphrase and second factor: a code works
 * only once.
 */
export async function atTheDesk(
  browser: Browser,
  username: string,
  { password, totpSecret } = account(username),
): Promise<Page> {
  const known = computers.get(username);
  if (known) {
    const page = await known.newPage();
    await page.goto("/equipo");
    return page;
  }
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    baseURL: desk(),
    locale: "es-VE",
  });
  const page = await context.newPage();
  await page.goto("/equipo/entrar");
  await page.locator("[name=username]").fill(username);
  await page.locator("[name=passphrase]").fill(password);
  await page.locator("[name=totp]").fill(new TOTP({ secret: totpSecret }).generate());
  await page.getByRole("button", { name: "Entrar" }).click();
  await expect(page).toHaveURL(/\/equipo$/, { timeout: 30_000 });
  computers.set(username, context);
  return page;
}

/** The published total as the open API has it. */
export async function publishedTotal(): Promise<number> {
  const answer = await fetch(`${open()}/api/v1/tallies`);
  expect(answer.status).toBe(200);
  return (await answer.json()).held.total;
}
