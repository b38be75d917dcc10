import { z } from "zod";

/** What somebody typed into one field: trimmed at the ends and otherwise left as written. Absent is the same as blank. */
export const typed = (most: number) =>
  z
    .string()
    .default("")
    .transform((text) => text.trim())
    .pipe(z.string().max(most, "too_long"));

/** A form as posted: kept whole in the draft, right or wrong, so that nobody types anything twice. */
export const postedForm = z.record(z.string(), z.string());
export type PostedForm = z.infer<typeof postedForm>;

/** One thing to mend: the field it stands at and the key of the sentence (`problems.<key>`). */
export interface Problem {
  field: string;
  key: string;
}

/** Notes a problem at a field from inside a form's transform. */
export const problemAt = (ctx: z.core.$RefinementCtx) => (field: string, message: string) =>
  ctx.addIssue({ code: "custom", path: [field], message });

/** What must be mended in a posted form, one problem a field, in the order of the page; empty when it can be accepted. */
export function problemsIn(form: z.ZodType, posted: PostedForm): Problem[] {
  const read = form.safeParse(posted);
  if (read.success) return [];
  const found = new Map<string, Problem>();
  for (const issue of read.error.issues) {
    const field = String(issue.path[0] ?? "");
    if (!found.has(field)) found.set(field, { field, key: issue.message });
  }
  return [...found.values()];
}

/** A whole number typed with any keyboard's digits, or null when it is none or out of bounds. */
export function numberIn(text: string, least: number, most: number): number | null {
  const digits = text.normalize("NFKC").replace(/\s/g, "");
  if (!/^\d{1,6}$/.test(digits)) return null;
  const value = Number(digits);
  return value >= least && value <= most ? value : null;
}
