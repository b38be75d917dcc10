import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { authorise, may } from "@/lib/auth/permissions";
import { heldStates, outStates, processStates, vettingStates } from "@/lib/cases/facts/schema";
import type { Clock } from "@/lib/core/clock";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { Prisma } from "@/lib/db/sql";
import { openUnderVault } from "@/lib/vault/person";
import { contentHash } from "../../rules";
import { balanceContent } from "../../schema";
import type { DraftView } from "../list/queries";
import { blurWhyOf } from "../rules";
import type { DraftWatch } from "./schema";

const HOUR = 3_600_000;

/** A death becomes known only when next of kin were told; until then it is among no proposals that anybody counts. */
const isUntoldDeath = Prisma.sql`(f.state = 'died_in_custody' AND NOT registry.kin_told(f.case_id))`;

const correcting = z.object({ corrects: balanceContent.shape.corrects });

/** What waits and what moved around a draft, for whoever is about to sign it. Opens nobody's name. */
export async function watchDraft(viewer: Actor, draft: DraftView, clock: Clock): Promise<DraftWatch> {
  const staff = authorise(viewer, "tally.read");
  const now = clock();
  return desk().$transaction(async (tx) => {
    const from = draft.content.change?.from.slug ?? null;
    const last = await tx.publishedBalance.findFirst({
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      select: { slug: true },
    });
    const [signed] = draft.signedBy;
    const tellsKin = may(staff, "kin.tell");
    return {
      overtaken: draft.publishedAt === null && (last?.slug ?? null) !== from,
      asHashed: Buffer.from(contentHash(draft.content)).toString("hex") === draft.contentHash,
      waiting: { ...(await waitingFacts(tx)), imports: await waitingImports(tx) },
      confirmed: {
        sinceCounted: await confirmedSince(tx, draft.known, now),
        sinceSigned: signed ? await confirmedSince(tx, signed.signedAt, now) : null,
      },
      withdrawals: await waitingWithdrawals(tx, now),
      deathWaits: tellsKin ? await deathWaits(tx) : null,
      age: Math.floor((now.getTime() - draft.draftedAt.getTime()) / HOUR),
      blurWhy: draft.blurWhy
        ? z.string().parse(openUnderVault(staff.keys, draft.blurWhy, blurWhyOf(draft.id)))
        : null,
      correctedBy: from ? await correctionsOf(tx, from) : [],
    };
  });
}

/** What families took back and nobody applied yet, for the page on which a balance is prepared: preparing one applies it. */
export async function readWaitingWithdrawals(
  viewer: Actor,
  clock: Clock,
): Promise<DraftWatch["withdrawals"]> {
  authorise(viewer, "tally.read");
  return waitingWithdrawals(desk(), clock());
}

/** Deaths whose kin are not told are not among them, and so nobody learns of one from here. */
async function waitingFacts(tx: Tx): Promise<{ facts: number; references: string[] }> {
  const rows = await tx.$queryRaw`
    WITH waiting AS (
      SELECT f.case_id FROM registry.facts f
      WHERE f.known_from IS NULL AND f.known_to IS NULL AND f.track IN ('custody', 'vetting', 'process')
        AND f.state <> 'pending_evaluation' AND NOT ${isUntoldDeath}
      UNION ALL
      SELECT f.case_id FROM registry.fact_retractions r JOIN registry.facts f ON f.id = r.fact_id
      WHERE r.decided_at IS NULL AND f.track IN ('custody', 'vetting', 'process')
    )
    SELECT count(*)::int AS facts, (SELECT coalesce(array_agg(reference ORDER BY reference), '{}') FROM (
      SELECT DISTINCT c.reference FROM waiting JOIN registry.cases c ON c.id = case_id ORDER BY 1 LIMIT 8) AS few) AS "references"
    FROM waiting`;
  return z.tuple([z.object({ facts: z.int(), references: z.array(z.string()) })]).parse(rows)[0];
}

const waitingImports = (tx: Tx): Promise<number> =>
  tx.importBatch.count({ where: { confirmedAt: null, discardedAt: null } });

async function deathWaits(tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw`
    SELECT EXISTS (SELECT FROM registry.facts f WHERE f.known_from IS NULL AND f.known_to IS NULL AND f.track = 'custody'
      AND ${isUntoldDeath}) AS waits`;
  return z.tuple([z.object({ waits: z.boolean() })]).parse(rows)[0].waits;
}

/** State by state, so that the index on (track, state, known from) answers and years of facts are not read. */
async function confirmedSince(tx: Tx, since: Date, now: Date): Promise<number> {
  const states = [...heldStates, ...outStates, ...vettingStates, ...processStates];
  const rows = await tx.$queryRaw`
    SELECT coalesce(sum(n), 0)::int AS n FROM unnest(${states}::text[]) AS listed(state), LATERAL (
      SELECT count(*) AS n FROM registry.facts f WHERE f.track IN ('custody', 'vetting', 'process') AND f.state = listed.state
        AND f.known_from > ${since}::timestamptz AND f.known_from <= ${now}::timestamptz) AS of_state`;
  return z.tuple([z.object({ n: z.int() })]).parse(rows)[0].n;
}

async function waitingWithdrawals(tx: Tx, now: Date): Promise<DraftWatch["withdrawals"]> {
  const posted = { postedAt: { lte: now } };
  return {
    waiting: await tx.withdrawal.count({ where: { ...posted, reviewSince: null } }),
    toReview: await tx.withdrawal.count({ where: { ...posted, reviewSince: { not: null } } }),
  };
}

async function correctionsOf(tx: Tx, slug: string): Promise<{ slug: string; why: string }[]> {
  const corrected = await tx.publishedBalance.findUnique({ where: { slug }, select: { id: true } });
  if (!corrected) return [];
  const rows = await tx.publishedBalance.findMany({
    where: { correctsId: corrected.id },
    select: { slug: true, content: true },
    orderBy: { publishedAt: "asc" },
  });
  return rows.flatMap((row) => {
    const { corrects } = correcting.parse(row.content);
    return corrects ? [{ slug: row.slug, why: corrects.why }] : [];
  });
}
