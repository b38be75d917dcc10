import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { Prisma } from "@/lib/db/sql";
import { type Between, changesBetween } from "@/lib/tallies/changed/queries";
import { changeTerms } from "@/lib/tallies/changed/schema";
import { reconciliationTerms } from "@/lib/tallies/schema";
import type { PrintedReconciliation } from "../../schema";
import { findOpenAccounts, sumChanges } from "./queries";

interface Account {
  between: Between;
  /** When the last published balance was drafted: whoever came since was not in it. */
  since: Date;
  /** Counted at the opening by now, less what was published then. */
  unseen: number;
  reconciliation: PrintedReconciliation;
}

/**
 * Writes whose changes make the account of a draft, line by line. Refuses, naming the references at fault, when the account leaves a
 * residual or when the lines of a term do not sum to it: such numbers are a fault and are never put before anybody to sign (R5).
 */
export async function writeChanges(tx: Tx, draftId: string, account: Account): Promise<void> {
  const { between, reconciliation } = account;
  await tx.$executeRaw`
    WITH lines AS (
      SELECT term, sign, c.id AS case_id, c.reference, episode, moment, before, after, aspects
      FROM (${changesBetween(between)}) AS changed JOIN registry.cases c ON c.person_id = changed.person_id
      ${account.unseen === 0 ? Prisma.empty : Prisma.sql`UNION ALL (${broughtSince(account)})`}
    ), nobodys AS (
      SELECT term, ${account.unseen}::int * (term = told)::int - found AS sign FROM (
        SELECT 'lateRegistrations' AS term, (SELECT count(*)::int FROM lines WHERE 'imported' = ANY(aspects)) AS found
        UNION ALL SELECT 'corrections', 0) AS either,
        (SELECT ${account.unseen > 0 ? "lateRegistrations" : "corrections"}::text AS told) AS one
    )
    INSERT INTO registry.balance_changes (draft_id, position, term, sign, case_id, episode, moment, before, after, aspects)
    SELECT ${draftId}::uuid, row_number() OVER (
        ORDER BY array_position(${[...changeTerms]}::text[], term), case_id IS NOT NULL, reference, episode),
      term, sign, case_id, episode, moment, before, after, aspects
    FROM (
      SELECT * FROM lines UNION ALL
      SELECT term, sign, NULL, NULL, NULL, NULL, NULL, NULL, '{}' FROM nobodys WHERE sign <> 0
    ) AS every`;
  const sums = new Map((await sumChanges(tx, draftId)).map(({ term, sum }) => [term, sum]));
  const open = reconciliationTerms.filter((term) => (sums.get(term) ?? 0) !== reconciliation.terms[term]);
  if (reconciliation.residual !== 0 || open.length > 0) {
    const references = await findOpenAccounts(tx, draftId, between);
    throw new Refusal("balance_does_not_close", {
      residual: reconciliation.residual,
      references: references.join(", ") || "—",
    });
  }
}

/** Brought in since with a past of their own, and held already at the opening. */
const broughtSince = ({ between: { a, knownA }, since }: Account) => Prisma.sql`
  SELECT 'lateRegistrations', 1, c.id, c.reference, i.episode, NULL, NULL, i.state, '{imported}'
  FROM registry.custody_intervals i JOIN registry.cases c ON c.person_id = i.person_id AND c.opened_at > ${since}::timestamptz
  WHERE i.counted AND i.during @> ${a}::timestamptz AND i.known @> ${knownA}::timestamptz`;
