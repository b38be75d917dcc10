import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { entriesOf, waitingEntries } from "../entries/queries";
import { wholeLedger } from "../queries";
import { inView, matches, newestFirst, previewOf } from "./rules";
import type { CopyKept, FigureAtTheDesk, LedgerView, ListedFigure } from "./schema";
import { ledgerViews } from "./schema";

/** Figures on one page of the list. */
export const LISTED = 40;

export interface LedgerList {
  rows: ListedFigure[];
  total: number;
  counts: Record<LedgerView, number>;
}

/** One page of the ledger as somebody asks for it, with how many figures each view has. `called` gives the name a claimant is shown by. */
export async function listLedger(
  actor: Actor,
  { view, words, page }: { view: LedgerView; words: string; page: number },
  called: (claimant: string) => string,
): Promise<LedgerList> {
  authorise(actor, "claim.read");
  const all = await everyFigure(desk());
  const counts = Object.fromEntries(
    ledgerViews.map((one) => [one, all.filter((figure) => inView(one, figure)).length]),
  ) as Record<LedgerView, number>;
  const found = all
    .filter((figure) => inView(view, figure) && matches(figure.claim, called(figure.claim.claimant), words))
    .sort(newestFirst);
  return { rows: found.slice((page - 1) * LISTED, page * LISTED), total: found.length, counts };
}

async function everyFigure(tx: Tx): Promise<ListedFigure[]> {
  const [ledger, waiting, copies] = [
    await wholeLedger(tx),
    new Map((await waitingEntries(tx)).map((entry) => [entry.claim.id, entry])),
    await tx.claimCopy.groupBy({ by: ["claimId"], _count: { id: true } }),
  ];
  const copied = new Map(copies.map(({ claimId, _count }) => [claimId, _count.id]));
  const held = new Set(ledger.map(({ claim }) => claim.id));
  const listed = (claim: ListedFigure["claim"], state: ListedFigure["state"]): ListedFigure => ({
    ...{ claim, state, waits: waiting.has(claim.id), copies: copied.get(claim.id) ?? 0 },
  });
  return [
    ...ledger.map(({ claim, withdrawn }) => listed(claim, withdrawn ? "withdrawn" : "published")),
    ...[...waiting.values()]
      .filter(({ claim }) => !held.has(claim.id))
      .map(({ claim }) => listed(claim, "entered")),
  ];
}

/** Everything on one figure, with what an entry that waits would make the public read. Refuses `not_found`. */
export async function findFigure(actor: Actor, id: string): Promise<FigureAtTheDesk> {
  authorise(actor, "claim.read");
  const tx = desk();
  const [ledger, [waiting = null], entries] = await Promise.all([
    wholeLedger(tx),
    waitingEntries(tx, id),
    entriesOf(tx, id),
  ]);
  const row = ledger.find(({ claim }) => claim.id === id);
  if (!row && entries.length === 0) throw new Refusal("not_found");
  const standing = ledger.filter(({ withdrawn }) => !withdrawn).map(({ claim }) => claim);
  return {
    ...{ id, held: row?.claim ?? null, over: row?.fingerprint ?? "", waiting, entries },
    withdrawn: row?.withdrawn ? await lastWithdrawal(tx, id) : null,
    preview: waiting && previewOf(standing, waiting.claim),
    copies: await copiesOf(tx, id),
    namedBy: ledger.flatMap(({ claim }) =>
      claim.relations
        .filter(({ target }) => target === id)
        .map(({ relation }) => ({ id: claim.id, relation })),
    ),
    others: ledger.map(({ claim }) => claim).filter((claim) => claim.id !== id),
  };
}

/** Every figure one could relate a new one to. */
export async function listForRelating(actor: Actor): Promise<FigureAtTheDesk["others"]> {
  authorise(actor, "claim.read");
  return (await wholeLedger(desk())).map(({ claim }) => claim);
}

async function lastWithdrawal(tx: Tx, claimId: string): Promise<FigureAtTheDesk["withdrawn"]> {
  const row = await tx.claimWithdrawal.findFirst({
    where: { claimId },
    orderBy: [{ withdrawnAt: "desc" }, { id: "desc" }],
    select: { why: true, withdrawnBy: true, withdrawnAt: true },
  });
  return row && { why: row.why, by: row.withdrawnBy, at: row.withdrawnAt };
}

async function copiesOf(tx: Tx, claimId: string): Promise<CopyKept[]> {
  const rows = await tx.claimCopy.findMany({
    where: { claimId },
    orderBy: { id: "asc" },
    select: { id: true, kind: true, bytes: true, sha256: true, addedBy: true, addedAt: true },
  });
  return rows.map(({ sha256, ...row }) => ({ ...row, sha256: Buffer.from(sha256).toString("hex") }));
}
