import { expect, test } from "@playwright/test";
import { drawnPages, onlyDrawn } from "../support/drawn-numbers";
import { compareForms } from "../support/same-number";

// After the journey, which publishes. `npm run proof:numbers` asks it of every balance of the demonstration, in both languages.
test.describe.configure({ timeout: 3_600_000 });

const open = process.env.E2E_OPEN ?? "";
const everything = process.env.NUMBERS === "all";

test("each number is the same in page, table, CSV, JSON, drawing, embed, text and API", async () => {
  const { items } = (await (await fetch(`${open}/api/v1/balances?limit=200`)).json()) as {
    items: { slug: string }[];
  };
  expect(items.length).toBeGreaterThan(0);
  let numbers = 0;
  const otherwise: string[] = [];
  for (const { slug } of everything ? items : items.slice(0, 1)) {
    const compared = await compareForms(open, slug, everything);
    numbers += compared.numbers;
    otherwise.push(...compared.otherwise);
  }
  console.info(`${numbers} numbers compared, ${otherwise.length} said otherwise`);
  expect(numbers).toBeGreaterThan(200);
  expect(otherwise).toEqual([]);
});

test("whoever sees no drawing misses no number: what one says stands in the words or a table of its page", async () => {
  const { items } = (await (await fetch(`${open}/api/v1/balances?limit=1`)).json()) as {
    items: { slug: string }[];
  };
  let numbers = 0;
  const missing: string[] = [];
  for (const path of drawnPages(items[0]?.slug ?? "", everything)) {
    const drawn = await onlyDrawn(open, path);
    numbers += drawn.numbers;
    missing.push(...drawn.missing);
  }
  console.info(`${numbers} drawn numbers, ${missing.length} of them nowhere else`);
  expect(numbers).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});
