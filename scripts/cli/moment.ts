import { writtenInstant } from "@/lib/cases/facts/schema";
import { Stop } from "../bootstrap/progress.mjs";

/** A moment an operator wrote after a flag, or a sentence that says how to write one. Never guessed: a day without its offset is nobody's. */
export function readMoment(flag: string, written: string): Date {
  const read = writtenInstant.safeParse(written);
  if (read.success) return new Date(read.data);
  throw new Stop(
    `--${flag} ${written}: not a moment. Write ISO 8601 with its offset, such as 2026-01-27T00:00:00-04:00 or 2026-01-27T04:00:00Z.`,
  );
}
