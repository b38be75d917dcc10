import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { requireFresh } from "@/lib/auth/step-up";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { caseLines, countCorrectedTraits } from "./queries";

interface Export {
  /** How this registry is called in the file; importing it elsewhere is idempotent on it. */
  source: string;
  /** Not encrypted: never without a second person. */
  plain: boolean;
  second: Actor | null;
}

/**
 * Gives the whole registry to `write`, line by line, as of one snapshot: a file that, imported into an empty registry, answers every
 * tally alike, save where traits were corrected since, of whom it tells how many. Names leave the vault here, so it is on the trail before the first line is written.
 */
export async function exportRegistry(
  actor: Actor,
  { source, plain, second }: Export,
  clock: Clock,
  write: (line: string) => Promise<void>,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<{ cases: number; correctedTraits: number }> {
  const staff = authorise(actor, "registry.export");
  requireFresh(staff, clock);
  if (plain && !second) throw new Refusal("second_person_needed");
  const other = second && authorise(second, "fact.confirm");
  if (other?.username === staff.username) throw new Refusal("same_person");
  const now = clock();
  const why = `${plain ? "plain" : "encrypted"}${other ? `, with ${other.username}` : ""}`;
  await desk().$transaction((tx) => record(tx, staff, "registry.exported", { why }, now));
  const header = { type: "registry", version: 1, source, exportedAt: now.toISOString(), history: "keep" };
  return desk().$transaction(
    async (tx) => {
      await write(JSON.stringify(header));
      const all = await tx.case.count();
      let cases = 0;
      for await (const line of caseLines(tx, staff.keys)) {
        await write(JSON.stringify(line));
        progress(++cases, all);
      }
      return { cases, correctedTraits: await countCorrectedTraits(tx) };
    },
    { isolationLevel: "RepeatableRead", timeout: 6 * 3_600_000, maxWait: 60_000 },
  );
}
