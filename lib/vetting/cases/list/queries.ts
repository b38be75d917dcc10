import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import type { Prisma, Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { fullName } from "@/lib/people/rules";
import { openName } from "./names/queries";
import { type CaseView, countIn, idsIn } from "./views/queries";

export interface CaseRow {
  reference: string;
  name: string;
  openedBy: string;
  openedAt: Date;
  /** Last known states of two tracks; null where nothing is known. */
  verdict: string | null;
  custody: string | null;
  entity: string | null;
  decisionWaits: boolean;
  factsWaiting: number;
}

const PAGE = 50;

export interface CaseList {
  rows: CaseRow[];
  /** The last case shown, to ask for what follows; null at the end. */
  next: string | null;
  /** How many the view holds, counted up to `COUNTED` and one more. */
  total: number;
}

/** Cases, newest first, with names opened in the session, by view. */
export async function listCasesForDesk(
  actor: Actor,
  { view, after }: { view: CaseView; after: string | null },
  clock: Clock,
): Promise<CaseList> {
  const staff = authorise(actor, "case.read");
  return desk().$transaction(async (tx) => {
    const ids = await idsIn(tx, view, after, PAGE + 1);
    const shown = ids.slice(0, PAGE);
    const rows = await tx.case.findMany({
      where: { id: { in: shown } },
      orderBy: { id: "desc" },
      select: caseRow,
    });
    if (rows.length > 0) await record(tx, staff, "cases.listed", null, clock());
    return {
      rows: rows.map((row) => openRow(staff, row)),
      next: ids.length > PAGE ? (shown.at(-1) ?? null) : null,
      total: await countIn(tx, view),
    };
  });
}

/** These cases as rows of a list, names opened, in the order asked; those whose words were erased are left out. The caller writes who looked. */
export async function openCaseRows(tx: Tx, staff: StaffActor, ids: readonly string[]): Promise<FoundCase[]> {
  const rows = await tx.case.findMany({ where: { id: { in: [...ids] } }, select: caseRow });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    const identity = row && openName(staff, row.personId, row.person);
    return row && identity ? [{ ...openRow(staff, row), id, aliases: identity.aliases }] : [];
  });
}

/** A case as a search finds it. */
export interface FoundCase extends CaseRow {
  id: string;
  aliases: readonly string[];
}

const caseRow = {
  id: true,
  reference: true,
  personId: true,
  openedBy: true,
  openedAt: true,
  person: { select: { wrappedKey: true, identity: true } },
  decisions: { where: { review: null }, select: { id: true } },
  facts: {
    where: { knownTo: null },
    orderBy: { position: "asc" },
    select: { track: true, state: true, entity: true, knownFrom: true },
  },
} satisfies Prisma.CaseSelect;

function openRow(
  staff: StaffActor,
  { person, personId, facts, decisions, id: _, ...row }: Prisma.CaseGetPayload<{ select: typeof caseRow }>,
): CaseRow {
  const known = facts.filter((fact) => fact.knownFrom !== null);
  const custody = known.filter((fact) => fact.track === "custody");
  const identity = openName(staff, personId, person);
  return {
    ...row,
    name: identity ? fullName(identity) : row.reference,
    verdict: known.filter((fact) => fact.track === "vetting").at(-1)?.state ?? null,
    custody: custody.at(-1)?.state ?? null,
    entity: custody.findLast((fact) => fact.entity !== null)?.entity ?? null,
    decisionWaits: decisions.length > 0,
    factsWaiting: facts.filter((fact) => fact.knownFrom === null && fact.track !== "vetting").length,
  };
}
