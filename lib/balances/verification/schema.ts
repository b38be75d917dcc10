import type { BalanceContent } from "../schema";

/** What is checked of a zip, in this order; the first three are needed to look at the rest. */
export const checkNames = [
  "zip",
  "order",
  "manifest",
  "hashes",
  "content",
  "tables",
  "sums",
  "closes",
  "flows",
  "series",
  "signatures",
  "pins",
  "sealed",
  "follows",
] as const;
export type CheckName = (typeof checkNames)[number];

/** One thing looked at, whether it held, and what to say about it. */
export interface Check {
  name: CheckName;
  holds: boolean;
  values: Record<string, string | number>;
}

export interface Verdict {
  checks: Check[];
  /** The numbers, once they could be read; only to be used when every check holds. */
  content: BalanceContent | null;
  previous: { slug: string; sha256: string } | null;
  /** SHA-256 of what was signed, by which the next balance names this one. */
  signed: string | null;
}
