import { z } from "zod";
import { type Purpose, purposes } from "@/lib/consent/schema";

/** How the released person was asked. */
export const means = ["in_person", "telephone", "video", "letter", "through_lawyer"] as const;

const answers = Object.fromEntries(purposes.map((purpose) => [purpose, z.boolean()])) as Record<
  Purpose,
  z.ZodBoolean
>;

/** What somebody answered in their own voice after a release: who asked, how, on which day, how it was checked, and each purpose. */
export const ownAnswer = z.strictObject({
  askedBy: z.string().trim().min(2).max(100),
  means: z.enum(means),
  on: z.iso.date(),
  /** How staff know that it was the person and nobody beside them. */
  checked: z.string().trim().min(3).max(1000),
  answers: z.strictObject(answers),
});
export type OwnAnswer = z.infer<typeof ownAnswer>;

/** Lists of those to ask: whose page hides its details meanwhile, or everybody who was freed. */
export const askViews = ["named", "all"] as const;
export type AskView = (typeof askViews)[number];

/** Somebody who was freed and has not been asked since. */
export interface ToAsk {
  caseId: string;
  reference: string;
  name: string;
  state: string;
  /** When the registry learned of the release. */
  knownFrom: Date;
  /** A page bears the name and hides the rest until they are asked. */
  isNamed: boolean;
}

export interface AskCursor {
  knownFrom: Date;
  caseId: string;
}
export const cursorText = ({ knownFrom, caseId }: AskCursor): string => `${knownFrom.getTime()}.${caseId}`;
const cursorWords = z.tuple([z.coerce.number().int().min(0).max(8e15), z.uuid()]);
/** The cursor in an address; null for none and for anything else. */
export function cursorIn(text: string | undefined): AskCursor | null {
  const parsed = cursorWords.safeParse((text ?? "").split("."));
  return parsed.success ? { knownFrom: new Date(parsed.data[0]), caseId: parsed.data[1] } : null;
}
