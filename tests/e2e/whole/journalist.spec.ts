import { expect, type Page, test } from "@playwright/test";
import { vigilia } from "../support/operator";

const open = process.env.E2E_OPEN ?? "";
const MINISTER = "interior-ministry-rel-2026-01-26";
const SINCE_JANUARY = "foro-penal-rel-2026-01-26-0900";
const SINCE_DECEMBER = "foro-penal-rel-2026-01-26-since-dec";

test.describe.configure({ mode: "serial" });
test.use({ javaScriptEnabled: false });

/** What no source gave of 808: its differences with 383 and 266, and a first of December. */
const never = /(^|\D)(425|542)(?!\d)|\b1\s+de\s+diciembre|December\s+1(?!\d)/;
const saysNothingFalse = async (page: Page) => expect(await page.content()).not.toMatch(never);

test.beforeAll(() => {
  vigilia("balance", "coverage", "2026-01-08", "--as", "carmen", "--second", "carlos");
});

test("a journalist's five minutes on 26 January, when the minister says 808", async ({ page, request }) => {
  await test.step("0:00 from the front page to what was said up to that day", async () => {
    await page.goto(`${open}/`);
    await page.getByRole("link", { name: "Todas las cifras, con su fuente" }).first().click();
    await page.locator("summary", { hasText: "Filtrar por quién" }).click();
    await page.locator("[name=claimant]").selectOption("authorities");
    await page.locator("[name=to]").fill("2026-01-26");
    await page.getByRole("button", { name: "Filtrar" }).click();
    const newest = page.locator("article.claim").first();
    await expect(newest.locator("h2")).toContainText("808 · Ministerio del Interior");
    await expect(newest).toContainText("no se puede calcular");
    await saysNothingFalse(page);
  });

  await test.step("0:20 the pair: what 808 covers, no names, and that they do not measure the same", async () => {
    await page.locator(`a[href="/comparar/${MINISTER}"]`).first().click();
    await page.locator(`a[href="/comparar/${MINISTER}--${SINCE_JANUARY}"]`).first().click();
    const [said, verified] = [page.locator(".side.said").first(), page.locator(".side.counted").first()];
    await expect(said).toContainText("808");
    await expect(said).toContainText("antes de diciembre y ahora");
    await expect(said).toContainText("no se publicaron");
    await expect(verified).toContainText("266");
    await expect(verified).toContainText("desde el 8 de enero de 2026");
    const terms = (side: typeof said) => side.locator("dt").allTextContents();
    expect(await terms(said)).toEqual(await terms(verified));
    await expect(page.locator(".verdict").first()).toContainText("Estas cifras no miden lo mismo");
    await saysNothingFalse(page);
  });

  await test.step("our column says that it does not cover the whole of it", async () => {
    await expect(page.locator("#registro")).toContainText(
      "Este registro no cubre ese período entero: responde desde el 8 de enero de 2026.",
    );
    const old = await page.context().newPage();
    await old.goto(`${open}/comparar/presidency-rel-2020-08-31`);
    await expect(old.locator("#registro")).toContainText("Este registro no cubre ese período.");
    await old.close();
  });

  await test.step("1:30 the verified window since December, by a select and a button", async () => {
    await page.locator("select[name=desde]").selectOption("2025-12");
    await page.getByRole("button", { name: "Ver", exact: true }).click();
    expect(page.url()).toBe(`${open}/comparar/${MINISTER}?desde=2025-12`);
    await expect(page.locator(".side.counted").first()).toContainText("383");
    await expect(page.locator(".verdict").first()).toContainText("diciembre de 2025 (día no conocido)");
    await saysNothingFalse(page);
  });

  await test.step("2:00 the ready sentence with its caveat, and how to cite it", async () => {
    const quoted = page.locator("#frase");
    await expect(quoted.locator("blockquote")).toContainText(
      "De 808 anunciadas, el Gobierno publicó 0 nombres; Foro Penal verificó 383 personas de su lista",
    );
    await expect(quoted).toContainText("La diferencia no se puede calcular.");
    await expect(quoted).toContainText("383, Foro Penal: La Nación (AFP)");
    await expect(quoted.locator(`a[href*="/comparar/${MINISTER}--${SINCE_DECEMBER}"]`)).toHaveCount(1);
  });

  await test.step("2:40 the file of that view, and the same as data", async () => {
    const file = page.getByRole("link", { name: "Este par (CSV)" });
    const csv = await (await request.get(`${open}${await file.getAttribute("href")}`)).text();
    expect(csv).toContain(`${MINISTER}--${SINCE_DECEMBER}`);
    expect(csv).toContain(",808,");
    expect(csv).toContain("2025-12,nominal");
    expect(csv).not.toMatch(never);
    const data = page.getByRole("link", { name: "Este par (JSON)" });
    const { pairs } = await (await request.get(`${open}${await data.getAttribute("href")}`)).json();
    expect(pairs).toMatchObject([{ computable: false, gap: null }]);
  });

  await test.step("3:40 the feed of comparisons", async () => {
    const feed = page.getByRole("link", { name: "Seguir las comparaciones (Atom)" });
    const answer = await request.get(`${open}${await feed.getAttribute("href")}`);
    expect(answer.headers()["content-type"]).toContain("application/atom+xml");
  });

  await test.step("4:10 how house arrest is counted, at its own address", async () => {
    await page.getByRole("link", { name: "Cómo se cuenta la detención domiciliaria" }).click();
    expect(page.url()).toBe(`${open}/metodo#domiciliaria`);
    await expect(page.locator("#domiciliaria h2")).toBeVisible();
  });

  await test.step("5:00 the address that he keeps says the same, in either language", async () => {
    for (const [address, words] of [
      [`/comparar/${MINISTER}--${SINCE_DECEMBER}`, "La diferencia no se puede calcular."],
      [`/en/compare/${MINISTER}--${SINCE_DECEMBER}`, "The gap cannot be computed."],
    ] as const) {
      await page.goto(`${open}${address}`);
      await expect(page.locator(".verdict").first()).toContainText(words);
      await saysNothingFalse(page);
    }
  });
});

test("for the press there are at least five sentences, each with its caveat, its moment and its address", async ({
  page,
}) => {
  for (const path of ["/prensa", "/en/press"]) {
    await page.goto(`${open}${path}`);
    const ready = page.locator(".ready > li");
    expect(await ready.count()).toBeGreaterThanOrEqual(5);
    for (const one of await ready.all()) {
      await expect(one.locator("blockquote")).not.toBeEmpty();
      await expect(one.locator("p b")).toBeVisible();
      await expect(one.locator("p.note a")).toHaveCount(1);
    }
    await saysNothingFalse(page);
  }
});

test.describe("feeds", () => {
  test.use({ javaScriptEnabled: true });

  test("are Atom that a reader can take apart, in both languages", async ({ page, request }) => {
    await page.goto("about:blank");
    for (const path of ["/atom.xml", "/cambios/atom.xml", "/comparar/atom.xml"])
      for (const prefix of ["", "/en"]) {
        const address =
          prefix +
          path
            .replace("/cambios", prefix ? "/changes" : "/cambios")
            .replace("/comparar", prefix ? "/compare" : "/comparar");
        const answer = await request.get(`${open}${address}`);
        expect(answer.status(), address).toBe(200);
        expect(answer.headers().etag, address).toMatch(/^"/);
        expect(answer.headers()["set-cookie"], address).toBeUndefined();
        const xml = await answer.text();
        const found = await page.evaluate((text) => {
          const read = new DOMParser().parseFromString(text, "application/xml");
          const of = (node: ParentNode, name: string) =>
            [...node.children].filter((one) => one.localName === name);
          const feed = read.documentElement;
          return {
            broken: read.getElementsByTagName("parsererror").length,
            space: feed.namespaceURI,
            head: ["id", "title", "updated"].map((name) => of(feed, name).length),
            ids: of(feed, "entry").map((entry) => of(entry, "id")[0]?.textContent),
            whole: of(feed, "entry").every((entry) =>
              ["id", "title", "updated", "link"].every((name) => of(entry, name).length === 1),
            ),
          };
        }, xml);
        expect(found, address).toMatchObject({
          broken: 0,
          space: "http://www.w3.org/2005/Atom",
          head: [1, 1, 1],
          whole: true,
        });
        expect(new Set(found.ids).size).toBe(found.ids.length);
        if (path === "/comparar/atom.xml") expect(found.ids.length).toBeGreaterThan(10);
        expect(xml).not.toMatch(never);
      }
  });
});
