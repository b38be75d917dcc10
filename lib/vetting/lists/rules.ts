import { z } from "zod";
import type { ListCursor } from "./schema";

const cursorWords = z.tuple([z.coerce.number().int().min(0).max(8e15), z.uuid()]);

export const cursorText = ({ since, id }: ListCursor): string => `${since.getTime()}.${id}`;

/** The cursor in an address; null for none and for anything else. */
export function cursorIn(text: unknown): ListCursor | null {
  const parsed = cursorWords.safeParse(typeof text === "string" ? text.split(".") : []);
  if (!parsed.success) return null;
  const [moment, id] = parsed.data;
  return { since: new Date(moment), id };
}
