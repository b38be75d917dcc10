import type { RefusalCode } from "@/lib/core/refusal";
import type { Tally } from "../schema";

/** Why a verdict leaves the national total as it is. */
export type Unmoved =
  | "already_counted"
  | "verdict_counts_nobody"
  | "not_permitted"
  | "not_held"
  | "not_yet"
  | "other_detention";

/** What the public may come to see of the person: nothing, one more in the total, or a page with the name. */
export type Seen = "nothing" | "total" | "total_name_permitted" | "page_stays" | "page_goes";

/** What one verdict would do, as the registry itself would count it at this moment. */
export interface Effect {
  /** The exact stock as it is, and as it would be: they differ by this one person alone. */
  before: Tally;
  after: Tally;
  /** Null when the total moves. */
  unmoved: Unmoved | null;
  seen: Seen;
}

/** Or why it cannot be said: what keeps the verdict from standing. */
export type Foreseen = { effect: Effect; refusal: null } | { effect: null; refusal: RefusalCode };
