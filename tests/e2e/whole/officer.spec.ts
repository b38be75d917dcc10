import { type Browser, expect, type Page, test } from "@playwright/test";
import { comeBack, register } from "../support/family";
import { atTheDesk, familyPhone } from "../support/people";

test.describe.configure({ mode: "serial", timeout: 240_000 });

const turn = String(Date.now()).slice(-6);
const man = { givenNames: "Wuilmer Antonio", surnames: `Betancourt Vigil ${turn}` };
/** As long as the other's name, and nobody's. */
const nobody = { givenNames: "Zoilamar Eunice", surnames: `Quirogavent Loz ${turn}` };
const open = () => process.env.E2E_OPEN ?? "";

/** Everything a page answers, without what is sealed anew each time. */
interface Seen {
  body: string;
  headers: string[];
}

async function looked(page: Page, act: () => Promise<unknown>): Promise<Seen> {
  const answers: string[][] = [];
  const listen = (response: import("@playwright/test").Response) => {
    if (!response.url().includes("/tramite")) return;
    const headers = Object.entries(response.headers())
      .filter(([name]) => !["date", "set-cookie", "keep-alive"].includes(name))
      .map(([name, value]) => `${name}: ${value}`);
    const cookie = response.headers()["set-cookie"] ?? "";
    answers.push([String(response.status()), `cookie of ${cookie.length}`, ...headers]);
  };
  page.on("response", listen);
  await act();
  page.off("response", listen);
  const html = (await page.content()).replaceAll(/value="[\w-]{60,}"/g, (found) => `sealed ${found.length}`);
  return { body: html, headers: answers.flat() };
}

/** What a visitor sees who returns with a number, walks through every page and asks to withdraw. */
async function walk(page: Page, code: string): Promise<Seen[]> {
  const seen = [await looked(page, () => comeBack(page, code))];
  for (const to of ["answers", "withdraw"]) {
    seen.push(await looked(page, () => page.locator(`button[name=to][value=${to}]`).click()));
    seen.push(await looked(page, () => page.locator("button[name=to][value=report]").click()));
  }
  await page.locator("button[name=to][value=withdraw]").click();
  const choice = page.locator("button[name=choice][value='count:no']");
  seen.push(await looked(page, () => choice.click()));
  seen.push(await looked(page, () => page.getByRole("button", { name: "Pedirlo" }).click()));
  return seen;
}

/** Every public number and list. */
async function published(): Promise<string> {
  const answers = await Promise.all(
    ["/api/v1/tallies", "/api/v1/cases", "/", "/casos"].map(async (path) => {
      const answer = await fetch(`${open()}${path}`);
      return `${answer.status} ${(await answer.text()).replaceAll(/value="[\w-]{60,}"/g, "")}`;
    }),
  );
  return answers.join("\n");
}

async function openCase(browser: Browser, name: string): Promise<string> {
  const vera = await atTheDesk(browser, "vera");
  await vera.goto("/equipo?ver=all");
  await vera.getByRole("link", { name, exact: true }).first().click();
  await vera.locator('a[href^="/equipo/reportes/"]').first().click();
  await vera.locator("#caso button[type=submit], #caso button:not([type])").last().click();
  await expect(vera).toHaveURL(/\/equipo\/casos\/[0-9A-Z]{4}-[0-9A-Z]{2}/);
  const reference = vera.url().match(/casos\/([0-9A-Z]{4}-[0-9A-Z]{2})/)?.[1] ?? "";
  await vera.close();
  return reference;
}

test("whoever reports a man that somebody reported learns what whoever reports nobody learns, and moves nothing", async ({
  browser,
}) => {
  const mother = await familyPhone(browser);
  await register(mother, man);
  const reference = await openCase(browser, `${man.givenNames} ${man.surnames}`);
  const before = await published();

  const [officer, other] = [await familyPhone(browser), await familyPhone(browser)];
  const codes: string[] = [];
  for (const [page, told] of [
    [officer, man],
    [other, nobody],
  ] as const)
    codes.push(await register(page, { ...told, count: "no" }));
  const [first = "", second = ""] = codes;

  await test.step("day after day, and asking to withdraw, the pages are the same to the byte", async () => {
    for (let day = 0; day < 2; day++) {
      const seen = [await walk(officer, first), await walk(other, second)];
      expect(seen[0]).toEqual(seen[1]);
    }
  });

  await test.step("the desk sees that it may be the same man", async () => {
    const vera = await atTheDesk(browser, "vera");
    await vera.goto("/equipo?ver=all");
    await vera
      .getByRole("link", { name: `${man.givenNames} ${man.surnames}`, exact: true })
      .first()
      .click();
    await vera.locator('a[data-key="2"]').click();
    await expect(vera.locator("section.pane")).toContainText(reference);
    await vera.close();
  });

  await test.step("and a review of what he asked, which changes nothing by itself", async () => {
    const carmen = await atTheDesk(browser, "carmen");
    await carmen.goto("/equipo/retiros");
    await carmen.locator("#abrir button").click();
    await expect(carmen.getByRole("link", { name: "Que no se le cuente" }).first()).toBeVisible();
    await carmen.close();
  });
  expect(await published()).toBe(before);
});
