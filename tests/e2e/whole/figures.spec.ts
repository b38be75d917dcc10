import { expect, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { z } from "zod";

const open = process.env.E2E_OPEN ?? "";
const amount = z.object({ n: z.number(), sense: z.string() });
const answer = z.object({
  balance: z.object({ slug: z.string() }),
  value: amount.nullable(),
  rows: z.array(z.object({ cell: z.string(), value: amount.nullable() })).nullable(),
});

const figures = [
  "/cifras/detenidas?by=sex",
  "/cifras/detenidas?by=ageGroup",
  "/cifras/detenidas?house=without",
  "/cifras/paradero-desconocido",
  "/cifras/confirmadas",
  "/cifras/pendientes",
  "/en/figures/held?by=convicted",
  "/en/figures/releases?by=kind",
];

for (const address of figures) {
  test(`${address} says one number, wherever it is read`, async ({ page, request }) => {
    const [path, query] = address.split("?");
    const file = (form: string) => `${open}${path}.${form}${query ? `?${query}` : ""}`;
    const json = answer.parse(await (await request.get(file("json"))).json());
    const rows: Record<string, string>[] = parse(await (await request.get(file("csv"))).text(), {
      columns: true,
    });
    const svg = await (await request.get(file("svg"))).text();
    await page.goto(`${open}${address}`);

    const number = (n: number) => n.toLocaleString(path?.startsWith("/en") ? "en" : "es-VE");
    if (json.value) await expect(page.locator(".figure")).toContainText(number(json.value.n));
    expect(rows[0]).toMatchObject({
      line: "value",
      balance: json.balance.slug,
      value: String(json.value?.n ?? ""),
      sense: json.value?.sense ?? "notPublished",
    });
    const cells = rows.filter(({ line, value }) => line === "cell" && value !== "");
    expect(cells.map(({ cell, value }) => [cell, value])).toEqual(
      (json.rows ?? []).map(({ cell, value }) => [cell, String(value?.n)]),
    );
    const printed = await page.locator("#partes tbody tr").allTextContents();
    expect(printed).toHaveLength(json.rows?.length ?? 0);
    for (const [place, { value }] of (json.rows ?? []).entries()) {
      expect(printed[place]).toContain(number(value?.n ?? 0));
      expect(svg).toContain(number(value?.n ?? 0));
    }
    expect(svg.length).toBeLessThan(8192);
  });
}

test("what may not be divided says why, in every form, and no table is empty", async ({ page, request }) => {
  await page.goto(`${open}/cifras/paradero-desconocido?by=sex`);
  await expect(page.locator("#partes")).toContainText(
    "No publicamos este cruce para proteger a las personas",
  );
  await expect(page.locator("#partes table")).toHaveCount(0);
  expect(await (await request.get(`${open}/cifras/paradero-desconocido.csv?by=sex`)).text()).toContain(
    "withheld: crossing",
  );
});

test("a file of a balance is the same bytes each time, by its mark too, and refuses what it does not understand", async ({
  request,
}) => {
  const { balance } = answer.parse(await (await request.get(`${open}/cifras/detenidas.json`)).json());
  const address = `${open}/cifras/detenidas.csv?balance=${balance.slug}`;
  const [first, second] = [await request.get(address), await request.get(address)];
  expect(await first.body()).toEqual(await second.body());
  const etag = first.headers().etag ?? "";
  expect((await request.get(address, { headers: { "If-None-Match": etag } })).status()).toBe(304);
  for (const bad of [
    "cifras/detenidas.csv?x=1",
    "cifras/detenidas.json?by=nada",
    "cifras/detenidas.svg?width=9",
  ]) {
    const refused = await request.get(`${open}/${bad}`);
    expect([bad, refused.status(), refused.headers()["content-type"]]).toEqual([
      bad,
      400,
      "application/problem+json",
    ]);
  }
  expect((await request.get(`${open}/cifras/detenidas.csv?balance=1999-01-01`)).status()).toBe(404);
  expect((await request.get(`${open}/cifras/nada.csv`)).status()).toBe(404);
});
