import { ZodError, z } from "zod";
import { Refusal } from "@/lib/core/refusal";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { Stop } from "../bootstrap/progress.mjs";

/** Every command ends with one of these: done, refused or bad input with nothing written, broken. */
export type ExitCode = 0 | 1 | 2;

/** Says why a command did not do it, in a sentence where it was expected, and answers its exit code. */
export function explainOutcome(error: unknown): ExitCode {
  if (error instanceof Refusal) {
    const say = translator(operatorLocale(), "refusals");
    console.error(say(error.code as Parameters<typeof say>[0], error.values));
    return 1;
  }
  if (error instanceof Stop) {
    console.error(error.message);
    return 1;
  }
  if (error instanceof ZodError) {
    console.error(z.prettifyError(error));
    return 1;
  }
  const closed = closedFile(error);
  if (closed) {
    console.error(closed);
    return 1;
  }
  console.error(error);
  return 2;
}

/** A path the operator gave that cannot be used: said with its reason, not with a stack. */
function closedFile(error: unknown): string | null {
  const { code = "", path } = (error ?? {}) as NodeJS.ErrnoException;
  const why = { EISDIR: "is a directory", ENOTDIR: "is not in a directory", EACCES: "permission denied" }[
    code
  ];
  return why ? `${path ?? "What you gave"}: ${why}` : null;
}

/** The operator's language: Spanish where the terminal speaks it, otherwise English. */
export function operatorLocale(): Locale {
  const tag = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "";
  return tag.startsWith("es") ? "es" : "en";
}
