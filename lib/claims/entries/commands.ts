import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { type Clock, dateInCaracas } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { checkRow } from "../file/cells/rules";
import { FileRefusal, type ReadClaim } from "../file/schema";
import { checkRelations } from "../file/together/rules";
import { copyLedger, lockLedger } from "../published/commands";
import { type LedgerRow, wholeLedger } from "../queries";
import { columnsOf, relationsOf } from "../rows/rules";
import type { Claim } from "../schema";
import { waitingEntries } from "./queries";
import { nameFor } from "./rules";
import { type FigureAgain, rowOf, type TypedFigure } from "./schema";

/** Enters a figure the ledger does not have. Nobody outside the desk sees it until somebody else publishes it. Answers its name. */
export async function enterFigure(actor: Actor, typed: TypedFigure, clock: Clock): Promise<string> {
  const staff = authorise(actor, "claim.enter");
  const now = clock();
  return desk().$transaction(async (tx) => {
    await lockLedger(tx);
    const [ledger, waiting] = [await wholeLedger(tx), await waitingEntries(tx)];
    const taken = new Set([...ledger, ...waiting].map(({ claim }) => claim.id));
    const entered = await tx.claimEntry.findMany({ select: { claimId: true }, distinct: ["claimId"] });
    for (const { claimId } of entered) taken.add(claimId);
    const id = nameFor(typed, taken);
    const read = readFigure(typed, id, ledger, now);
    await keepEntry(tx, staff, read, { over: "", why: "" }, now);
    return id;
  });
}

/**
 * Enters a figure again over what the ledger says of it, with the reason: the only way to correct one. Refuses `changed_meanwhile` when
 * the ledger says something else by now, `claim_waiting` while another entry of it waits, and `nothing_changed`.
 */
export async function enterAgain(actor: Actor, input: FigureAgain, clock: Clock): Promise<void> {
  const staff = authorise(actor, "claim.enter");
  const { id, over, why, ...typed } = input;
  const now = clock();
  await desk().$transaction(async (tx) => {
    await lockLedger(tx);
    const ledger = await wholeLedger(tx);
    const held = ledger.find(({ claim }) => claim.id === id);
    if ((held?.fingerprint ?? "") !== over) throw new Refusal("changed_meanwhile");
    if (!held && (await tx.claimEntry.count({ where: { claimId: id } })) === 0)
      throw new Refusal("not_found");
    if ((await waitingEntries(tx, id)).length > 0) throw new Refusal("claim_waiting");
    const read = readFigure(typed, id, ledger, now);
    if (held && !held.withdrawn && read.fingerprint.toString("hex") === over)
      throw new Refusal("nothing_changed");
    await keepEntry(tx, staff, read, { over, why }, now);
  });
}

/**
 * Publishes an entry: from here on it is what the ledger says of that figure and what the public reads. Refuses `same_person` to whoever
 * entered it (the database does too), and `changed_meanwhile` when the figure is not what it was entered over any more.
 */
export async function publishEntry(actor: Actor, entryId: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "claim.publish");
  const now = clock();
  await desk().$transaction(
    async (tx) => {
      await lockLedger(tx);
      const entry = await waitingEntry(tx, entryId);
      if (entry.enteredBy === staff.username) throw new Refusal("same_person");
      const ledger = await wholeLedger(tx);
      const held = ledger.find(({ claim }) => claim.id === entry.claim.id);
      if ((held?.fingerprint ?? "") !== entry.over) throw new Refusal("changed_meanwhile");
      refuseRelations({ line: 1, claim: entry.claim, fingerprint: entry.fingerprint }, ledger);
      await answerEntry(tx, staff, entryId, { published: true, why: "" }, now);
      await writeFigure(tx, entry, staff.username, now);
      await copyLedger(tx, now);
      await record(tx, staff, "claim.published", { claim: entry.claim.id }, now);
    },
    { timeout: 60_000, maxWait: 30_000 },
  );
}

/** Sets an entry aside with a reason: it is never published, and the figure may be entered again. */
export async function setAsideEntry(actor: Actor, entryId: string, why: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "claim.enter");
  const now = clock();
  await desk().$transaction(async (tx) => {
    await lockLedger(tx);
    const { claim } = await waitingEntry(tx, entryId);
    await answerEntry(tx, staff, entryId, { published: false, why }, now);
    await record(tx, staff, "claim.set_aside", { claim: claim.id, why }, now);
  });
}

/** The typed figure read by the rules of a file, as of today; throws what is wrong with it. */
function readFigure(typed: TypedFigure, id: string, ledger: readonly LedgerRow[], now: Date): ReadClaim {
  const read = checkRow(rowOf(typed, id), 1, dateInCaracas(now));
  if ("errors" in read) {
    if (read.errors.every(({ code }) => code === "in_future")) throw new Refusal("claim_in_future");
    throw new FileRefusal(read.errors);
  }
  refuseRelations(read.claim, ledger);
  return read.claim;
}

/** Relations lead to figures the ledger has, and never in a circle. */
function refuseRelations(read: ReadClaim, ledger: readonly LedgerRow[]): void {
  const { fingerprint } = read;
  const others = ledger.filter(({ claim }) => claim.id !== read.claim.id);
  const all = [read, ...others.map(({ claim }) => ({ line: 2, claim, fingerprint }))];
  const wrong = checkRelations(all, new Set()).find(({ line }) => line === 1);
  if (!wrong) return;
  const code = wrong.code === "relation_circle" ? "claim_circle" : "claim_related_to_nothing";
  throw new Refusal(wrong.code === "relation_to_itself" ? "claim_circle" : code, {
    claim: String(wrong.values.id ?? ""),
  });
}

interface Entered {
  claim: Claim;
  over: string;
  enteredBy: string;
  fingerprint: Buffer;
  entryId: string;
}

async function waitingEntry(tx: Tx, entryId: string): Promise<Entered> {
  const row = await tx.claimEntry.findUnique({
    where: { id: entryId },
    select: { claimId: true, fingerprint: true, answer: { select: { entryId: true } } },
  });
  if (!row) throw new Refusal("not_found");
  if (row.answer) throw new Refusal("already_decided");
  const entry = (await waitingEntries(tx, row.claimId)).find((one) => one.entryId === entryId);
  if (!entry) throw new Refusal("not_found");
  return { ...entry, fingerprint: Buffer.from(row.fingerprint) };
}

async function keepEntry(
  tx: Tx,
  staff: StaffActor,
  { claim, fingerprint }: ReadClaim,
  { over, why }: { over: string; why: string },
  now: Date,
): Promise<void> {
  await tx.claimEntry.create({
    data: {
      ...{ id: newId(now), claimId: claim.id, content: claim, why },
      ...{ fingerprint: new Uint8Array(fingerprint), enteredBy: staff.username, enteredAt: now },
      over: over ? new Uint8Array(Buffer.from(over, "hex")) : null,
    },
    select: { id: true },
  });
  await record(tx, staff, "claim.entered", { claim: claim.id, ...(why && { why }) }, now);
}

async function answerEntry(
  tx: Tx,
  { username }: StaffActor,
  entryId: string,
  answer: { published: boolean; why: string },
  now: Date,
): Promise<void> {
  await tx.claimAnswer.create({
    data: { entryId, ...answer, answeredBy: username, answeredAt: now },
    select: { entryId: true },
  });
}

async function writeFigure(tx: Tx, entry: Entered, importedBy: string, importedAt: Date): Promise<void> {
  const { id, ...columns } = columnsOf({ line: 1, ...entry });
  const data = { ...columns, importedBy, importedAt, entryId: entry.entryId, withdrawalId: null };
  await tx.claim.upsert({ where: { id }, create: { id, ...data }, update: data, select: { id: true } });
  await tx.claimRelation.deleteMany({ where: { claimId: id } });
  await tx.claimRelation.createMany({ data: relationsOf(entry), skipDuplicates: true });
}
