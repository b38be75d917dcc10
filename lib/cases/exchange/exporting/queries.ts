import type { StaffActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/connect";
import { contextOf, traitColumns, traitsFrom } from "@/lib/people/queries";
import { identityInput } from "@/lib/people/schema";
import { openPersonKey } from "@/lib/vault/person";
import { openUnder } from "@/lib/vault/seal";
import type { WrittenCase } from "../schema";
import { writtenFact } from "./rules";

const PAGE = 200;
/** Whose words were erased still counts, under no name. */
const nameless = { givenNames: "—", surnames: "—", aliases: [], idDocument: null };

const factColumns = {
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
  sources: { select: { kind: true, origin: true }, orderBy: { id: "asc" as const } },
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
      select: {
        id: true,
        reference: true,
        personId: true,
        person: {
          select: {
            wrappedKey: true,
            identity: true,
            traits: {
              orderBy: { knownFrom: { sort: "desc", nulls: "last" } },
              take: 1,
              select: traitColumns,
            },
          },
        },
        facts: { orderBy: [{ position: "asc" }, { knownFrom: "asc" }], select: factColumns },
        permissions: {
          orderBy: [{ knownFrom: "asc" }, { id: "asc" }],
          select: {
            purpose: true,
            granted: true,
            standing: true,
            givenBy: true,
            knownFrom: true,
            knownTo: true,
          },
        },
      },
    });
    for (const { reference, personId, person, facts, permissions } of rows) {
      const { wrappedKey, identity } = person;
      const opened =
        wrappedKey && identity
          ? identityInput.parse(openUnder(openPersonKey(keys, wrappedKey), identity, contextOf(personId)))
          : nameless;
      yield {
        type: "case",
        key: reference,
        person: { ...opened, ...(person.traits[0] ? traitsFrom(person.traits[0]) : {}) },
        permissions: permissions
          // A refusal without standing stops nothing here, and must not begin to elsewhere.
          .filter((row) => row.granted || row.standing)
          .map(({ purpose, granted, givenBy, knownFrom, knownTo }) => ({
            purpose,
            granted,
            givenBy,
            knownFrom: knownFrom.toISOString(),
            knownTo: knownTo?.toISOString() ?? null,
          })),
        facts: facts.flatMap(writtenFact),
      };
    }
    after = rows.at(-1)?.id;
    if (rows.length < PAGE) return;
  }
}
