import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { candidates, notYet } from "@/lib/people/indexed/queries";
import { openReportedPerson } from "../indexed/queries";

/** Who a report may be about already: a case by its reference, another waiting report by its id. For looking, never for deciding. */
export interface Likely {
  caseReference: string | null;
  reportId: string | null;
  /** Names are still being read: nobody was compared yet. */
  isReading: boolean;
}

/**
 * The case and the waiting report most alike the person of a report, of all that are more than different. Asked for, since it opens a
 * name; recorded.
 */
export async function findLikely(actor: Actor, reportId: string, clock: Clock): Promise<Likely> {
  const staff = authorise(actor, "report.open");
  const row = await desk().report.findUnique({
    where: { id: reportId },
    select: { sealed: true, receivedAt: true },
  });
  if (!row) throw new Refusal("not_found");
  const { sealed, receivedAt: received_at } = row;
  const { person } = await openReportedPerson(staff.keys, { id: reportId, sealed, received_at });
  const found = await candidates(staff, { person, except: { kind: "report", id: reportId } }).catch(notYet);
  const [like, waiting] = (["case", "report"] as const).map((kind) =>
    found?.find((one) => one.kind === kind),
  );
  return desk().$transaction(async (tx) => {
    await record(tx, staff, "report.compared", { report: reportId }, clock());
    const known = like && (await tx.case.findUnique({ where: { id: like.id }, select: { reference: true } }));
    return {
      caseReference: known?.reference ?? null,
      reportId: waiting?.id ?? null,
      isReading: found === null,
    };
  });
}
