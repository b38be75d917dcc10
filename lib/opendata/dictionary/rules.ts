import { z } from "zod";
import type { Words } from "@/lib/i18n/messages";
import { ownMeanings } from "./schema";

interface Said {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Said[];
}

/** What a column may hold, in words, from the very shape the code writes: a list is told whole, and that a cell may be empty is said. */
export function kindWords(words: Words, shape: z.ZodType): string {
  const said = z.toJSONSchema(shape, { unrepresentable: "any" }) as Said;
  const branches = said.anyOf ?? [said];
  const told = branches.filter((one) => one.type !== "null");
  const values = told.flatMap((one) => one.enum ?? (one.const === undefined ? [] : [one.const]));
  const kind =
    values.length > 0
      ? words.say("kinds.oneOf", { values: values.map(String).join(", ") })
      : plain(words, told[0]);
  const optional = branches.length > told.length || shape.safeParse(undefined).success;
  return optional ? words.say("kinds.orEmpty", { kind }) : kind;
}

function plain(words: Words, said: Said | undefined): string {
  if (said?.type === "integer" || said?.type === "number") return words.say("kinds.whole");
  if (said?.format === "date") return words.say("kinds.date");
  if (said?.format === "date-time") return words.say("kinds.moment");
  return words.say("kinds.text");
}

/** What a column means: in this file where it means something of its own, else what it means wherever it stands. */
export const meaningOf = (words: Words, file: string, column: string): string =>
  words.say(ownMeanings[file]?.includes(column) ? `own.${file}.${column}` : `columns.${column}`);
