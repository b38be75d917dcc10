import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { openFromVault } from "@/lib/vault/seal";

/** Subjects are sealed one by one to the vault; this many are opened in about a second. */
const OPENED = 4000;

export interface CaseAct {
  seq: string;
  at: Date;
  actor: string;
  action: string;
  why: string | null;
}

export interface CaseTrail {
  acts: CaseAct[];
  /** Older acts were not opened. */
  stopped: boolean;
  opened: number;
}

/**
 * The acts of the trail about one case, who looked included, newest first. Their subjects are sealed, so they are opened here, in the
 * session, from the newest back to the opening of the case. Looking is itself recorded.
 */
export async function listCaseActs(actor: Actor, reference: string, clock: Clock): Promise<CaseTrail> {
  const { keys } = authorise(actor, "case.read");
  const now = clock();
  return desk().$transaction(
    async (tx) => {
      const found = await tx.case.findUnique({ where: { reference }, select: { openedAt: true } });
      if (!found) throw new Refusal("not_found");
      const rows = await tx.auditEvent.findMany({
        where: { at: { gte: found.openedAt }, subject: { not: null } },
        orderBy: { seq: "desc" },
        take: OPENED,
        select: { seq: true, at: true, actor: true, action: true, subject: true },
      });
      const acts: CaseAct[] = [];
      for (const { subject, seq, ...act } of rows) {
        const about = subject && ((await openFromVault(keys, subject)) as { case?: string; why?: string });
        if (about?.case === reference) acts.push({ ...act, seq: String(seq), why: about.why ?? null });
      }
      await record(tx, actor, "case.history_read", { case: reference }, now);
      return { acts, stopped: rows.length === OPENED, opened: rows.length };
    },
    { timeout: 15_000 },
  );
}
