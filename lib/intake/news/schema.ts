import { z } from "zod";
import { readDate } from "../dates/rules";
import { reportedDate } from "../schema";
import { problemAt, typed } from "../typed/schema";

/** What can have happened since a report was sent. Each has a page of its own. */
export const newsKinds = ["transferred", "seen", "released", "health", "hearing", "died"] as const;
export type NewsKind = (typeof newsKinds)[number];

/** How a released person left: "may they leave the house?" tells house arrest from a release. Not knowing comes first. */
export const leavings = ["unknown", "house", "measures", "free"] as const;
/** Whether somebody's life is in danger today. */
export const dangers = ["unknown", "no", "yes"] as const;
/** Who saw or heard the person. */
export const sightings = ["unknown", "self", "call", "told"] as const;

const words = (most: number) => z.string().trim().max(most);

/** One piece of news as a family told it, as the desk opens it. Sealed to the vault at reception; kept as received and never edited. */
export const newsItem = z.strictObject({
  version: z.literal(1),
  locale: z.enum(["es", "en"]),
  kind: z.enum(newsKinds),
  date: reportedDate,
  /** A code of the vocabulary of sites. */
  facility: z.string().max(40).optional(),
  place: words(300).optional(),
  leaving: z.enum(leavings).optional(),
  danger: z.enum(dangers).optional(),
  sighting: z.enum(sightings).optional(),
  account: words(2000).optional(),
});
export type NewsItem = z.infer<typeof newsItem>;

/** Which questions each page asks besides the day and the words. */
export const asked: Record<NewsKind, readonly ("facility" | "place" | "leaving" | "danger" | "sighting")[]> =
  {
    transferred: ["facility", "place"],
    seen: ["sighting", "facility", "place"],
    released: ["leaving", "place"],
    health: ["danger"],
    hearing: ["place"],
    died: ["place"],
  };

/** What was typed on the page of one kind. Nothing is needed: that it happened is news, whatever else is not known. */
export const newsForm = (kind: NewsKind, today: string) =>
  z
    .object({
      day: typed(20),
      month: typed(20),
      year: typed(20),
      precision: typed(20),
      facility: typed(40),
      place: typed(300),
      leaving: typed(20),
      danger: typed(20),
      sighting: typed(20),
      account: typed(2000),
    })
    .transform((form, ctx): Omit<NewsItem, "version" | "locale"> => {
      const asks = asked[kind];
      const pick = <One extends string>(list: readonly One[], said: string): One =>
        list.find((one) => one === said) ?? (list[0] as One);
      return {
        kind,
        date: readDate(form, kind === "hearing" ? endOfNextYear(today) : today, problemAt(ctx)),
        ...(asks.includes("facility") && form.facility && { facility: form.facility }),
        ...(asks.includes("place") && form.place && { place: form.place }),
        ...(asks.includes("leaving") && { leaving: pick(leavings, form.leaving) }),
        ...(asks.includes("danger") && { danger: pick(dangers, form.danger) }),
        ...(asks.includes("sighting") && { sighting: pick(sightings, form.sighting) }),
        ...(form.account && { account: form.account }),
      };
    });

/** A hearing may have been set for a day to come. */
const endOfNextYear = (today: string) => `${Number(today.slice(0, 4)) + 1}-12-31`;
