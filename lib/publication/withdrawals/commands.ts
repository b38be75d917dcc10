import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { recount } from "@/lib/cases/counting/commands";
import { insertPermission } from "@/lib/cases/permissions/commands";
import { listPermissions } from "@/lib/cases/permissions/queries";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { lockCase } from "@/lib/people/queries";
import { openUnderVault, sealUnderVault } from "@/lib/vault/person";
import { refreshNamedCase } from "../naming/commands";
import {
  askedKey,
  countPosted,
  type FoundCase,
  findCase,
  findCasesOf,
  findPostedBy,
  openAsked,
  openPosted,
  type Posted,
} from "./queries";
import { effectOf } from "./rules";
import { aboutContext, type RequestAbout, type RequestKind, requestAbout } from "./schema";

/**
 * Opens every posted answer that waits and applies it, known from its post, when it comes from a holder with standing; any other is
 * put before staff, once however often it is asked, and uncounts nobody. Drafting a balance begins with it, so that no balance counts
 * whoever said no before; whoever opens the list of requests has done it too.
 */
export async function applyWithdrawals(actor: Actor, clock: Clock): Promise<Outcome> {
  const staff = authorise(actor, "case.read");
  const now = clock();
  if ((await countPosted(now)) === 0) return { applied: 0, toReview: 0 };
  return desk().$transaction(
    async (tx) => {
      const waiting = await lockPosted(tx, now);
      const said = new Map<string, Posted>();
      for (const { id, sealed } of waiting) said.set(id, await openPosted(tx, staff, sealed));
      const known = [...said.values()].flatMap(({ report }) => report ?? []);
      return settle(tx, staff, waiting, said, await findCasesOf(tx, staff, known), now);
    },
    { timeout: 120_000, maxWait: 20_000 },
  );
}

/**
 * The same for one case alone, before somebody signed in looks at it: what its families posted is in what they see. Other cases' answers
 * stay as they are. Costs one count where nothing waits.
 */
export async function openPostedAbout(actor: Actor, reference: string, clock: Clock): Promise<Outcome> {
  const staff = authorise(actor, "case.read");
  const now = clock();
  if ((await countPosted(now)) === 0) return { applied: 0, toReview: 0 };
  return desk().$transaction(
    async (tx) => {
      const about = await findCase(tx, staff, reference);
      if (!about || about.reports.length === 0) return { applied: 0, toReview: 0 };
      const said = await findPostedBy(tx, staff, about.reports, now);
      const waiting = said.size === 0 ? [] : await lockPosted(tx, now, [...said.keys()]);
      return settle(tx, staff, waiting, said, new Map(about.reports.map((one) => [one, about])), now);
    },
    { timeout: 60_000, maxWait: 20_000 },
  );
}

interface Outcome {
  applied: number;
  toReview: number;
}

/** What waits, its rows locked: two who look at once do the work once. */
const lockPosted = (tx: Tx, now: Date, ids: string[] | null = null) =>
  tx.$queryRaw<Waiting[]>`
    SELECT id, sealed, posted_at AS "postedAt" FROM registry.withdrawals
    WHERE posted_at <= ${now} AND review_since IS NULL AND (${ids}::uuid[] IS NULL OR id = ANY(${ids}::uuid[]))
    ORDER BY posted_at, id FOR UPDATE`;

async function settle(
  tx: Tx,
  staff: StaffActor,
  waiting: Waiting[],
  posted: Map<string, Posted>,
  cases: Map<string, FoundCase>,
  now: Date,
): Promise<Outcome> {
  const outcome = { applied: 0, toReview: 0 };
  if (waiting.length === 0) return outcome;
  const asked = await openAsked(tx, staff);
  for (const { id, postedAt } of waiting) {
    const said = posted.get(id);
    if (!said) continue;
    const { report } = said;
    const about = cases.get(report ?? "") ?? null;
    const effect = await applyOne(tx, staff, about, said, postedAt, now);
    const key = askedKey(kindOf(said), report);
    const isAskedAgain = effect === "review" && report !== null && asked.has(key);
    if (effect === "review" && !isAskedAgain) {
      asked.add(key);
      const request = { id, postedAt, report, kind: kindOf(said), reference: about?.reference ?? null };
      await openRequest(tx, staff, request, now);
    } else await tx.withdrawal.delete({ where: { id }, select: { id: true } });
    await record(tx, staff, acts[effect], about ? { case: about.reference } : null, now);
    if (effect === "review") outcome.toReview++;
    else outcome.applied++;
  }
  return outcome;
}

/**
 * Applies a withdrawal that went to review, known from its post, once staff recorded the giver's standing: then it is the giver's own
 * word and needs nobody else's. Refused with `standing_unchecked` where it still is not.
 */
export async function retryWithdrawal(actor: Actor, id: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "permission.record");
  const now = clock();
  await desk().$transaction(
    async (tx) => {
      const [row] = await tx.$queryRaw<(Waiting & { about: Uint8Array })[]>`
        SELECT w.id, w.sealed, w.posted_at AS "postedAt", r.sealed AS about FROM registry.withdrawals w
        JOIN registry.requests r ON r.id = w.id WHERE w.id = ${id}::uuid AND w.review_since IS NOT NULL FOR UPDATE`;
      if (!row) throw new Refusal("not_found");
      const said = await openPosted(tx, staff, row.sealed);
      const { report } = said;
      const about = requestAbout.parse(openUnderVault(staff.keys, row.about, aboutContext(id)));
      const found = report === null ? null : await findAgain(tx, staff, about, report);
      if ((await applyOne(tx, staff, found, said, row.postedAt, now)) === "review")
        throw new Refusal("standing_unchecked");
      await tx.withdrawal.delete({ where: { id }, select: { id: true } });
      await tx.request.update({ where: { id }, data: { closedAt: now }, select: { id: true } });
      await record(tx, staff, "withdrawal.applied", found ? { case: found.reference } : null, now);
    },
    { timeout: 60_000 },
  );
}

/** The case a request was found to be about; where none was, the report may have been put into one since. */
async function findAgain(tx: Tx, staff: StaffActor, { reference }: RequestAbout, report: string) {
  if (reference === null) return (await findCasesOf(tx, staff, [report])).get(report) ?? null;
  return findCase(tx, staff, reference);
}

/** What could not be applied by itself becomes a request, which two people answer. */
async function openRequest(
  tx: Tx,
  { keys }: StaffActor,
  { id, postedAt, kind, ...about }: RequestAbout & { id: string; postedAt: Date; kind: RequestKind },
  now: Date,
): Promise<void> {
  await tx.withdrawal.update({ where: { id }, data: { reviewSince: now }, select: { id: true } });
  const row = {
    ...{ id, kind, askedAt: postedAt, recordedBy: "family", recordedAt: now },
    sealed: sealUnderVault(keys, about satisfies RequestAbout, aboutContext(id)),
  };
  await tx.request.create({ data: row, select: { id: true } });
}

interface Waiting {
  id: string;
  sealed: Uint8Array<ArrayBuffer>;
  postedAt: Date;
}

/** What each effect is called on the trail. */
const acts = {
  apply: "withdrawal.applied",
  done: "withdrawal.applied",
  nothing: "withdrawal.without_standing",
  review: "withdrawal.to_review",
} as const;

const kindOf = ({ purpose }: Posted): RequestKind =>
  purpose === "name" ? "name" : purpose === "everything" ? "erasure" : "count";

async function applyOne(
  tx: Tx,
  staff: StaffActor,
  about: FoundCase | null,
  { report, purpose, granted, textVersion }: Posted,
  postedAt: Date,
  now: Date,
): Promise<keyof typeof acts> {
  if (!about) return granted ? "nothing" : "review";
  await lockCase(tx, staff, about.caseId);
  const holder = about.holders.find((one) => one.report === report);
  const poster = holder ? { ...holder, hasStanding: holder.how !== null } : null;
  const permissions = await listPermissions(tx, about.caseId);
  const effect = effectOf(poster, { purpose, granted }, permissions, postedAt);
  if (effect !== "apply" || !poster || purpose === "everything") return effect;
  const answer = { purpose, granted, textVersion, givenBy: poster.givenBy, holderId: poster.id };
  const said = { ...answer, standing: poster.hasStanding };
  await insertPermission(tx, { username: "family" }, about.caseId, said, postedAt);
  await recount(tx, [about.personId]);
  await refreshNamedCase(tx, about.caseId, staff.keys, now);
  return effect;
}
