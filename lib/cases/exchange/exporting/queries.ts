import type { StaffActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/connect";
import { contextOf, traitColumns, traitsFrom } from "@/lib/people/queries";
import { identityInput } from "@/lib/people/schema";
import { openPersonKey } from "@/lib/vault/person";
import { openUnder } from "@/lib/vault/seal";
import type { WrittenCase } from "../schema";
import { writtenFact, writtenPermission } from "./rules";

const PAGE = 500;
/** Whose words were erased still counts, under no name. */
const nameless = { givenNames: "—", surnames: "—", aliases: [], idDocument: null };

const factColumns = {
  id: true,
  caseId: true,
  track: true,
  state: true,
  episode: true,
  earliest: true,
  earliestByDay: true,
  latest: true,
  latestByDay: true,
  endEarliest: true,
  endEarliestByDay: true,
  endLatest: true,
  endLatestByDay: true,
  knownFrom: true,
  knownTo: true,
  entity: true,
  facility: true,
  whereabouts: true,
  forces: true,
  jurisdiction: true,
  basis: true,
  authority: true,
  result: true,
} as const;

/**
 * Every case as a line of a registry file, in the order of the facts' stored positions, with all that was ever known and when. Opened
 * in memory with the actor's keys, a page at a time; the caller gives one snapshot of the registry.
 */
export async function* caseLines(tx: Tx, keys: StaffActor["keys"]): AsyncGenerator<WrittenCase> {
  let after: string | undefined;
  for (;;) {
    const rows = await tx.case.findMany({
      where: after ? { id: { gt: after } } : {},
      orderBy: { id: "asc" },
      take: PAGE,
      select: { id: true, reference: true, personId: true },
    });
    const people = await peopleOf(
      tx,
      keys,
      rows.map((row) => row.personId),
    );
    const ids = rows.map((row) => row.id);
    const facts = await factsOf(tx, ids);
    const permissions = await permissionsOf(tx, ids);
    for (const { id, reference, personId } of rows) {
      const person = people.get(personId);
      if (!person) throw new Error("a case without its person");
      yield {
        type: "case",
        key: reference,
        person,
        permissions: permissions.get(id) ?? [],
        facts: facts.get(id) ?? [],
      };
    }
    after = rows.at(-1)?.id;
    if (rows.length < PAGE) return;
  }
}

/** How many people were once counted under other traits: a file bears one set, the latest, so of them earlier answers may differ. */
export async function countCorrectedTraits(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (
      SELECT FROM registry.traits GROUP BY person_id
      HAVING count(DISTINCT (sex, birth_date, birth_year, age_min, age_max, nationality, civil_military, sectors)) > 1
    ) AS corrected`;
  return row?.n ?? 0;
}

async function peopleOf(tx: Tx, keys: StaffActor["keys"], ids: string[]) {
  const among = { in: ids };
  const rows = await tx.person.findMany({
    where: { id: among },
    select: { id: true, wrappedKey: true, identity: true },
  });
  const traits = await tx.traits.findMany({
    where: { personId: among },
    orderBy: [{ knownFrom: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    select: { personId: true, ...traitColumns },
  });
  const latest = new Map(traits.map(({ personId, ...row }) => [personId, traitsFrom(row)]));
  return new Map(
    rows.map(({ id, wrappedKey, identity }) => {
      const opened =
        wrappedKey && identity
          ? identityInput.parse(openUnder(openPersonKey(keys, wrappedKey), identity, contextOf(id)))
          : nameless;
      return [id, { ...opened, ...latest.get(id) }];
    }),
  );
}

async function factsOf(tx: Tx, caseIds: string[]) {
  const rows = await tx.fact.findMany({
    where: { caseId: { in: caseIds }, knownFrom: { not: null } },
    orderBy: [{ position: "asc" }, { knownFrom: "asc" }, { id: "asc" }],
    select: factColumns,
  });
  const sources = grouped(
    await tx.factSource.findMany({
      where: { factId: { in: rows.map((row) => row.id) } },
      orderBy: { id: "asc" },
      select: { factId: true, kind: true, origin: true },
    }),
    ({ factId, ...source }) => [factId, [source]],
  );
  return grouped(rows, ({ id, caseId, ...fact }) => [
    caseId,
    writtenFact({ ...fact, sources: sources.get(id) ?? [] }),
  ]);
}

async function permissionsOf(tx: Tx, caseIds: string[]) {
  const rows = await tx.permission.findMany({
    where: { caseId: { in: caseIds } },
    orderBy: [{ knownFrom: "asc" }, { id: "asc" }],
    select: {
      caseId: true,
      purpose: true,
      granted: true,
      standing: true,
      givenBy: true,
      knownFrom: true,
      knownTo: true,
    },
  });
  return grouped(rows, ({ caseId, ...row }) => [caseId, writtenPermission(row)]);
}

/** Rows by their owner, in the order they came. */
function grouped<Row, Item>(
  rows: readonly Row[],
  of: (row: Row) => [owner: string, items: Item[]],
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const row of rows) {
    const [owner, items] = of(row);
    const group = groups.get(owner);
    if (group) group.push(...items);
    else groups.set(owner, [...items]);
  }
  return groups;
}
