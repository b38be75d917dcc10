import { randomBytes } from "node:crypto";
import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { requireFresh } from "@/lib/auth/step-up";
import { method } from "@/lib/cases/counting/method/schema";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { applyWithdrawals } from "@/lib/publication/withdrawals/commands";
import { freshness } from "@/lib/tallies/freshness/queries";
import { sign } from "@/lib/vault/signing";
import { listCounted } from "./caseset/queries";
import { caseSetHash } from "./caseset/rules";
import type { ExactSide } from "./cells/schema";
import { findCoverage } from "./coverage/queries";
import { disclose } from "./disclosure/rules";
import { readBeside } from "./drafts/beside/queries";
import { writeChanges } from "./drafts/changes/commands";
import { offsetsFor, refuseOpenPartitions, writeDraft } from "./drafts/commands";
import {
  findPrivateSide,
  floorsOf,
  listMoments,
  readCells,
  readChange,
  readClaimWindows,
  readSeries,
} from "./drafts/queries";
import { publishSigned, readWhole, refuseBehindGate } from "./publishing/commands";
import { changesIn, contentHash, cutOffDay, refuseMoment, refuseTooFew, slugOf } from "./rules";
import { type BalanceContent, balanceContent, type DraftInput, draftInput } from "./schema";

/** A whole balance may count long; nothing else waits for it. */
const PATIENCE = { timeout: 120_000, maxWait: 20_000 };

/**
 * Prepares a balance: applies what families took back and still waits, counts at (at, known), passes everything through disclosure
 * control and keeps both sides, with whose changes explain it. Public pages do not change. Refuses a second weekly balance for one day,
 * a step back in time, a partial publication in which fewer than five things changed, and numbers that do not sum or do not close.
 */
export async function draftBalance(actor: Actor, input: DraftInput, clock: Clock): Promise<string> {
  const staff = authorise(actor, "balance.draft");
  const wanted = draftInput.parse(input);
  await applyWithdrawals(staff, clock);
  const now = clock();
  const moment = { at: new Date(wanted.at), known: wanted.known ? new Date(wanted.known) : now };
  return desk().$transaction(async (tx) => {
    const published = await listMoments(tx);
    refuseMoment(wanted.kind, moment.at, moment.known, published, now);
    const coverage = await findCoverage(tx);
    if (!coverage) throw new Refusal("coverage_missing");
    const corrects = wanted.corrects ?? null;
    if (corrects && !published.some((one) => one.slug === corrects.slug)) throw new Refusal("not_found");

    const before = published[0] ?? null;
    const printAge = wanted.kind === "weekly" && wanted.blurWhy === undefined;
    const fresh = await freshness(tx, moment.at, moment.known);
    const { tally, cells } = await readCells(tx, moment, before, printAge, fresh);
    if (tally.held.total !== cells.held.total) throw new Refusal("changed_meanwhile");
    await refuseOpenPartitions(tx, cells, moment);
    const since = before && (await readChange(tx, before, moment));
    const change = since?.change ?? null;
    const changes = change ? changesIn(change.reconciliation) : tally.held.total;
    refuseTooFew(wanted.kind, changes);

    const earlier = before && (await findPrivateSide(tx, before.slug));
    const { printed, floors } = disclose(cells, await offsetsFor(tx, cells, now), floorsOf(earlier));
    const sameDay = published.map((one) => one.slug).filter((slug) => slug.startsWith(cutOffDay(moment.at)));
    const slug = slugOf(wanted.kind, moment.at, sameDay);
    const weekly = wanted.kind === "weekly";
    const caseSalt = new Uint8Array(randomBytes(32));
    const counted = await listCounted(tx, moment.at, moment.known);
    const content: BalanceContent = balanceContent.parse({
      ...printed,
      format: 2,
      caseSet: { sha256: caseSetHash(caseSalt, counted) },
      kind: wanted.kind,
      slug,
      at: moment.at.toISOString(),
      known: moment.known.toISOString(),
      method: method.version,
      coverage: { since: coverage.since, until: coverage.until },
      change,
      series: await readSeries(
        tx,
        published,
        { slug, weekly, ...moment, total: cells.held.total },
        coverage.since,
      ),
      claims: await readClaimWindows(tx, coverage, moment),
      corrects,
    });
    const exact: ExactSide = { cells, floors, changes, beside: await readBeside(tx, moment.known, fresh) };
    const id = await writeDraft(tx, staff, content, { exact, caseSalt, blurWhy: wanted.blurWhy }, now);
    if (before && since && earlier)
      await writeChanges(tx, id, {
        between: { a: before.at, knownA: before.known, b: moment.at, knownB: moment.known },
        since: earlier.draftedAt,
        unseen: since.unseen,
        reconciliation: since.change.reconciliation,
      });
    return id;
  }, PATIENCE);
}

/** Puts a draft aside. It can be signed by nobody any more; what was published stays as it is. */
export async function discardDraft(actor: Actor, balanceId: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "balance.draft");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const draft = await lockDraft(tx, balanceId);
    await tx.balanceDraft.update({
      where: { id: draft.id },
      data: { discardedAt: now },
      select: { id: true },
    });
    await record(tx, staff, "balance.discarded", { balance: draft.id }, now);
  });
}

/**
 * One coordinator's Ed25519 signature over the manifest, which names every file of the balance with its hash and order. The second,
 * of another person, publishes them whole in the same transaction; of two at the same moment one gets through. Nothing published
 * can be changed afterwards.
 */
export async function signBalance(
  actor: Actor,
  balanceId: string,
  clock: Clock,
): Promise<"first" | "published"> {
  const staff = authorise(actor, "balance.sign");
  requireFresh(staff, clock);
  const now = clock();
  return desk().$transaction(async (tx) => {
    const draft = await lockDraft(tx, balanceId);
    const content = balanceContent.parse(draft.content);
    const hash = contentHash(content);
    if (!Buffer.from(hash).equals(Buffer.from(draft.contentHash)))
      throw new Error("a draft is not what was hashed");
    const signed = await tx.balanceSignature.findMany({
      where: { balanceId },
      select: { staffId: true, publicKey: true, signature: true },
      orderBy: { signedAt: "asc" },
    });
    if (signed.some((one) => one.staffId === staff.id)) throw new Refusal("same_person");
    await refuseStale(tx, content);
    const publicKey = publicKeyOf(staff);
    const whole = readWhole(draft.manifest, content, publicKey);
    const own = { publicKey, signature: sign(staff.signingKey, whole.manifest) };
    await tx.balanceSignature.create({
      data: { balanceId, staffId: staff.id, ...own, signedAt: now },
      select: { balanceId: true },
    });
    await record(tx, staff, "balance.signed", { balance: balanceId }, now);
    if (signed.length === 0) return "first";

    await refuseBehindGate(tx, content);
    await publishSigned(tx, { id: balanceId, content, hash, ...whole, signatures: [...signed, own] }, now);
    await record(tx, staff, "balance.published", { balance: balanceId, why: content.slug }, now);
    return "published";
  }, PATIENCE);
}

async function lockDraft(tx: Tx, balanceId: string) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7215903)`;
  const draft = await tx.balanceDraft.findUnique({
    where: { id: balanceId },
    select: {
      id: true,
      content: true,
      contentHash: true,
      manifest: true,
      discardedAt: true,
      publishedAt: true,
    },
  });
  if (!draft || draft.discardedAt) throw new Refusal("not_found");
  if (draft.publishedAt) throw new Refusal("already_signed");
  return draft;
}

/** A balance published meanwhile makes this one explain the wrong difference: it has to be drafted again. */
async function refuseStale(tx: Tx, content: BalanceContent): Promise<void> {
  const last = await tx.publishedBalance.findFirst({
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    select: { slug: true },
  });
  if ((last?.slug ?? null) !== (content.change?.from.slug ?? null)) throw new Refusal("changed_meanwhile");
}

/** libsodium's Ed25519 private key carries the public one in its second half. */
const publicKeyOf = (staff: StaffActor) => new Uint8Array(staff.signingKey.slice(32));
