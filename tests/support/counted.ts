import { desk } from "@/lib/db/desk";
import { tally } from "@/lib/tallies/queries";

/** How many are held and how many wait, as the rules count them now. */
export const countedAt = async (clock: () => Date) => {
  const { held, pending } = await tally(desk(), clock(), clock());
  return { held: held.total, pending: pending.total };
};
