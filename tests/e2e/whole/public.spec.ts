import { expect, type Page, test } from "@playwright/test";
import { population } from "../../../scripts/demo/population";
import { demoAccounts } from "../../support/server";
import { builtRoutes, crawl, type Found, textsIn } from "../support/crawl";
import { register } from "../support/family";
import { familyPhone } from "../support/people";

// After the journey: there is a registry of invented people, a balance and reports. What anybody can reach of it is read whole.
test.describe.configure({ mode: "serial", timeout: 300_000 });

const open = process.env.E2E_OPEN ?? "";
const turn = String(Date.now()).slice(-7);
let found: Map<string, Found>;

test("everything public that was built is reached from the front page in both languages, and nothing reached is broken", async ({
  browser,
}) => {
  const phone = await familyPhone(browser);
  await register(phone, {
    givenNames: "Reportada",
    surnames: `Canaria${turn}`,
    idNumber: `99${turn.slice(-6)}`,
    safeWord: `palabra${turn}`,
  });
  await phone.close();
  found = await crawl(open);
  const all = [...found.values()];
  expect(all.filter(({ status }) => status >= 500).map(({ address }) => address)).toEqual([]);
  const lost = all.filter(
    ({ status, address }) =>
      status === 404 &&
      !/no-hay|nothing|robots|sitemap|favicon|\.well-known|\/api\/v1\/comparisons/.test(address),
  );
  expect(lost.map(({ address }) => address)).toEqual([]);
  const never = builtRoutes().filter(
    ({ pattern }) => ![...found.keys()].some((one) => pattern.test(one.split("?")[0] ?? "")),
  );
  // Where nobody is named there is no page of anybody.
  const { items } = (await (await fetch(`${open}/api/v1/cases`)).json()) as { items: unknown[] };
  const expected = never.filter(({ name }) => items.length > 0 || !name.includes("[reference]"));
  expect(expected.map(({ name }) => name)).toEqual([]);
  console.info(`${all.length} public answers, ${builtRoutes().length} routes`);
});

test("nowhere in them stands anybody unnamed, anybody who reported, or anybody of the staff", () => {
  const named = [...found.values()].filter(({ address }) =>
    /^\/(en\/)?(casos|cases)|^\/api\/v1\/cases/.test(address),
  );
  const mayStand = named.flatMap(textsIn).join("\n");
  const all = population().map(({ person, permissions }) => ({
    name: `${person.givenNames} ${person.surnames}`,
    permitted: permissions.some(({ purpose, granted }) => purpose === "name" && granted),
  }));
  // Invented names repeat: whose name is also part of a permitted one may stand.
  const permitted = all.flatMap((one) => (one.permitted ? [one.name] : []));
  const people = all
    .filter((one) => !one.permitted && one.name.split(" ").length >= 3)
    .map(({ name }) => name)
    .filter((name) => !permitted.some((other) => other.includes(name)));
  expect(people.length).toBeGreaterThan(100);
  const numbers = population().flatMap(({ person }) => (person.idDocument ? [person.idDocument.number] : []));
  const staff = demoAccounts(process.env.E2E_DATA_DIR ?? "").flatMap(({ username, totpSecret }) => [
    `"${username}"`,
    `>${username}<`,
    totpSecret,
  ]);
  const number = new RegExp(`(?<!\\w)(${numbers.join("|")})(?!\\w)`);
  const canaries = [`Canaria${turn}`, `palabra${turn}`, `99${turn.slice(-6)}`, ...staff];
  for (const one of found.values()) {
    const text = textsIn(one).join("\n");
    expect(number.exec(text)?.[0], one.address).toBeUndefined();
    expect(
      canaries.filter((canary) => text.includes(canary)),
      one.address,
    ).toEqual([]);
    expect(
      people.filter((name) => text.includes(name)),
      one.address,
    ).toEqual([]);
  }
  // The search itself can find: who is named stands where names stand.
  expect(mayStand.length).toBeGreaterThan(1_000);
});

const pages = () => [
  ...new Map(
    [...found.values()]
      .filter(({ type, status }) => type.startsWith("text/html") && status === 200)
      .map((one) => [new URL(one.address, open).pathname.replace(/\d[\w-]*/g, "N"), one.address]),
  ).values(),
];

test("each page has one heading and its language, and on a screen of 320 points nothing has to be moved sideways", async ({
  page,
}) => {
  // A screen of 1280 × 1024 points enlarged four times, as WCAG 1.4.10 has it, and the narrowest phone.
  await page.setViewportSize({ width: 320, height: 256 });
  const sideways: string[] = [];
  for (const address of pages()) {
    await page.goto(open + address);
    if (!(await fits(page))) sideways.push(address);
    await expect(page.locator("h1"), address).toHaveCount(1);
    const lang = await page.locator("html").getAttribute("lang");
    expect(lang?.slice(0, 2), address).toBe(/^\/en(\/|$)/.test(address) ? "en" : "es");
  }
  expect(sideways).toEqual([]);
});

const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1);
