import type { EntryMade } from "../entries/queries";
import type { WaitingEntry } from "../entries/schema";
import type { PublishedClaim } from "../published/schema";
import type { Claim } from "../schema";

/** Ways of looking at the ledger, each an address of its own. */
export const ledgerViews = ["all", "waiting", "official", "conflicts", "uncopied", "withdrawn"] as const;
export type LedgerView = (typeof ledgerViews)[number];

/** A figure in a list: as the ledger has it or, when it never was published, as it was entered. */
export interface ListedFigure {
  claim: Claim;
  state: "published" | "withdrawn" | "entered";
  /** An entry of it waits for a second person. */
  waits: boolean;
  copies: number;
}

/** What an entry would change of what the public reads, before anybody publishes it. */
export interface EntryPreview {
  claim: PublishedClaim;
  /** The public copy as it would be, by id. */
  around: ReadonlyMap<string, PublishedClaim>;
  /** Figures of authorities beside which another figure would be opened first. */
  reopened: { claim: PublishedClaim; nearest: PublishedClaim | null }[];
}

/** A copy of a source in the archive. */
export interface CopyKept {
  id: string;
  kind: string;
  bytes: number;
  /** Hexadecimal, of the file as it was put in. */
  sha256: string;
  addedBy: string;
  addedAt: Date;
}

/** Everything the desk has on one figure. */
export interface FigureAtTheDesk {
  id: string;
  /** What the ledger says; null before it was published for the first time. */
  held: Claim | null;
  /** The mark of what it says, to enter it again over that. */
  over: string;
  withdrawn: { why: string; by: string; at: Date } | null;
  waiting: WaitingEntry | null;
  preview: EntryPreview | null;
  entries: EntryMade[];
  copies: CopyKept[];
  /** Other figures that name this one. */
  namedBy: { id: string; relation: string }[];
  /** Every figure one could relate it to: its name, and what it says. */
  others: Claim[];
}
