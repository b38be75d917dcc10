import { NextRequest } from "next/server";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as caseOf } from "@/app/api/v1/cases/[reference]/route";
import { GET as casesOf } from "@/app/api/v1/cases/route";
import { GET as fileOf } from "@/app/api/v1/cases.csv/route";
import { findNamedCase } from "@/lib/opendata/cases/queries";
import { confirmNaming, proposeNaming, withdrawNaming } from "@/lib/publication/naming/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { proxy } from "@/proxy";
import { type Cast, givenCast } from "../../support/cast";
import { asOwner } from "../../support/owner";
import { at, givenCase, givenDecision, plainCase } from "../../support/stories";

const NEVER_ISSUED = "0000-01";
const named = [
  ...plainCase.permissions,
  { purpose: "name", granted: true, givenBy: "relative", standing: true } as const,
];
let cast: Cast;
/** Three references at which nothing stands, each for another reason, and one at which somebody does. */
let nothing: string[];
let somebody: string;

async function givenVerified(): Promise<{ caseId: string; reference: string }> {
  const opened = await givenCase(cast.ines, { permissions: named });
  const decisionId = await givenDecision(cast.vera, opened.caseId);
  await reviewDecision(cast.clara, decisionId, { agreed: true, note: "" }, at("2026-01-22T12:00:00Z"));
  return opened;
}

async function givenNamed() {
  const opened = await givenVerified();
  const clock = at("2026-01-23T12:00:00Z");
  await confirmNaming(cast.carlos, await proposeNaming(cast.elena, opened.caseId, clock), clock);
  return opened;
}

beforeAll(async () => {
  cast = await givenCast();
  somebody = (await givenNamed()).reference;
  const withdrawn = await givenNamed();
  expect(await findNamedCase(withdrawn.reference)).not.toBeNull();
  await withdrawNaming(cast.elena, withdrawn.caseId, "lo pide la familia", at("2026-02-10T12:00:00Z"));
  const unnamed = await givenVerified();
  nothing = [withdrawn.reference, unnamed.reference, NEVER_ISSUED];
  const issued = await asOwner<{ reference: string }>("SELECT reference FROM registry.cases");
  expect(issued.map((one) => one.reference)).not.toContain(NEVER_ISSUED);
});

const request = (path: string) => new Request(`http://localhost/api/v1/${path}`);

/** Everything that leaves the process, with the reference asked for taken out. */
async function whole(answer: Response, reference: string): Promise<string> {
  const headers = [...answer.headers].sort().map(([name, value]) => `${name}: ${value}`);
  const body = Buffer.from(await answer.arrayBuffer()).toString("latin1");
  return [answer.status, ...headers, "", body].join("\n").replaceAll(reference, "REFERENCE");
}

const surfaces: [string, (reference: string) => Response | Promise<Response>][] = [
  [
    "the API",
    (reference) => caseOf(request(`cases/${reference}`), { params: Promise.resolve({ reference }) }),
  ],
  ["the address of a page", (reference) => proxy(new NextRequest(`http://localhost/casos/${reference}`))],
  ["its address in English", (reference) => proxy(new NextRequest(`http://localhost/en/cases/${reference}`))],
  ["a cursor of the list", (reference) => casesOf(request(`cases?cursor=${reference}`), undefined)],
  ["a search", (reference) => casesOf(request(`cases?q=${reference}`), undefined)],
  ["a search in the file", (reference) => fileOf(request(`cases.csv?q=${reference}`), undefined)],
];

describe("withdrawn, never named and never issued are one answer", () => {
  test.each(surfaces)("%s: the same status, headers and bytes", async (_name, ask) => {
    const answers = await Promise.all(nothing.map(async (one) => whole(await ask(one), one)));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).not.toContain("Yusmary");
  });

  test("at a named one the page and the API answer otherwise, so that the comparison can fail", async () => {
    for (const [name, ask] of surfaces.slice(0, 4)) {
      const answer = await whole(await ask(somebody), somebody);
      expect(answer, name).not.toBe(await whole(await ask(NEVER_ISSUED), NEVER_ISSUED));
    }
  });

  test("nothing published keeps the reference: no row, no gap in an order, no mark of when", async () => {
    const tables = await asOwner<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'publication'",
    );
    for (const { name } of tables) {
      for (const reference of nothing) {
        const rows = await asOwner<{ n: number }>(
          `SELECT count(*)::int AS n FROM publication.${name} t WHERE t::text LIKE '%' || $1 || '%'`,
          [reference],
        );
        expect(rows[0]?.n, name).toBe(0);
      }
    }
  });

  test("they take the same time: the medians of interleaved questions lie together", async () => {
    const times = nothing.map((): number[] => []);
    for (let round = 0; round < 150; round++) {
      for (const [n, reference] of nothing.entries()) {
        const before = performance.now();
        await caseOf(request(`cases/${reference}`), { params: Promise.resolve({ reference }) });
        if (round >= 20) times[n]?.push(performance.now() - before);
      }
    }
    const medians = times.map((own) => own.sort((a, b) => a - b)[Math.floor(own.length / 2)] ?? 0);
    expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(1.5);
  });
});
