import type { Tx } from "@/lib/db/connect";
import { claim } from "../schema";
import type { WaitingEntry } from "./schema";

const columns = {
  ...{ id: true, claimId: true, content: true, over: true, why: true, enteredBy: true, enteredAt: true },
  answer: { select: { published: true, why: true, answeredBy: true, answeredAt: true } },
} as const;

/** Entries that nobody answered yet, oldest first; of one figure, or of all. */
export async function waitingEntries(tx: Tx, claimId?: string): Promise<WaitingEntry[]> {
  const rows = await tx.claimEntry.findMany({
    where: { answer: null, ...(claimId !== undefined && { claimId }) },
    select: columns,
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, content, over, why, enteredBy, enteredAt }) => ({
    ...{ entryId: id, claim: claim.parse(content), why, enteredBy, enteredAt },
    over: over ? Buffer.from(over).toString("hex") : "",
  }));
}

/** An entry as the history of a figure tells it. */
export interface EntryMade {
  entryId: string;
  why: string;
  enteredBy: string;
  enteredAt: Date;
  answer: { published: boolean; why: string; answeredBy: string; answeredAt: Date } | null;
}

/** Everything ever entered of a figure, latest first. */
export async function entriesOf(tx: Tx, claimId: string): Promise<EntryMade[]> {
  const rows = await tx.claimEntry.findMany({
    where: { claimId },
    select: columns,
    orderBy: [{ enteredAt: "desc" }, { id: "desc" }],
    take: 200,
  });
  return rows.map(({ id, why, enteredBy, enteredAt, answer }) => ({
    ...{ entryId: id, why, enteredBy, enteredAt, answer },
  }));
}
