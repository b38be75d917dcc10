import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { findByWords } from "@/lib/people/indexed/queries";
import { referenceIn } from "@/lib/people/indexed/search/numbers/rules";
import { type FoundCase, openCaseRows } from "../cases/list/queries";
import { openReportNames } from "../lists/names/queries";
import type { Finds, Found, FoundReport } from "./schema";

/**
 * Whom words may mean, among everything the viewer may see: names as they stand in the registry at this moment, not as they were indexed.
 * Written down whenever somebody was shown; what was looked for never is.
 */
export async function findPeople(
  viewer: Actor,
  words: string,
  clock: Clock,
  only?: Found["kind"],
): Promise<Finds> {
  const staff = authorise(viewer, "case.read");
  const { hits, total } = await findByWords(staff, words, only);
  const of = (kind: "case" | "report") => hits.filter((hit) => hit.kind === kind).map(({ id }) => id);
  return desk().$transaction(async (tx) => {
    const cases = new Map((await openCaseRows(tx, staff, of("case"))).map((row) => [row.id, row]));
    const reports = new Map((await openReports(tx, staff, of("report"))).map((row) => [row.id, row]));
    const finds = hits.flatMap(({ kind, id }): Found[] => {
      const [found, report] = [cases.get(id), reports.get(id)];
      if (kind === "case") return found ? [{ kind, case: found }] : [];
      return report ? [{ kind, report }] : [];
    });
    if (finds.length > 0) await record(tx, staff, "people.searched", null, clock());
    return { finds, total: total - (hits.length - finds.length) };
  });
}

/** Likewise among cases alone. */
export async function findCases(viewer: Actor, words: string, clock: Clock): Promise<FoundCase[]> {
  const { finds } = await findPeople(viewer, words, clock, "case");
  return finds.flatMap((one) => (one.kind === "case" ? [one.case] : []));
}

/** The case whose reference somebody typed, however they wrote it; null where they typed none, or one that is nobody's. */
export async function findReference(viewer: Actor, words: string): Promise<string | null> {
  authorise(viewer, "case.read");
  const reference = referenceIn(words);
  if (reference === "") return null;
  const row = await desk().case.findUnique({ where: { reference }, select: { reference: true } });
  return row?.reference ?? null;
}

async function openReports(tx: Tx, staff: StaffActor, ids: readonly string[]): Promise<FoundReport[]> {
  const names = await openReportNames(tx, staff, ids);
  const rows = await tx.report.findMany({
    where: { id: { in: [...ids] }, triage: { isNot: null } },
    select: { id: true, receivedAt: true, urgent: true, assignedTo: true },
  });
  return rows.map((row) => ({ ...row, name: names.get(row.id) ?? "" }));
}
