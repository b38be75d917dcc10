import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import ChangesPage from "@/app/[locale]/(public)/cambios/page";
import { GET as balance } from "@/app/api/v1/balances/[id]/route";
import { GET as balances } from "@/app/api/v1/balances/route";
import { GET as balancesCsv } from "@/app/api/v1/balances.csv/route";
import { GET as flows } from "@/app/api/v1/flows/route";
import { GET as reconciliation } from "@/app/api/v1/reconciliation/route";
import { GET as series } from "@/app/api/v1/series/route";
import { GET as tallies } from "@/app/api/v1/tallies/route";
import { GET as talliesCsv } from "@/app/api/v1/tallies.csv/route";
import type { StaffActor } from "@/lib/auth/actor";
import { draftBalance, signBalance } from "@/lib/balances/commands";
import { declareCoverage, secondCoverage } from "@/lib/balances/coverage/commands";
import { writeSite } from "@/lib/balances/site/commands";
import { twoCoordinators } from "../../support/coordinators";
import { counted } from "../../support/population";

let carmen: StaffActor;
let elena: StaffActor;
const at = (iso: string) => () => new Date(iso);
const none = { params: Promise.resolve({ id: "" }) };
const ask = (path: string) => new Request(`http://localhost/api/v1/${path}`);
const people = (n: number, more = {}) => Array.from({ length: n }, () => ({ ...more }));

async function publish(cutOff: string, now: string): Promise<string> {
  const id = await draftBalance(carmen, { kind: "weekly", at: cutOff }, at(now));
  await signBalance(carmen, id, at(now));
  await signBalance(elena, id, at(now));
  return id;
}

beforeAll(async () => {
  const clock = at("2025-12-01T12:00:00Z");
  [carmen, elena] = await twoCoordinators(clock);
  await writeSite({ demonstration: false, organisation: "Prueba" });
  await secondCoverage(elena, await declareCoverage(carmen, { since: "2026-01-05" }, clock), clock);
});

test("before the first balance every number address answers 404, not-yet-published", async () => {
  for (const answer of [
    await balances(ask("balances"), none),
    await tallies(ask("tallies"), none),
    await tallies(ask("tallies?at=2026-01-20T00:00:00-04:00"), none),
    await flows(ask("flows"), none),
    await reconciliation(ask("reconciliation"), none),
    await series(ask("series"), none),
    await balancesCsv(ask("balances.csv"), none),
  ]) {
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ type: "/problems/not-yet-published" });
  }
});

test.each([
  ["es", "Todavía no hay cambios que explicar", "50 casos verificados"],
  ["en", "There are no changes to explain yet", "50 cases"],
])("before the first balance the page of changes says so, whole, in %s", async (locale, title, gate) => {
  const page = await ChangesPage({
    params: Promise.resolve({ locale }),
    searchParams: Promise.resolve({ de: "2026-01-19" }),
  });
  const text = renderToStaticMarkup(page);
  expect(text).toContain(title);
  expect(text).toContain(gate);
  expect(text).not.toContain("<table");
});

describe("with two balances", () => {
  let first: string;

  beforeAll(async () => {
    await counted(people(70));
    first = await publish("2026-01-20T04:00:00.000Z", "2026-01-20T15:00:00Z");
    await counted(people(3, { from: "2026-01-22T10:00:00Z", knownFrom: "2026-01-23T00:00:00Z" }));
    await publish("2026-01-27T04:00:00.000Z", "2026-01-27T15:00:00Z");
  });

  const json = async (response: Promise<Response>) => (await response).json();

  test("the latest, one by slug or id, and the list", async () => {
    expect(await json(tallies(ask("tallies"), none))).toMatchObject({
      held: { total: 73 },
      balance: { slug: "2026-01-26" },
    });
    expect(await json(tallies(ask("tallies?balance=2026-01-19"), none))).toMatchObject({
      held: { total: 70 },
    });
    expect(await json(tallies(ask(`tallies?balance=${first}`), none))).toMatchObject({ held: { total: 70 } });
    const list = await json(balances(ask("balances?limit=1"), none));
    expect(list).toMatchObject({ items: [{ slug: "2026-01-26", total: 73 }], next: "2026-01-19" });
    const rest = await json(balances(ask(`balances?cursor=${list.next}`), none));
    expect(rest).toMatchObject({ items: [{ slug: "2026-01-19" }], next: null });
    const one = await json(
      balance(ask("balances/2026-01-19"), { params: Promise.resolve({ id: "2026-01-19" }) }),
    );
    expect(one.content.format).toBe(2);
    expect(one.signatures).toHaveLength(2);
  });

  test("(at, known) snaps to the latest publication moment not after them, and says so", async () => {
    const answer = await json(tallies(ask("tallies?at=2026-01-25T00:00:00-04:00"), none));
    expect(answer).toMatchObject({ held: { total: 70 }, asked: { at: "2026-01-25T00:00:00-04:00" } });
    expect(answer.note).toMatch(/publication moments/);
    const early = await tallies(ask("tallies?at=2026-01-01T00:00:00Z"), none);
    expect(early.status).toBe(404);
    expect(await early.json()).toMatchObject({ type: "/problems/not-found" });
  });

  test("a moment without an offset, an unknown parameter and a contradiction are 400", async () => {
    for (const query of [
      "at=2026-01-20T00:00:00",
      "at=2026-01-20",
      "when=now",
      "balance=2026-01-19&at=2026-01-20T00:00:00Z",
    ]) {
      const answer = await tallies(ask(`tallies?${query}`), none);
      expect([query, answer.status]).toEqual([query, 400]);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
    }
  });

  test("flows, reconciliation and both series", async () => {
    expect(await json(flows(ask("flows"), none))).toMatchObject({
      flows: { newDetentions: 3, releases: { events: 0 } },
    });
    const account = await json(reconciliation(ask("reconciliation?balance=2026-01-26"), none));
    expect(account.reconciliation).toMatchObject({
      opening: 70,
      closing: 73,
      residual: 0,
      terms: { newDetentions: 3 },
    });
    expect(await json(reconciliation(ask("reconciliation?balance=2026-01-19"), none))).toMatchObject({
      from: null,
      reconciliation: null,
    });
    const published = await json(series(ask("series?kind=published"), none));
    expect(published.items.map((item: { total: number }) => item.total)).toEqual([70, 73]);
    const restated = await json(series(ask("series?kind=restated"), none));
    expect(restated.items).toHaveLength(4);
  });

  test("byte-identical between publication moments, for every origin, kept 30 seconds, with an ETag that answers 304", async () => {
    const one = await tallies(ask("tallies"), none);
    const two = await tallies(ask("tallies"), none);
    expect(await one.text()).toBe(await two.text());
    expect(one.headers.get("access-control-allow-origin")).toBe("*");
    expect(one.headers.get("cache-control")).toContain("s-maxage=30");
    const etag = one.headers.get("etag") ?? "";
    const again = await tallies(
      new Request("http://localhost/api/v1/tallies", { headers: { "if-none-match": etag } }),
      none,
    );
    expect(again.status).toBe(304);
  });

  test("the same numbers as a file", async () => {
    const file = await (await talliesCsv(ask("tallies.csv"), none)).text();
    expect(file.split("\r\n")[0]).toBe("at,known,method,dimension,cell,value,at_least,less_than");
    expect(file).toContain(",held,total,73,0,");
    expect(await (await balancesCsv(ask("balances.csv"), none)).text()).toContain("2026-01-19");
  });
});

describe("with a third balance, which learned of earlier days", () => {
  beforeAll(async () => {
    await counted(people(2, { from: "2026-01-10T10:00:00Z", knownFrom: "2026-01-30T00:00:00Z" }));
    await counted(people(1, { from: "2026-01-24T10:00:00Z", knownFrom: "2026-01-30T00:00:00Z" }));
    await publish("2026-02-03T04:00:00.000Z", "2026-02-03T15:00:00Z");
    await counted(people(4, { from: "2026-01-25T10:00:00Z", knownFrom: "2026-02-05T00:00:00Z" }));
    await publish("2026-02-10T04:00:00.000Z", "2026-02-10T15:00:00Z");
  });

  test("the restated series says by reason what was learned of each cut-off since it was published", async () => {
    const { items } = await (await series(ask("series?kind=restated"), none)).json();
    const published = items.filter((item: { published: number | null }) => item.published !== null);
    expect(
      published.map((item: Record<string, unknown>) => [item.published, item.total, item.difference]),
    ).toEqual([
      [70, 72, 2],
      [73, 80, 7],
      [76, 80, 4],
      [80, 80, 0],
    ]);
    for (const { difference, learned } of published) {
      expect(learned).toEqual({
        lateRegistrations: difference,
        lateExits: 0,
        removals: 0,
        merges: 0,
        corrections: 0,
      });
    }
  });
});
