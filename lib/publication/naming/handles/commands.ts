import type { StaffActor } from "@/lib/auth/actor";
import { writeToThreads } from "@/lib/cases/dossier/commands";
import { readTold } from "@/lib/cases/dossier/holders/queries";
import { readDossier } from "@/lib/cases/dossier/queries";
import type { Tx } from "@/lib/db/connect";
import { openCaseKey } from "@/lib/people/queries";

/**
 * Writes the handle of a standing naming to the thread of every holder who gave the name and has a code, once each: with it they take the
 * page down themselves. The row of the naming and the thread share nothing else, and the thread keeps it sealed.
 */
export async function giveHandles(
  tx: Tx,
  staff: Pick<StaffActor, "keys">,
  caseId: string,
  handle: Uint8Array,
  now: Date,
): Promise<void> {
  const { holders } = readDossier(await openCaseKey(tx, staff, caseId));
  const given = await tx.permission.findMany({
    where: { caseId, purpose: "name", granted: true, standing: true, knownTo: null },
    select: { holderId: true, givenBy: true },
  });
  const naming = Buffer.from(handle).toString("base64");
  for (const { id, report, givenBy, how } of holders) {
    const isGiver = given.some((one) =>
      one.holderId === null ? one.givenBy === givenBy : one.holderId === id,
    );
    if (report === null || how === null || !isGiver) continue;
    if ((await readTold(tx, staff, report)).namings.includes(naming)) continue;
    await writeToThreads(tx, staff, [report], "answers", { naming }, now);
  }
}
