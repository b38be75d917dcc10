import { z } from "zod";

const moment = z.iso.datetime({ offset: true });

/** A view of the ledger kept to a moment, and to a balance of ours: what an address says of it. */
export interface FixedAt {
  known: Date | null;
  balance: string | undefined;
}

export interface MomentAsked {
  balance: string | undefined;
  known: Date | undefined;
  /** What was asked of either and cannot be read. */
  refused: string[];
}

/** What an address asks of the moment: a balance by slug or id, a moment with its offset. */
export function momentAskedFor(query: Record<string, string | string[] | undefined>): MomentAsked {
  const first = (key: string) => {
    const value = query[key];
    return (Array.isArray(value) ? value[0] : value)?.trim() ?? "";
  };
  // A plus sign in an address is read as a space.
  const [balance, known] = [first("balance"), first("known").replace(" ", "+")];
  const readable = { balance: /^[0-9a-f-]{10,36}$/.test(balance), known: moment.safeParse(known).success };
  return {
    balance: readable.balance ? balance : undefined,
    known: readable.known ? new Date(known) : undefined,
    refused: [
      ...(balance && !readable.balance ? ["balance"] : []),
      ...(known && !readable.known ? ["known"] : []),
    ],
  };
}

/** The end of an address that is kept to a moment, always in one order; `first` goes before. Empty for a view of today. */
export function fixedAddress(
  { known, balance }: FixedAt,
  first: Record<string, string | undefined> = {},
): string {
  const parts = Object.entries(first).flatMap(([key, value]) =>
    value ? [`${key}=${encodeURIComponent(value)}`] : [],
  );
  if (balance) parts.push(`balance=${balance}`);
  if (known) parts.push(`known=${known.toISOString()}`);
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}

/** What a view is cited by: the moment it is kept to, or of a view of today the last at which the ledger changed. */
export const fixedAt = (view: {
  known: Date | null;
  latest: Date | null;
  balance: { slug: string } | null;
}): FixedAt => ({ known: view.known ?? view.latest, balance: view.balance?.slug });
