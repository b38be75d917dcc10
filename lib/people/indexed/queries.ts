import { setTimeout as wait } from "node:timers/promises";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise, may } from "@/lib/auth/permissions";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { Prisma } from "@/lib/db/sql";
import type { MatchPerson } from "../matching/schema";
import { askIndex, indexState, keepIndex } from "./commands";
import type { Candidate, Hits, IndexedKey } from "./schema";

/** A small registry is read before anybody notices; of a large one it is said how far the reading is. */
const PATIENCE = 2_000;

/**
 * Who among the people of cases and of open reports may be somebody, best first: of a case or a report by its key, or of a person as
 * somebody writes them. Nobody erased, and nobody whom the viewer may not see. Refuses with `index_building` while names are being read.
 * Says ids alone: whoever shows whom they belong to writes down who looked.
 */
export async function candidates(
  viewer: Actor,
  sought: { person: MatchPerson; except?: IndexedKey } | IndexedKey,
): Promise<Candidate[]> {
  const staff = authorise(viewer, "case.read");
  await ready(staff);
  const found = (await askIndex(staff, { what: "candidates", sought })) as Candidate[];
  const own = "person" in sought ? sought.except : sought;
  return asOne(await standing(staff, found), own);
}

/** Of two cases that two people found to be one, the one that stands answers for both; and never to itself. */
async function asOne(found: Candidate[], own: IndexedKey | undefined): Promise<Candidate[]> {
  const cases = [...found, ...(own ? [own] : [])].filter(({ kind }) => kind === "case").map(({ id }) => id);
  const rows = await desk().$queryRaw<{ id: string; stands: string }[]>(Prisma.sql`
    WITH RECURSIVE joined (id, stands, steps) AS (
      SELECT absorbed_id, surviving_id, 1 FROM registry.merges
        WHERE absorbed_id = ANY(${cases}::uuid[]) AND agreed AND undone_at IS NULL
      UNION ALL SELECT j.id, m.surviving_id, j.steps + 1 FROM joined j JOIN registry.merges m ON m.absorbed_id = j.stands
        WHERE m.agreed AND m.undone_at IS NULL AND j.steps < 20
    ) SELECT DISTINCT ON (id) id, stands FROM joined ORDER BY id, steps DESC`);
  const stands = new Map(rows.map(({ id, stands }) => [id, stands]));
  const standsFor = ({ kind, id }: IndexedKey) => `${kind} ${stands.get(id) ?? id}`;
  const seen = new Set(own ? [standsFor(own)] : []);
  return found.flatMap((one) => {
    if (seen.has(standsFor(one))) return [];
    seen.add(standsFor(one));
    return [{ ...one, id: stands.get(one.id) ?? one.id }];
  });
}

/** Whom words may mean, best first; likewise. */
export async function findByWords(viewer: Actor, typed: string, kind?: IndexedKey["kind"]): Promise<Hits> {
  const staff = authorise(viewer, "case.read");
  await ready(staff);
  const seen = may(staff, "report.open") ? kind : "case";
  const only = seen ? { only: seen } : {};
  const { hits, total } = (await askIndex(staff, { what: "search", typed, ...only })) as Hits;
  const shown = await standing(staff, hits);
  return { hits: shown, total: total - (hits.length - shown.length) };
}

/** For a page that goes on without an answer while names are being read: null then; anything else that breaks, breaks. */
export function notYet(error: unknown): null {
  if (error instanceof Refusal && (error.code === "index_building" || error.code === "index_away"))
    return null;
  throw error;
}

async function ready(staff: StaffActor): Promise<void> {
  keepIndex(staff);
  const patience = performance.now() + PATIENCE;
  while (indexState().state === "building" && performance.now() < patience) await wait(20);
  const state = indexState();
  if (state.state === "building")
    throw new Refusal("index_building", { done: state.done, total: state.total });
  if (state.state !== "ready") throw new Refusal("index_away");
}

/** Those whose words stand at this moment and whom the viewer may see: the index says where to look, and the registry what is there. */
async function standing<Key extends IndexedKey>(staff: StaffActor, found: Key[]): Promise<Key[]> {
  const of = (kind: IndexedKey["kind"]) => found.filter((one) => one.kind === kind).map(({ id }) => id);
  const rows = await desk().$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT c.id FROM registry.cases c JOIN registry.people p ON p.id = c.person_id
      WHERE c.id = ANY(${of("case")}::uuid[]) AND p.wrapped_key IS NOT NULL
    UNION ALL SELECT report_id FROM registry.triage WHERE report_id = ANY(${of("report")}::uuid[])`);
  const there = new Set(rows.map(({ id }) => id));
  return found.filter(({ kind, id }) => there.has(id) && (kind === "case" || may(staff, "report.open")));
}
