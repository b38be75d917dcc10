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

// After the journey, which publishes a balance: the names of these files are their order.
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

test("the series says the same in its table, its files and its drawings", async ({ page, request }) => {
  const rows: Record<string, string>[] = parse(await (await request.get(`${open}/serie.csv`)).text(), {
    columns: true,
  });
  const json = z
    .object({ rows: z.array(z.object({ at: z.string(), published: z.number().nullable() })) })
    .parse(await (await request.get(`${open}/en/series.json`)).json());
  expect(json.rows.map(({ at, published }) => [at, String(published ?? "")])).toEqual(
    rows.map(({ at, published }) => [at, published]),
  );
  await page.goto(`${open}/serie`);
  const last = rows.at(-1);
  await expect(page.locator("table tbody tr").first()).toContainText(
    Number(last?.published).toLocaleString("es-VE"),
  );
  for (const kind of ["published", "restated", "flows"]) {
    const svg = await request.get(`${open}/serie.svg?kind=${kind}`);
    expect(svg.headers()["content-type"]).toBe("image/svg+xml; charset=utf-8");
    expect((await svg.body()).length).toBeLessThan(8192);
  }
});

test("an embed fits its frame, may be framed by anybody, leaves no cookie and costs few bytes", async ({
  page,
}) => {
  await page.goto(`${open}/incrustar`);
  const views = await page
    .locator("#view option")
    .evaluateAll((all) => all.map((one) => one.getAttribute("value")));
  expect(views.length).toBeGreaterThan(10);
  await page.setViewportSize({ width: 320, height: 400 });
  for (const view of views) {
    await page.goto(`${open}/incrustar?view=${view}`);
    const code = await page.locator("#code").inputValue();
    const height = Number(/height="(\d+)"/.exec(code)?.[1]);
    expect(code).toMatch(/title="[^"]+"/);
    let bytes = 0;
    const count = async (one: import("@playwright/test").Response) => {
      bytes += (await one.request().sizes()).responseBodySize;
    };
    page.on("response", count);
    const answer = await page.goto(`${open}/e/${view}`, { waitUntil: "networkidle" });
    page.off("response", count);
    expect(answer?.headers()["content-security-policy"]).toContain("frame-ancestors *");
    expect(answer?.headers()["x-frame-options"]).toBeUndefined();
    expect(answer?.headers()["set-cookie"]).toBeUndefined();
    const tall = await page.evaluate(() => document.documentElement.scrollHeight);
    expect([view, tall <= height || `${tall} > ${height}`]).toEqual([view, true]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect([view, bytes < 25_000 || bytes]).toEqual([view, true]);
  }
  const unknown = await page.goto(`${open}/e/no-hay`);
  expect(unknown?.status()).toBe(404);
  await expect(page.locator("h1")).toHaveText("Este gráfico fue retirado");
});

test("the front page comes whole in few requests and few bytes", async ({ page }) => {
  const sizes: number[] = [];
  page.on("response", async (one) => sizes.push((await one.request().sizes()).responseBodySize));
  await page.goto(`${open}/`, { waitUntil: "networkidle" });
  expect(sizes.length).toBeLessThanOrEqual(8);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
});
