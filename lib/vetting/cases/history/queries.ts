import { caseSeqs } from "@/lib/audit/cases";
import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Prisma, Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { openFromVault } from "@/lib/vault/seal";

const PAGE = 200;
/** Acts from before their cases were noted are opened one by one, and no more of them than this. */
const OPENED = 500;

export interface CaseAct {
  seq: string;
  at: Date;
  actor: string;
  action: string;
  why: string | null;
}

export interface CaseTrail {
  acts: CaseAct[];
  /** The last act of this page, to ask for older ones; null at the end. */
  next: string | null;
  /** Older acts, from before cases were noted on the trail, were not all opened. */
  stopped: boolean;
  opened: number;
}

/**
 * The acts of the trail about one case, who looked included, newest first and a page at a time; only theirs are opened, here, in the
 * session. Looking is itself recorded.
 */
export async function listCaseActs(
  actor: Actor,
  reference: string,
  clock: Clock,
  before: bigint | null = null,
): Promise<CaseTrail> {
  const staff = authorise(actor, "case.read");
  const now = clock();
  return desk().$transaction(async (tx) => {
    const found = await tx.case.findUnique({ where: { reference }, select: { id: true, openedAt: true } });
    if (!found) throw new Refusal("not_found");
    const noted = (await caseSeqs(tx, staff, found.id)).filter((seq) => before === null || seq < before);
    const page = noted.slice(0, PAGE);
    const acts = await openActs(tx, staff, { seq: { in: page } }, PAGE);
    const isLast = noted.length <= PAGE;
    const unnoted = isLast ? await unnotedActs(tx, staff, reference, found.openedAt) : null;
    await record(tx, staff, "case.history_read", { case: reference }, now);
    return {
      acts: [...acts, ...(unnoted?.acts ?? [])].map(({ about, seq, ...act }) => ({
        ...act,
        seq: String(seq),
        why: about.why ?? null,
      })),
      next: isLast ? null : String(page.at(-1)),
      stopped: unnoted?.stopped ?? false,
      opened: OPENED,
    };
  });
}

async function unnotedActs(tx: Tx, staff: StaffActor, reference: string, since: Date) {
  const from = await tx.caseActsFrom.findUnique({ where: { id: 1 }, select: { seq: true } });
  if (!from || from.seq === 0n) return null;
  const acts = await openActs(tx, staff, { seq: { lte: from.seq }, at: { gte: since } }, OPENED);
  return { acts: acts.filter(({ about }) => about.case === reference), stopped: acts.length === OPENED };
}

async function openActs(tx: Tx, { keys }: StaffActor, where: Prisma.AuditEventWhereInput, take: number) {
  const rows = await tx.auditEvent.findMany({
    where: { ...where, subject: { not: null } },
    orderBy: { seq: "desc" },
    take,
    select: { seq: true, at: true, actor: true, action: true, subject: true },
  });
  return Promise.all(
    rows.map(async ({ subject, ...act }) => ({
      ...act,
      about: ((subject && (await openFromVault(keys, subject))) ?? {}) as { case?: string; why?: string },
    })),
  );
}
