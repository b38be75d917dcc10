import type { StaffActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/connect";
import { reportPayload } from "@/lib/intake/schema";
import { contextOf } from "@/lib/people/queries";
import { fullName } from "@/lib/people/rules";
import { identityInput } from "@/lib/people/schema";
import { openPersonKey } from "@/lib/vault/person";
import { openFromVault, openUnder } from "@/lib/vault/seal";

/** A case as a row of a list names it. */
export interface CaseName {
  reference: string;
  /** Null where the words about the person were erased. */
  name: string | null;
}

/** Reference and name of the cases of one page, opened in the session. The caller writes that somebody looked. */
export async function openCaseNames(
  tx: Tx,
  { keys }: StaffActor,
  caseIds: readonly string[],
): Promise<Map<string, CaseName>> {
  if (caseIds.length === 0) return new Map();
  const rows = await tx.case.findMany({
    where: { id: { in: [...caseIds] } },
    select: {
      id: true,
      reference: true,
      personId: true,
      person: { select: { wrappedKey: true, identity: true } },
    },
  });
  return new Map(
    rows.map(({ id, reference, personId, person: { wrappedKey, identity } }) => {
      if (!wrappedKey || !identity) return [id, { reference, name: null }] as [string, CaseName];
      const opened = openUnder(openPersonKey(keys, wrappedKey), identity, contextOf(personId));
      return [id, { reference, name: fullName(identityInput.parse(opened)) }] as [string, CaseName];
    }),
  );
}

/** The name in each report of one page, opened in the session. The caller writes that somebody looked. */
export async function openReportNames(
  tx: Tx,
  { keys }: StaffActor,
  reportIds: readonly string[],
): Promise<Map<string, string>> {
  if (reportIds.length === 0) return new Map();
  const rows = await tx.report.findMany({
    where: { id: { in: [...reportIds] } },
    select: { id: true, sealed: true },
  });
  const names = new Map<string, string>();
  for (const { id, sealed } of rows)
    names.set(id, fullName(reportPayload.parse(await openFromVault(keys, sealed)).person));
  return names;
}
