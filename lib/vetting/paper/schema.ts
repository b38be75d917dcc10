import { z } from "zod";
import { problemsOf } from "@/lib/intake/draft/rules";
import { steps } from "@/lib/intake/draft/schema";
import { postedForm } from "@/lib/intake/typed/schema";
import { isSlipNumber, slipDigits } from "./rules";

const answer = z.enum(["yes", "no"], "required");

/** What may be blank on the paper; boxes ticked come as a list, and stay as families' own pages post them. */
const perhaps = z
  .preprocess(
    (form) =>
      typeof form === "object" && form !== null
        ? Object.fromEntries(
            Object.entries(form).map(([name, value]) => [
              name,
              Array.isArray(value) ? value.join(",") : value,
            ]),
          )
        : form,
    postedForm,
  )
  .default({});

/**
 * A sheet as it is typed, in its own order; `today` is the last day that can be on it. What a family's own page would send back to be
 * mended is sent back here, with the same problems at the same fields.
 */
export const sheetForm = (today: () => string) =>
  z
    .strictObject({
      number: z.string().transform(slipDigits).refine(isSlipNumber, "slip_wrong"),
      takenOn: z.iso.date("not_a_date").refine((day) => day <= today(), "date_future"),
      store: answer,
      count: answer,
      person: postedForm,
      detention: postedForm,
      whereabouts: perhaps,
      court: perhaps,
      health: perhaps,
      contact: perhaps,
      permissions: perhaps,
    })
    .superRefine((sheet, ctx) => {
      for (const step of steps)
        for (const { field, key } of problemsOf(step, sheet[step], today()))
          ctx.addIssue({ code: "custom", path: [step, field], message: key });
    });
export type Sheet = z.output<ReturnType<typeof sheetForm>>;

/** The sheets that were printed, and of which batch and language, so that the page goes on behind them. */
export const printedInput = z.strictObject({
  lote: z.string().regex(/^\d{1,15}$/),
  lengua: z.enum(["es", "en"]),
  numbers: z
    .string()
    .transform((list) => list.split(","))
    .pipe(z.array(z.string().refine(isSlipNumber, "slip_wrong")).min(1).max(50)),
});

/** A sheet that was transcribed and is not yet gone. */
export interface SheetRow {
  id: string;
  number: string;
  takenOn: string;
  transcribedAt: Date;
  transcribedBy: string;
  late: boolean;
  destroyedBy: string | null;
}

/** A strip as it is printed: the number for the sheet, the code for the sealed strip. Told once. */
export interface Strip {
  number: string;
  code: string;
}

/** Strips made together and not used yet, by the numbers that stand on them. */
export interface StripBatch {
  madeAt: Date;
  madeBy: string;
  madeWith: string;
  numbers: string[];
  /** Those of them whose sheet was printed; and the last time one was, and by whom. */
  printed: ReadonlySet<string>;
  lastPrinted: { at: Date; by: string } | null;
}
