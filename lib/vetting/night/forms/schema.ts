import { z } from "zod";
import { sourceRows } from "../../cases/schema";
import { facilityNamed, hoursOf, nightOf, readHours, wholeDay } from "../rules";
import { clockText, hoursText, type NightAnswer, type NightInput, nightKind, preciseKind } from "../schema";

const list = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value ?? []].flat());
const texts = z.record(z.string(), z.string()).default({});
const oneSource = sourceRows.refine((rows) => rows.length > 0, { error: "required" });
const empty = z.literal("");

/** The name of a row's boxes: `hour.c7K3Q-9F`. */
export const boxOf = (reference: string): string => `c${reference}`;

/** The sheet as its form sends it: what holds for everybody, who is ticked, and what was written beside somebody. */
export const nightForm = z
  .strictObject({
    sheet: z.uuid(),
    day: z.iso.date({ error: "date" }),
    precision: z.enum(["night", "day", "hour", "between"]),
    from: z.union([empty, clockText]).default(""),
    to: z.union([empty, clockText]).default(""),
    common: nightKind,
    sources: oneSource,
    pick: list,
    hour: z.record(z.string(), hoursText).default({}),
    kind: z.record(z.string(), z.union([empty, nightKind])).default({}),
    prison: texts,
  })
  .superRefine(({ precision, from, to, pick, prison }, context) => {
    const missing = (path: string[], message: string) =>
      context.issues.push({ code: "custom", input: "", path, message });
    if (pick.length === 0) missing(["pick"], "required");
    if (precision !== "night" && precision !== "day" && from === "") missing(["from"], "hour");
    if (precision === "between" && to === "") missing(["to"], "hour");
    for (const reference of pick) {
      const typed = prison[boxOf(reference)] ?? "";
      if (typed !== "" && facilityNamed(typed) === null) missing(["prison", boxOf(reference)], "not_in_list");
    }
  })
  .transform((form): NightInput => {
    const { sheet, day, precision, from, to, common, sources, pick } = form;
    const spans = {
      night: () => nightOf(day),
      day: () => wholeDay(day),
      hour: () => spanOf(day, from),
      between: () => spanOf(day, `${from}-${to}`),
    };
    const rows = [...new Set(pick)].map((reference) => {
      const box = boxOf(reference);
      const written = form.hour[box] ?? "";
      return {
        reference,
        kind: form.kind[box] || common,
        effective: written === "" ? spans[precision]() : spanOf(day, written),
        facility: facilityNamed(form.prison[box] ?? ""),
      };
    });
    return { id: sheet, sources, rows };
  });

function spanOf(day: string, text: string) {
  const hours = readHours(text);
  return hours ? hoursOf(day, hours) : wholeDay(day);
}

/** A second person's ticks; a row with a reason is refused. */
export const answerForm = z.strictObject({ sheet: z.uuid(), confirm: list, why: texts }).transform(
  ({ sheet, confirm, why }): NightAnswer => ({
    sheet,
    confirm,
    refuse: Object.entries(why)
      .filter(([, reason]) => reason.trim() !== "")
      .map(([box, reason]) => ({ factId: box.slice(1), why: reason })),
  }),
);

/** What rows turned out to be; those left as they are are not sent on. */
export const preciseForm = z
  .strictObject({
    sheet: z.uuid(),
    reason: z.string().trim().min(3, { error: "required" }).max(500),
    sources: oneSource,
    kind: z.record(z.string(), z.union([empty, preciseKind])).default({}),
  })
  .transform(({ sheet, reason, sources, kind }, context) => {
    const rows = Object.entries(kind).flatMap(([box, value]) =>
      value === "" ? [] : [{ factId: box.slice(1), kind: value }],
    );
    if (rows.length === 0)
      context.issues.push({ code: "custom", input: kind, path: ["kind"], message: "required" });
    return { sheet, why: reason, sources, rows };
  });
