import type { RefusalCode } from "@/lib/core/refusal";

const problems = [
  "step_up_needed",
  "reason_missing",
  "not_permitted",
  "too_many_tries",
] as const satisfies RefusalCode[];

/** Why the file was not given, as the address brings it back; nothing for anything else that stands there. */
export const originalProblem = (asked: string | string[] | undefined): RefusalCode | null =>
  problems.find((one) => one === asked) ?? null;
