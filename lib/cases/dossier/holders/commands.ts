import type { StaffActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/connect";
import { openCaseKey } from "@/lib/people/queries";
import { writeToThreads } from "../commands";
import { readDossier } from "../queries";
import { readTold } from "./queries";

/**
 * Writes to every holder with standing who has a code which state of custody two people verified last, where it is not what they read
 * already; inside the act that changed it. Where a death is written down, confirmed or not, nothing is written: somebody tells them. Times
 * are rounded like those of every message, and only the sealed dossier says whose thread it is.
 */
export async function tellHolders(
  tx: Tx,
  staff: Pick<StaffActor, "keys">,
  caseId: string,
  now: Date,
): Promise<void> {
  const { holders } = readDossier(await openCaseKey(tx, staff, caseId));
  const reports = holders.flatMap(({ report, how }) => (report !== null && how !== null ? [report] : []));
  if (reports.length === 0) return;
  const custody = await tx.fact.findMany({
    where: { caseId, track: "custody", knownTo: null },
    orderBy: { position: "asc" },
    select: { state: true, knownFrom: true },
  });
  if (custody.some(({ state }) => state === "died_in_custody")) return;
  const state = custody.findLast(({ knownFrom }) => knownFrom !== null)?.state;
  if (state === undefined) return;
  for (const report of reports) {
    if ((await readTold(tx, staff, report)).state === state) continue;
    await writeToThreads(tx, staff, [report], "answers", { standing: true, state }, now);
  }
}
