import { z } from "zod";

/** The same detention told twice, or another detention of the same person: then the absorbed one's come after the others. */
export const mergeKinds = ["same_episode", "other_episode"] as const;
export type MergeKind = (typeof mergeKinds)[number];

export const mergeReason = z.string().trim().min(3).max(2000);

/** What moves into the surviving case and whose value stands, as somebody chose it. */
export const mergePlan = z.strictObject({
  kind: z.enum(mergeKinds),
  /** Facts of the absorbed case that move; one may take the place of a fact of the surviving case. */
  take: z
    .array(z.strictObject({ fact: z.uuid(), over: z.uuid().nullable().default(null) }))
    .max(500)
    .default([]),
  /** Of who somebody is: the fields in which the absorbed case's value stands. */
  fields: z
    .array(z.string().regex(/^[a-zA-Z]{2,40}$/))
    .max(20)
    .default([]),
  why: mergeReason,
});
export type MergePlan = z.output<typeof mergePlan>;
export type MergeForm = z.input<typeof mergePlan>;

/** Which facts written down since the merge go with the absorbed case when it is undone, and why it is. */
export const undoPlan = z.strictObject({
  goes: z.array(z.uuid()).max(500).default([]),
  why: mergeReason,
});
export type UndoPlan = z.output<typeof undoPlan>;
export type UndoForm = z.input<typeof undoPlan>;

/** What came along with a merge besides rows: reports, holders, and who the surviving one was before and after. */
export const movedWords = z.strictObject({
  reports: z.array(z.uuid()),
  holders: z.array(z.uuid()),
  shift: z.int().min(0),
  before: z.unknown(),
  after: z.unknown(),
});
export type Moved = z.output<typeof movedWords>;

/** Who proposed and who agreed: whatever is written in their names bears both. */
export interface Two {
  proposedBy: string;
  confirmedBy: string;
}

/** One of the two cases, its words open. */
export interface Side {
  caseId: string;
  personId: string;
  reference: string;
  key: Uint8Array;
  dossier: Uint8Array | null;
}

/** Which case goes into which, and how. */
export interface Join {
  mergeId: string;
  surviving: Side;
  absorbed: Side;
  plan: MergePlan;
}
