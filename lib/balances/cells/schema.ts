import { z } from "zod";

/** One line of the exact count: a value of a dimension, how many are in it and how many of them have a public page. */
export const cellRow = z.object({
  dimension: z.string(),
  value: z.string(),
  total: z.int(),
  named: z.int(),
});
export type CellRow = z.infer<typeof cellRow>;

const cell = z.strictObject({ total: z.int(), named: z.int() });
const cells = z.record(z.string(), cell);
const places = z.record(z.string(), cell.extend({ movedByPermission: z.int() }));

const exactCells = z.strictObject({
  held: cell,
  ofWhich: z.strictObject({
    whereaboutsUnknown: cell,
    houseArrest: cell,
    releaseOrderedNotExecuted: cell,
    sentenceServed: cell,
    amnestied: cell,
  }),
  partitions: z.strictObject({
    sex: cells,
    civilMilitary: cells,
    convicted: cells,
    nationality: cells,
    whereabouts: cells,
  }),
  ageGroup: z.strictObject({ under18: z.int(), adult: z.int(), unknown: z.int() }).nullable(),
  places: z.strictObject({ stateOfDetention: places, stateHeld: places }),
  confirmed: z.strictObject({ days: z.int(), held: z.int() }).optional(),
  restricted: z.int(),
  shortDetentions: z.int(),
  pending: z.int(),
});

/** What a draft keeps for the desk and for the next disclosure decision. Never published. */
export const exactSide = z.strictObject({
  cells: exactCells,
  floors: z.record(z.string(), z.strictObject({ floor: z.int(), moved: z.int() })),
  /** Events and changes since the publication moment before; decides whether a partial publication may be made. */
  changes: z.int(),
  /** What a reader of the draft should weigh; absent in drafts made before it was kept. */
  beside: z
    .strictObject({
      /** Of those held, for how many nothing of the last ninety days places them in custody. */
      notConfirmed: z.int(),
      /** When something about custody or a verdict was last confirmed, as known then. */
      lastConfirmed: z.iso.datetime({ offset: true }).nullable(),
    })
    .optional(),
});
export type ExactSide = z.infer<typeof exactSide>;
