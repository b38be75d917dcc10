import { z } from "zod";

/** What a batch brings: vetted cases with their past, or rows that wait for evaluation. */
export const batchKinds = ["registry", "template"] as const;
export type BatchKind = (typeof batchKinds)[number];

/** As far as a batch has come. `incomplete`: whoever brought it must run the command again. */
export const batchStates = ["incomplete", "waiting", "confirmed", "discarded"] as const;
export type BatchState = (typeof batchStates)[number];

/** So many lines the desk confirms within one request; larger batches are confirmed by the command. */
export const MOST_AT_THE_DESK = 5_000;

/** Of what was found while judging a file so much is kept; the totals are whole. */
export const FINDINGS_KEPT = 500;

const values = z.record(z.string(), z.union([z.string(), z.number()])).default({});

/** What was found in a file when it was judged: kept with its batch, sealed, so that the second person sees what the first saw. */
export const findings = z.strictObject({
  facts: z.int(),
  permissions: z.int(),
  already: z.int(),
  refused: z.strictObject({ lines: z.int(), total: z.int() }),
  /** Of a registry `code` is its reason; of the template a code of its own list. `column` is the place in the line or the column. */
  problems: z.array(
    z.strictObject({ line: z.int(), column: z.string().nullable(), code: z.string(), values }),
  ),
  notices: z.array(z.strictObject({ line: z.int(), column: z.string().nullable(), code: z.string() })),
  noticed: z.int(),
  alike: z.array(z.strictObject({ line: z.int(), like: z.string() })),
  likenesses: z.int(),
});
export type Findings = z.output<typeof findings>;

export const discardForm = z.strictObject({
  id: z.uuid(),
  why: z.string().trim().min(3, { error: "required" }).max(500),
});
export const batchForm = z.strictObject({ id: z.uuid() });
