import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as securityText } from "@/app/.well-known/security.txt/route";
import { GET as feedOfBalances } from "@/app/[locale]/(public)/atom.xml/route";
import { GET as feedOfChanges } from "@/app/[locale]/(public)/cambios/atom.xml/route";
import Comparison from "@/app/[locale]/(public)/comparar/[pair]/page";
import { GET as feedOfComparisons } from "@/app/[locale]/(public)/comparar/atom.xml/route";
import Press from "@/app/[locale]/(public)/prensa/page";
import VerifySite from "@/app/[locale]/(public)/verificar-sitio/page";
import { GET as comparison } from "@/app/api/v1/comparisons/[id]/route";
import { GET as pairsCsv } from "@/app/api/v1/comparisons.csv/route";
import { importClaims } from "@/lib/claims/commands";
import { contacts } from "@/lib/core/env";
import { fingerprint } from "@/lib/opendata/tallies/rules";
import { asOwner } from "@/tests/support/owner";
import { wholeBalance } from "@/tests/support/signed-balance";

const keys = ["aa".repeat(32), "bb".repeat(32)];
const imported = new Date("2026-04-01T10:00:00Z");
const seed = readFileSync("prisma/seed/claims.csv", "utf8");
const operator = { kind: "operator" } as const;

const textOf = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const inSpanish = { params: Promise.resolve({ locale: "es" }) };
const at = (pair: string, query: Record<string, string> = {}) => ({
  params: Promise.resolve({ locale: "es", pair }),
  searchParams: Promise.resolve(query),
});
const read = async (feed: typeof feedOfBalances, locale = "es", etag?: string) =>
  feed(new Request("http://localhost/x", etag ? { headers: { "if-none-match": etag } } : {}), {
    params: Promise.resolve({ locale }),
  });
const security = () => securityText(new Request("http://localhost/x"), undefined);
const updatedIn = (xml: string) =>
  [...xml.matchAll(/<entry>[\s\S]*?<updated>([^<]+)/g)].map(([, moment]) => moment);

async function publish(slug: string, publishedAt: string, change: Parameters<typeof wholeBalance>[0] = {}) {
  const content = wholeBalance({ slug, ...change });
  await asOwner(
    "INSERT INTO publication.balances (id, slug, kind, at, known, method, content, content_hash, signatures, published_at) VALUES (gen_random_uuid(), $1, 'weekly', $2, $2, '1.0', $3, '\\x00', $4, $5)",
    [
      slug,
      content.at,
      content,
      JSON.stringify(keys.map((publicKey) => ({ publicKey, signature: "00" }))),
      publishedAt,
    ],
  );
}

beforeAll(async () => {
  await importClaims(operator, seed, () => imported);
});
afterEach(() => vi.unstubAllEnvs());

describe("before the first balance", () => {
  it("the press reads five sentences all the same, none of them ours, and whom to ask is not made up", async () => {
    const html = renderToStaticMarkup(await Press(inSpanish));
    expect(html.match(/<blockquote/g)).toHaveLength(5);
    expect(textOf(html)).toContain("todavía no ha publicado ningún balance");
    expect(textOf(html)).toContain("no ha declarado un contacto de prensa");
    expect(await (await read(feedOfBalances)).text()).not.toContain("<entry>");
    expect((await security()).status).toBe(404);
  });
});

describe("with two balances signed", () => {
  beforeAll(async () => {
    await publish("2026-01-19", "2026-01-20T15:00:00Z", {
      at: "2026-01-20T04:00:00Z",
      known: "2026-01-20T04:00:00Z",
      change: null,
    });
    await publish("2026-01-26", "2026-01-27T15:00:00Z");
    await asOwner(
      "INSERT INTO publication.site (id, demonstration, organisation, coverage_since, gate) VALUES (1, false, 'Prueba', '2026-01-08', 50)",
    );
  });

  it("the press reads each number of the latest with its caveat, cut-off and fixed address", async () => {
    vi.stubEnv("PUBLIC_ORIGIN", "https://registro.example");
    vi.stubEnv("VIGILIA_PRESS_CONTACT", "mailto:prensa@registro.example; https://signal.example/x");
    const html = renderToStaticMarkup(await Press(inSpanish));
    const text = textOf(html);
    expect(html.match(/<blockquote/g)?.length).toBeGreaterThanOrEqual(9);
    expect(text).toContain(
      "Al cierre del lunes 26 de enero de 2026 (hora de Venezuela), Vigilia tenía verificadas 1.711 personas detenidas por motivos políticos en Venezuela.",
    );
    expect(text).toContain("verificó 20 excarcelaciones: 15 con medidas, 3 en libertad plena");
    expect(text).toContain("Excarcelación no es liberación");
    expect(text).toContain("menos de 20 estaban en detención domiciliaria");
    expect(text).toContain("no lo convierta en cero");
    expect(text).toContain("https://registro.example/balances/2026-01-26");
    expect(html).toContain('href="mailto:prensa@registro.example"');
  });

  it("beside 143 people counted from 8 to 19 January stands what we verified in those very days", async () => {
    const text = textOf(renderToStaticMarkup(await Comparison(at("foro-penal-rel-2026-01-19-1930"))));
    expect(text).toContain("Verificamos");
    expect(text).toContain("Balance 2026-01-26, firmado");
    expect(text).toContain("este registro verificó 20 personas de su lista desde el 8 de enero de 2026");
    const { own } = await (
      await comparison(new Request("http://localhost/x"), {
        params: Promise.resolve({ id: "foro-penal-rel-2026-01-19-1930" }),
      })
    ).json();
    expect(own).toMatchObject({ balance: "2026-01-26", figure: { value: 20 }, computable: false, gap: null });
  });

  it("808 is read from another beginning by its address, and outside coverage our column says so", async () => {
    const minister = "interior-ministry-rel-2026-01-26";
    const december = textOf(renderToStaticMarkup(await Comparison(at(minister, { desde: "2025-12" }))));
    expect(december).toContain("Foro Penal verificó 383 personas de su lista");
    expect(december).toContain(
      "Este registro no cubre ese período entero: responde desde el 8 de enero de 2026.",
    );
    const nonsense = textOf(renderToStaticMarkup(await Comparison(at(minister, { desde: "' OR 1=1" }))));
    expect(nonsense).toContain("Esa fecha no está entre las que hay");
    for (const page of [december, nonsense]) expect(page).not.toMatch(/\b(425|542)\b|1 de diciembre/);
    const before = textOf(renderToStaticMarkup(await Comparison(at("public-ministry-rel-2024-12-14"))));
    expect(before).toContain("Este registro no cubre ese período.");
  });

  it("a pair comes as a file, ours in a row of its own, and every pair of an authority without asking for one", async () => {
    const ask = async (query: string) =>
      (await pairsCsv(new Request(`http://localhost/api/v1/comparisons.csv${query}`), undefined)).text();
    const pair = "interior-ministry-rel-2026-01-26--foro-penal-rel-2026-01-26-0900";
    const rows = (await ask(`?id=${pair}`)).trim().split("\r\n");
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain(`${pair},interior-ministry-rel-2026-01-26,interior-ministry,`);
    expect(rows[1]).toContain(",808,exact,2025-12,nominal,2026-01-26,day,");
    expect(rows[1]).toContain(",persons,false,,,");
    expect(rows[1]).not.toContain("2025-12-01");
    const own = await ask("?id=foro-penal-rel-2026-01-19-1930");
    expect(own).toContain("this-registry,20,exact,2026-01-08,day,2026-01-19,day,verified,persons");
    expect((await ask("")).trim().split("\r\n").length).toBeGreaterThan(60);
  });

  it("the keys that signed are told by fingerprint, with the first and the last balance of each", async () => {
    const text = textOf(renderToStaticMarkup(await VerifySite(inSpanish)));
    for (const key of keys) expect(text).toContain(fingerprint(key));
    expect(text).toContain("2026-01-19");
    expect(text).toContain("esta instalación no la ha declarado");
    vi.stubEnv("VIGILIA_SECURITY_CONTACT", "https://registro.example/seguridad");
    expect(await (await security()).text()).toMatch(
      /^Contact: https:\/\/registro.example\/seguridad\nExpires: /,
    );
    vi.stubEnv("VIGILIA_SECURITY_CONTACT", "escriba a alguien");
    expect(() => contacts("SECURITY")).toThrow("VIGILIA_SECURITY_CONTACT");
  });

  it("feeds tell moments of publication, the same bytes each time, and nothing again to whoever has them", async () => {
    const answer = await read(feedOfBalances);
    expect(answer.headers.get("content-type")).toContain("application/atom+xml");
    const xml = await answer.text();
    expect(updatedIn(xml)).toEqual(["2026-01-27T15:00:00.000Z", "2026-01-20T15:00:00.000Z"]);
    expect(await (await read(feedOfBalances)).text()).toBe(xml);
    const again = await read(feedOfBalances, "es", answer.headers.get("etag") ?? "");
    expect(again.status).toBe(304);
    const english = await (await read(feedOfBalances, "en")).text();
    expect(english).toContain("/en/balances/2026-01-26");
    expect(english.match(/<id>[^<]+/g)).not.toEqual(xml.match(/<id>[^<]+/g));
    expect(await (await read(feedOfChanges)).text()).toContain("/cambios?de=2026-01-19&amp;a=2026-01-26");
  });

  it("a comparison is told anew when its figure is corrected, and stays as it was otherwise", async () => {
    const before = await (await read(feedOfComparisons)).text();
    expect(new Set(updatedIn(before))).toEqual(new Set([imported.toISOString()]));
    expect(before).toContain("no se puede calcular");
    expect(before).not.toMatch(/\b(425|542)\b/);
    const corrected = seed.replace(/^(national-assembly-rel-2026-03-12,.*?),253,/m, "$1,254,");
    expect(corrected).not.toBe(seed);
    await importClaims(operator, corrected, () => new Date("2026-04-20T10:00:00Z"));
    const after = updatedIn(await (await read(feedOfComparisons)).text());
    expect(after).toContain("2026-04-20T10:00:00.000Z");
    expect(after.filter((moment) => moment === imported.toISOString()).length).toBeGreaterThan(10);
  });

  it("kept to the earlier balance, which had no number for them, the same page says that it has none", async () => {
    const page = Comparison(at("foro-penal-rel-2026-01-19-1930", { balance: "2026-01-26" }));
    expect(textOf(renderToStaticMarkup(await page))).toContain("este registro verificó 20");
    await publish("2026-02-02", "2026-02-03T15:00:00Z", { claims: [], at: "2026-02-03T04:00:00Z" });
    const now = textOf(renderToStaticMarkup(await Comparison(at("foro-penal-rel-2026-01-19-1930"))));
    expect(now).not.toContain("este registro verificó 20");
    expect(now).toContain("no ha publicado una cifra propia de exactamente esas fechas");
    const kept = Comparison(at("foro-penal-rel-2026-01-19-1930", { balance: "2026-01-26" }));
    expect(textOf(renderToStaticMarkup(await kept))).toContain("este registro verificó 20");
  });
});
