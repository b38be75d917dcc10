import { beforeAll, describe, expect, it } from "vitest";
import { listNamedCases } from "@/lib/opendata/cases/queries";
import type { CaseFilters } from "@/lib/opendata/cases/schema";
import { conditionsOf } from "@/lib/opendata/cases/search/rules";
import { sortKey } from "@/lib/people/rules";
import { markEarlierPages } from "@/lib/publication/naming/marks/commands";
import { BEGUN } from "@/lib/publication/naming/marks/rules";
import { draws, inventedIdentity } from "@/scripts/bench/match/names";
import { asOwner } from "../../support/owner";

/** More than two leaves hold, so that some are laid anew while people come one by one and by hundreds. */
const PEOPLE = 1_700;
const states = ["apprehended", "located_contact", "house_arrest", "released"];
const entities = ["VE-A", "VE-M", "VE-V", null];

const referenceOf = (n: number) => `4${String(Math.floor(n / 10)).padStart(3, "0")}-${n % 10}A`;

function invented(n: number) {
  const sex = n % 7 === 0 ? "woman" : "man";
  const { givenNames, surnames } = inventedIdentity(n, sex);
  const reference = referenceOf(n);
  const name = `${givenNames} ${surnames}`;
  const [state, entity] = [states[n % 4] ?? "", entities[n % 3] ?? null];
  const rest = {
    since: "2026-01",
    detailsHidden: false,
    events: [],
    sources: { count: 2, kinds: ["press"] },
  };
  const content = { reference, name, state, entity, ...rest };
  return { reference, name, sortKey: sortKey({ givenNames, surnames }), content, state, entity, sex };
}

const name = (rows: object[]) =>
  asOwner(
    `INSERT INTO publication.named_cases (reference, name, sort_key, content, state, entity, sex, published_at, changed_at)
     SELECT r->>'reference', r->>'name', r->>'sortKey', r->'content', r->>'state', r->>'entity', r->>'sex', now(), now()
     FROM jsonb_array_elements($1::jsonb) AS r`,
    [JSON.stringify(rows)],
  );
const takeDown = (which: string) => asOwner(`DELETE FROM publication.named_cases WHERE ${which}`);

/** Who bears what is asked, read naively from the marks of each, in the order of the list. */
async function naively(filters: CaseFilters): Promise<string[]> {
  const people = await asOwner<{ reference: string; marks: string[] }>(
    `SELECT c.reference, (SELECT array_agg(m.mark) FROM publication.named_marks m WHERE m.reference = c.reference) AS marks
     FROM publication.named_cases c ORDER BY c.sort_key, c.reference`,
  );
  const asked = conditionsOf(filters).map(({ marks, beginnings }) => ({
    whole: marks.filter((mark) => !mark.startsWith(BEGUN)),
    begun: [...beginnings, ...marks.filter((mark) => mark.startsWith(BEGUN)).map((mark) => mark.slice(1))],
  }));
  const bears = (marks: string[]) =>
    asked.every(({ whole, begun }) =>
      marks.some((mark) => whole.includes(mark) || begun.some((start) => mark.startsWith(start))),
    );
  return people.filter(({ marks }) => bears(marks)).map(({ reference }) => reference);
}

/** The list as somebody turns its pages. */
async function turned(filters: CaseFilters, take: number): Promise<string[]> {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await listNamedCases(filters, after, take);
    seen.push(...page.items.map(({ reference }) => reference));
    after = page.next ?? undefined;
    if (!after) expect([0, seen.length]).toContain(page.matching);
  } while (after);
  return seen;
}

const questions: [CaseFilters, number][] = [
  [{ q: "gonzalez" }, 50],
  [{ q: "gonsales jose" }, 7],
  [{ q: "g" }, 200],
  [{ q: "ma" }, 500],
  [{ q: "zambr" }, 3],
  [{ sex: "woman", entity: "VE-M" }, 50],
  [{ state: "detained", sex: "man" }, 500],
  [{ q: "perez", entity: "VE-A", state: "house" }, 1],
  [{ sex: "other" }, 50],
  [{}, 500],
];

async function asNaively(): Promise<void> {
  for (const [filters, take] of questions) {
    const found = await turned(filters, take);
    expect(found, JSON.stringify(filters)).toEqual(await naively(filters));
  }
}

/** What stands on the leaves: each bit is somebody's who bears that mark, and the leaves follow each other as the list does. */
async function wrongBits(): Promise<unknown[]> {
  return asOwner(
    `WITH should AS (SELECT found.mark, p.leaf, bit_or(set_bit(0::bit(1024), p.line, 1)) AS lines FROM publication.named_lines p
       JOIN publication.named_marks m USING (reference), registry.found_under(m.mark) AS found (mark) GROUP BY 1, 2)
     SELECT s.mark, l.mark FROM should s FULL JOIN publication.mark_leaves l USING (mark, leaf)
     WHERE s.lines IS DISTINCT FROM l.lines
     UNION ALL
     SELECT one.reference, 'order' FROM (SELECT p.reference, p.leaf, lag(p.leaf) OVER (ORDER BY p.sort_key, p.reference) AS before
       FROM publication.named_lines p) AS one WHERE one.leaf < one.before
     UNION ALL SELECT c.reference, 'no line' FROM publication.named_cases c
       FULL JOIN publication.named_lines p ON (p.reference, p.sort_key) = (c.reference, c.sort_key)
       WHERE p.reference IS NULL OR c.reference IS NULL`,
  );
}

const leaves = async () =>
  (await asOwner<{ n: number }>("SELECT count(DISTINCT leaf)::int AS n FROM publication.named_lines"))[0]
    ?.n ?? 0;

describe("the leaves on which named people stand", () => {
  beforeAll(async () => {
    const people = Array.from({ length: PEOPLE }, (_, n) => invented(n));
    await name(people.slice(0, 700));
    for (const one of people.slice(700, 730)) await name([one]);
    await name(people.slice(730));
    await markEarlierPages({ kind: "system", job: "tests" });
  }, 60_000);

  it("find whom reading everybody finds, in the order of the list, each once, however many stand on a page", async () => {
    expect(await leaves()).toBeGreaterThan(2);
    expect(await wrongBits()).toEqual([]);
    await asNaively();
  }, 60_000);

  it("keep nothing of who was taken down, and give the line to somebody else", async () => {
    const draw = draws(7);
    const gone = Array.from({ length: PEOPLE }, (_, n) => n).filter(() => draw() < 0.3);
    await asOwner("DELETE FROM publication.named_cases WHERE reference = ANY ($1)", [gone.map(referenceOf)]);
    expect(await wrongBits()).toEqual([]);
    await name(gone.slice(0, 300).map((n) => ({ ...invented(n), sortKey: invented(n + 1).sortKey })));
    await asOwner("UPDATE publication.named_cases SET sort_key = 'aaa ' || sort_key WHERE sex = 'woman'");
    expect(await wrongBits()).toEqual([]);
    await asNaively();
  }, 60_000);

  it("are numbered anew where no number is left between two", async () => {
    await asOwner(
      `WITH close AS (SELECT DISTINCT leaf, 1 + dense_rank() OVER (ORDER BY leaf) * 1e-29 AS now FROM publication.named_lines),
         moved AS (UPDATE publication.named_lines p SET leaf = c.now FROM close c WHERE c.leaf = p.leaf)
       UPDATE publication.mark_leaves l SET leaf = c.now FROM close c WHERE c.leaf = l.leaf`,
    );
    const numbers = async () => (await asOwner("SELECT FROM publication.named_lines WHERE leaf >= 2")).length;
    expect(await numbers()).toBe(0);
    await name(Array.from({ length: 1_050 }, (_, n) => ({ ...invented(n + 5_000), sortKey: "gomez rojas" })));
    expect(await numbers()).toBeGreaterThan(0);
    expect(await wrongBits()).toEqual([]);
    await takeDown("true");
    expect(await asOwner("SELECT mark FROM publication.mark_leaves")).toEqual([]);
    expect((await listNamedCases({ q: "gonzalez" })).items).toEqual([]);
  }, 60_000);
});
