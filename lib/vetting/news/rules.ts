import { z } from "zod";
import type { NewsItem } from "@/lib/intake/news/schema";
import { boundsOf } from "../reports/rules";

/** The boxes of a fact as a piece of news would fill them. Somebody reads, mends and proposes it; nothing is written by itself. */
export interface SuggestedFact {
  /** `custody:released_full`, as the form of a fact names it; null where the news names none. */
  kind: string | null;
  earliest?: string;
  latest?: string;
  facility?: string;
  sources: { kind: string; origin: string }[];
}

const released = {
  unknown: "custody:released_unspecified",
  house: "custody:house_arrest",
  measures: "custody:released_with_measures",
  free: "custody:released_full",
} as const;

/** Which fact a piece of news speaks of, with the day it names. House arrest is no release (R2): whoever cannot leave the house is held. */
export function suggestionOf({ kind, date, leaving, facility }: NewsItem): SuggestedFact {
  const { earliest, latest } = boundsOf(date);
  const state = {
    transferred: facility ? "custody:located_incommunicado" : null,
    seen: "custody:located_contact",
    released: released[leaving ?? "unknown"],
    health: null,
    hearing: "process:presented",
    died: "custody:died_in_custody",
  }[kind];
  return {
    kind: state,
    ...(earliest && { earliest }),
    ...(latest && { latest }),
    ...(facility && { facility }),
    sources: [{ kind: "relative", origin: "family" }],
  };
}

/** Where a page of the list ended, as it stands in an address. */
export interface NewsCursor {
  urgent: boolean;
  receivedAt: Date;
  id: string;
}

export const cursorText = ({ urgent, receivedAt, id }: NewsCursor): string =>
  `${urgent ? 1 : 0}.${receivedAt.getTime()}.${id}`;

const cursorWords = z.tuple([z.enum(["0", "1"]), z.coerce.number().int().min(0).max(8e15), z.guid()]);

/** The cursor in an address; null for none and for anything else. */
export function cursorIn(text: string | undefined): NewsCursor | null {
  const parsed = cursorWords.safeParse((text ?? "").split("."));
  if (!parsed.success) return null;
  const [urgent, moment, id] = parsed.data;
  return { urgent: urgent === "1", receivedAt: new Date(moment), id };
}
