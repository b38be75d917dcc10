import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { foldedWords } from "@/lib/core/folded";
import { Refusal, type RefusalCode } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { fullName, sortKey } from "@/lib/people/rules";
import { openUnderVault } from "@/lib/vault/person";
import { type InCustody, listSomeInCustody, openNames } from "../queries";
import { leftOutOf, stateOfRow } from "../rules";
import { leftOut } from "../schema";

/** A fact of a sheet, or a correction of one. */
export interface SheetFact {
  id: string;
  /** The fact that was recorded on the sheet. */
  root: string;
  caseId: string;
  reference: string;
  state: string;
  episode: number | null;
  earliest: Date | null;
  earliestByDay: boolean;
  latest: Date | null;
  latestByDay: boolean;
  knownFrom: Date | null;
  knownTo: Date | null;
  recordedBy: string;
  confirmedBy: string | null;
  entity: string | null;
  facility: string | null;
  refusal: RefusalCode | null;
}

/** Every fact recorded on a sheet and every correction since, oldest first. For commands and pages of the sheet. */
export function findSheetFacts(tx: Tx, sheet: string): Promise<SheetFact[]> {
  return tx.$queryRaw<SheetFact[]>`
    WITH RECURSIVE chain AS (
      SELECT fact_id AS id, fact_id AS root, refusal FROM registry.night_rows WHERE sheet_id = ${sheet}::uuid
      UNION ALL
      SELECT f.id, chain.root, chain.refusal FROM chain JOIN registry.facts f ON f.supersedes_id = chain.id
    )
    SELECT f.id, chain.root, f.case_id AS "caseId", c.reference, f.state, f.episode, f.earliest, f.earliest_by_day AS "earliestByDay",
      f.latest, f.latest_by_day AS "latestByDay", f.known_from AS "knownFrom", f.known_to AS "knownTo", f.recorded_by AS "recordedBy",
      f.confirmed_by AS "confirmedBy", f.entity, f.facility, chain.refusal
    FROM chain JOIN registry.facts f USING (id) JOIN registry.cases c ON c.id = f.case_id
    ORDER BY f.recorded_at, f.id`;
}

/** A person of a sheet: what stands of them now, and what waits for a second person. */
export interface SheetRow {
  reference: string;
  name: string;
  state: "waiting" | "known" | "correcting" | "withdrawn";
  /** The fact an act of this row is about: the one that waits, otherwise the one that stands. */
  fact: SheetFact;
  /** What stands while a correction waits. */
  standing: SheetFact | null;
  refusal: RefusalCode | null;
}

export interface Sheet {
  id: string;
  recordedBy: string;
  recordedAt: Date;
  rows: SheetRow[];
  leftOut: { reference: string; name: string; code: RefusalCode }[];
}

/** One sheet with its people by name, those left out among them. Who looked is recorded. */
export async function readSheet(actor: Actor, id: string, clock: Clock): Promise<Sheet> {
  const staff = authorise(actor, "case.read");
  return desk().$transaction(async (tx) => {
    const sheet = await tx.nightSheet.findUnique({
      where: { id },
      select: { recordedBy: true, recordedAt: true, leftOut: true },
    });
    if (!sheet) throw new Refusal("not_found");
    const facts = await findSheetFacts(tx, id);
    const left = sheet.leftOut ? leftOut.parse(openUnderVault(staff.keys, sheet.leftOut, leftOutOf(id))) : [];
    const names = await openNames(
      tx,
      staff,
      [...facts, ...left].map(({ reference }) => reference),
    );
    const nameOf = (reference: string) => {
      const identity = names.get(reference);
      return identity ? fullName(identity) : reference;
    };
    const order = (reference: string) => {
      const identity = names.get(reference);
      return identity ? sortKey(identity) : reference;
    };
    const rows = [...new Set(facts.map(({ root }) => root))].map((root) => {
      const row = stateOfRow(facts.filter((fact) => fact.root === root));
      return { ...row, name: nameOf(row.reference) };
    });
    await record(tx, staff, "cases.listed", null, clock());
    return {
      id,
      recordedBy: sheet.recordedBy,
      recordedAt: sheet.recordedAt,
      rows: rows.sort((a, b) => (order(a.reference) < order(b.reference) ? -1 : 1)),
      leftOut: left.map(({ reference, code }) => ({ reference, code, name: nameOf(reference) })),
    };
  });
}

/** Sheets, newest first, with how many of their facts wait, stand and were withdrawn. Never a name. */
export async function listSheets(viewer: Actor, take = 30) {
  authorise(viewer, "case.read");
  return desk().$queryRaw<SheetLine[]>`
    WITH RECURSIVE sheets AS (SELECT id, recorded_by, recorded_at FROM registry.night_sheets ORDER BY recorded_at DESC, id DESC LIMIT ${take}),
    chain AS (
      SELECT r.fact_id AS id, r.sheet_id FROM registry.night_rows r JOIN sheets s ON s.id = r.sheet_id
      UNION ALL
      SELECT f.id, chain.sheet_id FROM chain JOIN registry.facts f ON f.supersedes_id = chain.id
    )
    SELECT s.id, s.recorded_by AS "recordedBy", s.recorded_at AS "recordedAt",
      count(f.id) FILTER (WHERE f.known_from IS NULL AND f.known_to IS NULL)::int AS waiting,
      count(f.id) FILTER (WHERE f.known_from IS NOT NULL AND f.known_to IS NULL)::int AS known
    FROM sheets s LEFT JOIN chain ON chain.sheet_id = s.id LEFT JOIN registry.facts f ON f.id = chain.id
    GROUP BY s.id, s.recorded_by, s.recorded_at ORDER BY s.recorded_at DESC, s.id DESC`;
}

export interface SheetLine {
  id: string;
  recordedBy: string;
  recordedAt: Date;
  waiting: number;
  known: number;
}

export interface HeldPerson extends Omit<InCustody, "caseId" | "personId"> {
  name: string;
  /** What else the person is called. */
  aliases: string[];
}

/** Names are sealed and opened one by one: one look opens no more than this; a state or a prison makes it enough. */
const OPENED = 1_500;

/**
 * Verified people in custody now, by name, for ticking on a sheet; at most so many, and how many there are. Where more are in custody
 * than one look opens, those of the latest cases are looked at, and `stopped` says so. Who looked is recorded.
 */
export async function listForNight(
  actor: Actor,
  { words, entity, facility }: { words: string; entity: string; facility: string },
  most: number,
  clock: Clock,
): Promise<{ people: HeldPerson[]; total: number; stopped: boolean }> {
  const staff = authorise(actor, "fact.record");
  const now = clock();
  return desk().$transaction(async (tx) => {
    const { inside, total } = await listSomeInCustody(tx, now, { entity, facility }, OPENED);
    const names = await openNames(
      tx,
      staff,
      inside.map(({ reference }) => reference),
    );
    const wanted = foldedWords(words).split(" ").filter(Boolean);
    const people = inside.flatMap(({ caseId: _, personId: __, ...one }) => {
      const identity = names.get(one.reference);
      if (!identity) return [];
      const { aliases } = identity;
      const searched = [sortKey(identity), foldedWords(aliases.join(" ")), one.reference.toLowerCase()].join(
        " ",
      );
      if (!wanted.every((word) => searched.includes(word))) return [];
      return [{ ...one, name: fullName(identity), aliases, key: sortKey(identity) }];
    });
    people.sort((a, b) => (a.key < b.key ? -1 : 1));
    await record(tx, staff, "cases.listed", null, now);
    const stopped = total > inside.length;
    return { people: people.slice(0, most), total: stopped ? total : people.length, stopped };
  });
}
