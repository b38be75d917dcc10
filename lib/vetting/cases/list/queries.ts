import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import type { Prisma, Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { contextOf } from "@/lib/people/queries";
import { fullName, sortKey } from "@/lib/people/rules";
import { identityInput } from "@/lib/people/schema";
import { openPersonKey } from "@/lib/vault/person";
import { openUnder } from "@/lib/vault/seal";

export const caseViews = ["all", "decisions", "facts", "pending", "verified"] as const;
export type CaseView = (typeof caseViews)[number];

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
/** Names are sealed, so a search by name opens them one by one; beyond this many it says that it stopped. */
const SEARCHED = 20_000;

export interface CaseList {
  rows: CaseRow[];
  /** The last case of this page, to ask for what follows; null at the end. */
  next: string | null;
  total: number;
  /** A search by name stopped before the oldest cases. */
  stopped: boolean;
}

/** Cases, newest first, with names opened in the session; by view, by reference, or by words of the name. */
export async function listCasesForDesk(
  actor: Actor,
  { view, words, after }: { view: CaseView; words: string; after: string | null },
  clock: Clock,
): Promise<CaseList> {
  const staff = authorise(actor, "case.read");
  return desk().$transaction(async (tx) => {
    const found = words === "" ? null : await search(tx, staff, words);
    const where: Prisma.CaseWhereInput = { ...within(view), ...(found && { id: { in: found.ids } }) };
    const rows = await tx.case.findMany({
      where: { ...where, ...(after !== null && { AND: { id: { lt: after } } }) },
      orderBy: { id: "desc" },
      take: PAGE + 1,
      select: caseRow,
    });
    const shown = rows.slice(0, PAGE);
    if (shown.length > 0) await record(tx, staff, "cases.listed", null, clock());
    return {
      rows: shown.map((row) => openRow(staff, row)),
      next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
      total: await tx.case.count({ where }),
      stopped: found?.stopped ?? false,
    };
  });
}

const waiting = { knownFrom: null, knownTo: null } satisfies Prisma.FactWhereInput;

function within(view: CaseView): Prisma.CaseWhereInput {
  const known = { knownFrom: { not: null }, knownTo: null, track: "vetting" as const };
  if (view === "decisions") return { decisions: { some: { review: null } } };
  if (view === "facts") return { facts: { some: { ...waiting, track: { not: "vetting" } } } };
  if (view === "pending") return { facts: { none: { ...known, state: { not: "pending_evaluation" } } } };
  return view === "verified" ? { facts: { some: { ...known, state: "verified_political" } } } : {};
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

function openName(
  { keys }: StaffActor,
  personId: string,
  { wrappedKey, identity }: { wrappedKey: Uint8Array | null; identity: Uint8Array | null },
) {
  if (wrappedKey === null || identity === null) return null;
  return identityInput.parse(openUnder(openPersonKey(keys, wrappedKey), identity, contextOf(personId)));
}

async function search(
  tx: Tx,
  staff: StaffActor,
  words: string,
): Promise<{ ids: string[]; stopped: boolean }> {
  const typed = words.toUpperCase().replaceAll(/[^0-9A-Z-]/g, "");
  const byReference = await tx.case.findMany({ where: { reference: typed }, select: { id: true } });
  if (byReference.length > 0) return { ids: byReference.map((row) => row.id), stopped: false };
  const wanted = sortKey({ givenNames: "", surnames: words }).split(" ").filter(Boolean);
  const rows = await tx.case.findMany({
    orderBy: { id: "desc" },
    take: SEARCHED,
    select: { id: true, personId: true, person: { select: { wrappedKey: true, identity: true } } },
  });
  const ids = rows.flatMap(({ id, personId, person }) => {
    const identity = openName(staff, personId, person);
    if (!identity || wanted.length === 0) return [];
    const name = `${sortKey(identity)} ${identity.aliases.map((alias) => sortKey({ givenNames: "", surnames: alias })).join(" ")}`;
    return wanted.every((word) => name.includes(word)) ? [id] : [];
  });
  return { ids, stopped: rows.length === SEARCHED };
}
