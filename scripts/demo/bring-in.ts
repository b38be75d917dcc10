import { createHash } from "node:crypto";
import type { StaffActor } from "@/lib/auth/actor";
import { confirmRegistry, stageRegistry } from "@/lib/cases/exchange/commands";
import type { Clock } from "@/lib/core/clock";
import { populationFile } from "./population";
import type { StoryCase } from "./shapes";

/** Brings the invented population in as any registry would be: staged by one coordinator, made known by another. */
export async function bringIn(
  [first, second]: [StaffActor, StaffActor],
  cases: StoryCase[],
  clock: Clock,
  progress: (share: number) => void,
): Promise<void> {
  const text = populationFile(cases);
  const file = {
    sha256: new Uint8Array(createHash("sha256").update(text).digest()),
    lines: async function* () {
      for (const [index, line] of text.split("\n").entries()) yield { line: index + 1, text: line };
    },
  };
  const steps = cases.length * 3;
  const { batchId, confirmed } = await stageRegistry(
    first,
    file,
    { skipBad: false, progress: (line) => progress(line / steps) },
    clock,
  );
  if (!confirmed)
    await confirmRegistry(second, batchId, clock, (line) => progress((2 * cases.length + line) / steps));
}
