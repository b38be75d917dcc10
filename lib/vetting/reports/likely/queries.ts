import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { everybodyHere } from "@/lib/cases/exchange/duplicates/queries";
import { Lookalikes } from "@/lib/cases/exchange/duplicates/rules";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { type ReportPayload, reportPayload } from "@/lib/intake/schema";
import type { Identity } from "@/lib/people/schema";
import { openFromVault } from "@/lib/vault/seal";

/** Who a report may be about already: a case by its reference, another waiting report by its id. For looking, never for deciding. */
export interface Likely {
  caseReference: string | null;
  reportId: string | null;
}

/** Other waiting reports are compared up to this many, oldest first. */
const COMPARED = 500;

/** Looks for the person of a report among everybody in the registry and in what waits. Asked for, since it opens names; recorded. */
export async function findLikely(actor: Actor, reportId: string, clock: Clock): Promise<Likely> {
  const staff = authorise(actor, "report.open");
  return desk().$transaction(async (tx) => {
    const row = await tx.report.findUnique({ where: { id: reportId }, select: { sealed: true } });
    if (!row) throw new Refusal("not_found");
    const payload = reportPayload.parse(await openFromVault(staff.keys, row.sealed));
    const everybody = await everybodyHere(tx, staff.keys);
    const waiting = await whoWaits(tx, staff, reportId);
    await record(tx, staff, "report.compared", { report: reportId }, clock());
    const named = namedIn(payload);
    return {
      caseReference: everybody.find(named, payload.person.birthYear ?? null),
      reportId: waiting.find(named, payload.person.birthYear ?? null),
    };
  });
}

async function whoWaits(tx: Tx, { keys }: StaffActor, except: string): Promise<Lookalikes> {
  const found = new Lookalikes();
  const rows = await tx.report.findMany({
    where: { triage: { isNot: null }, id: { not: except } },
    orderBy: { receivedAt: "asc" },
    take: COMPARED,
    select: { id: true, sealed: true },
  });
  for (const { id, sealed } of rows) {
    const payload = reportPayload.parse(await openFromVault(keys, sealed));
    found.add(namedIn(payload), payload.person.birthYear ?? null, id);
  }
  return found;
}

/** A family writes an identity number with dots and spaces; the registry does not. */
function namedIn({ person }: ReportPayload): Pick<Identity, "givenNames" | "surnames" | "idDocument"> {
  const { givenNames, surnames, idDocument } = person;
  return {
    givenNames,
    surnames,
    idDocument: idDocument && { ...idDocument, number: idDocument.number.replaceAll(/[\s.-]/g, "") },
  };
}
