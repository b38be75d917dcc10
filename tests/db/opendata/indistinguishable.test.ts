import { NextRequest } from "next/server";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as caseOf } from "@/app/api/v1/cases/[reference]/route";
import { GET as casesOf } from "@/app/api/v1/cases/route";
import { GET as fileOf } from "@/app/api/v1/cases.csv/route";
import { findNamedCase } from "@/lib/opendata/cases/queries";
import { confirmNaming, proposeNaming, withdrawNaming } from "@/lib/publication/naming/commands";
import { agreeMerge, proposeMerge } from "@/lib/vetting/pairs/merge/commands";
import { agreeUndoing, proposeUndoing } from "@/lib/vetting/pairs/merge/undoing/commands";
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
/** References at which nothing stands, each for another reason, and one at which somebody does. */
let nothing: string[];
let somebody: string;
/** A page joined with another, which stands; and the merge of the two. */
let joined: { from: string; into: string; mergeId: string };

interface Opened {
  caseId: string;
  reference: string;
}

async function givenVerified(): Promise<Opened> {
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

/** Two people find the two to be one; the first goes into the second. */
async function join(absorbed: Opened, surviving: Opened): Promise<string> {
  const plan = { kind: "same_episode", why: "La misma cédula." } as const;
  const ids = { survivingId: surviving.caseId, absorbedId: absorbed.caseId };
  const mergeId = await proposeMerge(cast.ines, { ...ids, plan }, at("2026-02-01T12:00:00Z"));
  await agreeMerge(cast.carlos, mergeId, at("2026-02-01T13:00:00Z"));
  return mergeId;
}

beforeAll(async () => {
  cast = await givenCast();
  somebody = (await givenNamed()).reference;
  const withdrawn = await givenNamed();
  expect(await findNamedCase(withdrawn.reference)).not.toBeNull();
  await withdrawNaming(cast.elena, withdrawn.caseId, "lo pide la familia", at("2026-02-10T12:00:00Z"));
  const unnamed = await givenVerified();
  const [into, gone, other] = [await givenNamed(), await givenNamed(), await givenNamed()];
  joined = { from: gone.reference, into: into.reference, mergeId: await join(gone, into) };
  // Both public and joined, and the one that stood taken down; public, and joined to one that never was.
  const [fell, away] = [await givenNamed(), await givenNamed()];
  await join(away, fell);
  await withdrawNaming(cast.elena, fell.caseId, "lo pide la familia", at("2026-02-10T12:00:00Z"));
  await join(other, unnamed);
  const fallen = [fell.reference, away.reference, other.reference];
  nothing = [withdrawn.reference, unnamed.reference, ...fallen, NEVER_ISSUED];
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

  test("of two public pages that are one person's the first leads to the one that stands, and says the same as it", async () => {
    const { from, into } = joined;
    for (const [asked, leads] of [
      [`/casos/${from}`, `/casos/${into}`],
      [`/en/cases/${from}`, `/en/cases/${into}`],
    ] as const) {
      const answer = await proxy(new NextRequest(`http://localhost${asked}`));
      expect([answer.status, answer.headers.get("location")]).toEqual([307, `http://localhost${leads}`]);
    }
    const api = (reference: string) =>
      caseOf(request(`cases/${reference}`), { params: Promise.resolve({ reference }) });
    expect(await whole(await api(from), from)).toBe(await whole(await api(into), from));
    expect(await (await api(from)).json()).toMatchObject({ reference: into });
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

  test("once two people find that they were two, the first is a reference like any never issued", async () => {
    const { from, into, mergeId } = joined;
    await proposeUndoing(cast.vera, mergeId, { why: "Son primos." }, at("2026-02-11T12:00:00Z"));
    await agreeUndoing(cast.carlos, mergeId, at("2026-02-11T13:00:00Z"));
    for (const [name, ask] of surfaces)
      expect(await whole(await ask(from), from), name).toBe(
        await whole(await ask(NEVER_ISSUED), NEVER_ISSUED),
      );
    expect(await findNamedCase(into)).not.toBeNull();
  });

  test("they take the same time: the lower quartiles of interleaved questions lie together", async () => {
    const times = nothing.map((): number[] => []);
    for (let round = 0; round < 150; round++) {
      for (const step of nothing.keys()) {
        const n = (step + round) % nothing.length;
        const reference = nothing[n] ?? "";
        const before = performance.now();
        await caseOf(request(`cases/${reference}`), { params: Promise.resolve({ reference }) });
        if (round >= 20) times[n]?.push(performance.now() - before);
      }
    }
    const quartiles = times.map((own) => own.sort((a, b) => a - b)[Math.floor(own.length / 4)] ?? 0);
    expect(Math.max(...quartiles) / Math.min(...quartiles)).toBeLessThan(1.5);
  });
});
