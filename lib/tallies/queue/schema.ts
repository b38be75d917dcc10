/**
 * Where something waits. `waiting`, `inReview`: reports as received, nobody yet or somebody on them. `opened`: a case nobody but its
 * opener has taken. `pending`: taken, pending evaluation.
 */
export const queueStages = ["waiting", "inReview", "opened", "pending"] as const;
export type QueueStage = (typeof queueStages)[number];

/** How many wait at a stage, the median of how long, in days, and how many by age. `upTo` null: longer than all of them. */
export interface Waiting {
  total: number;
  medianDays: number | null;
  ages: { upTo: number | null; count: number }[];
}

/**
 * What waits to be evaluated, as known at a moment (R11). It stands beside the total and is never added to it. Reports keep no
 * history of their stages, so that nothing ties one to a case: as known in the past their two stages are null, never guessed.
 */
export interface Queue {
  at: string;
  known: string;
  method: string;
  stages: Record<QueueStage, Waiting | null>;
}
