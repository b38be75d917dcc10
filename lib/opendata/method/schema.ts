import { z } from "zod";
import { method } from "@/lib/cases/counting/method/schema";

/** Verified people before the first balance, where an installation has not said otherwise. */
export const DEFAULT_GATE = method.gate;

const words = z.strictObject({ title: z.string(), text: z.string() });
const bilingual = <Shape extends z.ZodType>(shape: Shape) => z.strictObject({ es: shape, en: shape });
const parameter = z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]);
const part = z.strictObject({ code: z.string(), parameters: z.record(z.string(), parameter) });

/** One rule R1–R17 as it is quoted: its words in both languages, where it comes from, and the parameters in force. */
export const quotedRule = part.extend({ words: bilingual(words.extend({ source: z.string() })) });

/** One term of the counting, with the rules it stands on. */
export const quotedTerm = part.extend({ restsOn: z.array(z.string()), words: bilingual(words) });

/** The method of counting whole, as `/api/v1/method` answers it and the page of the method prints it. */
export const quotedMethod = z.strictObject({
  version: z.string(),
  rules: z.array(quotedRule),
  terms: z.array(quotedTerm),
  changelog: z.array(
    z.strictObject({ version: z.string(), since: z.iso.date(), words: bilingual(z.string()) }),
  ),
});
export type QuotedMethod = z.infer<typeof quotedMethod>;
