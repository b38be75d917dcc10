import { expect, type Page, type Response, test } from "@playwright/test";
import { comeBack, register } from "../support/family";
import { familyPhone } from "../support/people";

test.describe.configure({ mode: "serial", timeout: 240_000 });

const turn = String(Date.now()).slice(-6);
const man = { givenNames: "Wuilmer Antonio", surnames: `Betancourt Vigil ${turn}` };
/** As long as the other's name, and nobody's. */
const nobody = { givenNames: "Zoilamar Eunice", surnames: `Quirogavent Loz ${turn}` };

/** Everything a page answers, without what is sealed anew each time. */
interface Seen {
  body: string;
  headers: string[];
}

async function looked(page: Page, act: () => Promise<unknown>): Promise<Seen> {
  const answers: string[][] = [];
  const listen = (response: Response) => {
    if (!response.url().includes("/tramite")) return;
    const headers = Object.entries(response.headers())
      // What is sealed anew each time compresses to a few bytes more or less; the page itself is compared whole.
      .filter(([name]) => !["date", "set-cookie", "keep-alive", "content-length"].includes(name))
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

test("whoever reports a man that somebody reported sees what whoever reports nobody sees, to the byte", async ({
  browser,
}) => {
  await register(await familyPhone(browser), man);
  const [officer, other] = [await familyPhone(browser), await familyPhone(browser)];
  const first = await register(officer, { ...man, count: "no" });
  const second = await register(other, { ...nobody, count: "no" });
  for (let day = 0; day < 2; day++) {
    const seen = [await walk(officer, first), await walk(other, second)];
    expect(seen[0]?.length).toBe(7);
    expect(seen[0]).toEqual(seen[1]);
  }
});
