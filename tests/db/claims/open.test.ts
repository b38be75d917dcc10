import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import ClaimAccountsPage from "@/app/[locale]/(public)/comparar/cuentas/page";
import { GET as one } from "@/app/api/v1/claims/[id]/route";
import { GET as accounts } from "@/app/api/v1/claims/accounts/route";
import { GET as accountsCsv } from "@/app/api/v1/claims/accounts.csv/route";
import { GET as list } from "@/app/api/v1/claims/route";
import { GET as csv } from "@/app/api/v1/claims.csv/route";
import { GET as comparison } from "@/app/api/v1/comparisons/[id]/route";
import { importClaims } from "@/lib/claims/commands";
import { readClaims } from "@/lib/claims/file/rules";
import { findPair } from "@/lib/opendata/claims/queries";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";

const clock = () => new Date("2026-04-01T12:00:00Z");
const at = (path: string, headers?: Record<string, string>) =>
  new Request(`http://localhost/api/v1/${path}`, headers && { headers });
const named = (id: string) => ({ params: Promise.resolve({ id }) });
const asked = async (query: string) => (await list(at(`claims?${query}`), undefined)).json();

beforeAll(async () => {
  await importClaims({ kind: "operator" }, readFileSync("prisma/seed/claims.csv"), clock);
});

describe("the open ledger", () => {
  it("is walked to its end by its cursor, newest first, each figure once", async () => {
    const seen: PublishedClaim[] = [];
    for (let cursor = ""; ; ) {
      const page = await asked(`limit=100${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items);
      if (!page.next) break;
      cursor = page.next;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(343);
    const dates = seen.map(({ onDate }) => onDate ?? "");
    expect(dates).toEqual([...dates].sort().reverse());
  });

  it("is filtered by claimant, kind, measure and period", async () => {
    const day = await asked("from=2026-01-19T00:00:00-04:00&to=2026-01-19&measure=held_now&kind=stock");
    expect(day.items).toMatchObject([
      { id: "foro-penal-held-2026-01-19-2145", value: 777, asOf: "2026-01-19T21:45" },
    ]);
    const official = await asked("claimant=authorities&limit=500");
    expect(official.items).toHaveLength(59);
    expect((await asked("claimant=jep&limit=500")).items).toHaveLength(19);
    expect(await asked("claimant=nobody")).toEqual({ items: [], next: null });
  });

  it.each([
    "colour=red",
    "kind=rumour",
    "from=2026-01-19T00:00:00",
    "from=19/01/2026",
    "to=2026-02-30",
    "limit=0",
    "limit=501",
    "limit=x",
    "cursor=nobody",
    "cursor=%00",
    "claimant=a%27%20OR%201=1",
    "kind=flow&kind=flow",
  ])("refuses %s with a problem and 400", async (query) => {
    const answer = await list(at(`claims?${query}`), undefined);
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ status: 400, title: expect.any(String) });
  });

  it("is kept by shared caches and by whoever has the same bytes", async () => {
    const answer = await list(at("claims"), undefined);
    expect(answer.headers.get("cache-control")).toContain("s-maxage=30");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    const etag = answer.headers.get("etag") ?? "";
    const again = await list(at("claims", { "if-none-match": etag }), undefined);
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });

  it("comes as a CSV that can be imported again without change of a figure", async () => {
    const answer = await csv(at("claims.csv"), undefined);
    expect(answer.headers.get("content-type")).toContain("text/csv");
    const { claims, errors } = readClaims(await answer.text(), new Set(), "2026-04-01");
    expect(errors).toEqual([]);
    expect(claims).toHaveLength(343);
  });
});

describe("one figure and what stands beside it", () => {
  it("is answered by its id, and nobody by another", async () => {
    const found = await (await one(at("claims/x"), named("foro-penal-rel-2026-01-19-1930"))).json();
    expect(found).toMatchObject({ value: 143, periodStart: "2026-01-08", periodEnd: "2026-01-19" });
    expect((await one(at("claims/x"), named("nobody"))).status).toBe(404);
    expect((await comparison(at("comparisons/x"), named("nobody"))).status).toBe(404);
  });

  it("406 and 84 are compared in words, in both languages, without a gap", async () => {
    const { pairs } = await (
      await comparison(at("comparisons/x"), named("presidency-rel-2026-01-14"))
    ).json();
    expect(pairs[0]).toMatchObject({
      pair: "presidency-rel-2026-01-14--foro-penal-rel-2026-01-14-2030",
      computable: false,
      gap: null,
      page: { en: "/en/compare/presidency-rel-2026-01-14--foro-penal-rel-2026-01-14-2030" },
    });
    expect(pairs[0].words.es.gap).toBe("La diferencia no se puede calcular.");
    expect(pairs[0].words.en.truths[0]).toMatch(
      /^Of 406 announced, the Government published 0 names; Foro Penal verified 84/,
    );
  });

  it("a pair is found under its address and under no other", async () => {
    const pair = await findPair("interior-ministry-rel-2026-01-26--foro-penal-rel-2026-01-26-0900");
    expect(pair?.map(({ value }) => value)).toEqual([808, 266]);
    expect(await findPair("interior-ministry-rel-2026-01-26--nobody")).toBeNull();
    expect(await findPair("a--b--c")).toBeNull();
  });
});

describe("each organisation's own arithmetic", () => {
  it("is the same in JSON, in the file and on the page, each number with its source", async () => {
    const { items } = await (await accounts(at("claims/accounts"), undefined)).json();
    expect(items).toHaveLength(12);
    const file = (await (await accountsCsv(at("claims/accounts.csv"), undefined)).text())
      .trim()
      .split("\r\n");
    const page = renderToStaticMarkup(await ClaimAccountsPage({ params: Promise.resolve({ locale: "es" }) }));
    const text = page.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
    for (const item of items) {
      const lines = file.filter((line) => line.startsWith(`${item.id},`)).map((line) => line.split(","));
      expect(lines.map((line) => [line[2], line[5] ?? ""])).toEqual([
        ["opening", String(item.opening.amount.least)],
        ...item.movements.map((one: { measure: string; amount: { least: number } }) => [
          one.measure,
          String(one.amount.least),
        ]),
        ["unexplained", String(item.unexplained.least)],
        ["closing", String(item.closing.amount.least)],
      ]);
      expect(text).toContain(item.words.es.arithmetic);
      for (const note of item.words.es.notes) expect(text).toContain(note);
      expect(page).toContain(`id="${item.id}"`);
      const named = [item.opening, item.closing, ...item.movements].map(
        ({ claimId }: { claimId: string }) => claimId,
      );
      for (const id of named) expect(page).toContain(`href="/comparar/${id}"`);
    }
    expect(text).toMatch(/Diferencia no explicada por las fuentes \+114 /);
    expect(text).not.toContain("663");
  });

  it("is asked for by organisation or by one figure, and of a figure in none there is none", async () => {
    const asked = async (query: string) =>
      (await (await accounts(at(`claims/accounts?${query}`), undefined)).json()).items;
    expect(await asked("claimant=jep")).toHaveLength(2);
    const [only, ...more] = await asked("claim=foro-penal-rel-2025-12-15");
    expect(more).toEqual([]);
    expect(only.words.en.arithmetic).toBe("893 + 10 − 1 = 902");
    expect(await asked("claim=presidency-rel-2026-01-14")).toEqual([]);
  });
});
