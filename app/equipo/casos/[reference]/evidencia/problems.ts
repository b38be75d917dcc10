import type { RefusalCode } from "@/lib/core/refusal";

const kept = [
  "document_kind",
  "document_empty",
  "document_too_large",
  "too_many_documents",
  "storage_full",
  "document_not_received",
  "reason_missing",
  "not_permitted",
  "merged_away",
] as const satisfies RefusalCode[];

const given = [
  "step_up_needed",
  "reason_missing",
  "purpose_not_given",
  "keeping_withdrawn",
  "not_permitted",
  "too_many_tries",
] as const satisfies RefusalCode[];

type Asked = string | string[] | undefined;

/** Why a file was not kept, as the address brings it back; nothing for anything else that stands there. */
export const bringingProblem = (asked: Asked): RefusalCode | null =>
  kept.find((one) => one === asked) ?? null;

/** The same for a file that was not given. */
export const givingProblem = (asked: Asked): RefusalCode | null => given.find((one) => one === asked) ?? null;
