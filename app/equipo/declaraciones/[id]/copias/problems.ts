import type { RefusalCode } from "@/lib/core/refusal";

const problems = [
  "copy_kind",
  "document_empty",
  "document_too_large",
  "storage_full",
  "document_not_received",
  "not_permitted",
] as const satisfies RefusalCode[];

/** Why a copy was not kept, as its address brings it back; nothing for anything else that stands there. */
export const copyProblem = (asked: string | string[] | undefined): RefusalCode | null =>
  problems.find((one) => one === asked) ?? null;
