import { isDeepStrictEqual } from "node:util";
import type { Offsets } from "@/lib/balances/disclosure/schema";
import { type History, type Published, publishWith } from "./history";
import type { Exact } from "./people";
import { allKeys } from "./sights";

/**
 * Runs the rule itself on the other registry the attacker could not exclude, moment by moment, and throws unless it publishes the
 * same bytes and remembers the same. So that no promise rests on the program having understood the rule.
 */
export function checkWitness(
  told: History,
  published: Published,
  silent: (key: string) => number,
  secret: (key: string) => number,
): void {
  const more = (key: string) => silent(key) - (told.silent[key] ?? 0);
  const offsets: Offsets = Object.fromEntries(
    Object.keys(published.offsets).map((key) => [
      key,
      secret(key === "confirmed" ? "confirmed.lately" : key),
    ]),
  );
  const moments = told.moments.map(({ exact }) => ({ exact: shifted(exact, more) }));
  const other = publishWith(moments, offsets);
  told.moments.forEach((_, t) => {
    const same =
      isDeepStrictEqual(other.printed[t], published.printed[t]) &&
      isDeepStrictEqual(other.floors[t], published.floors[t]);
    if (!same)
      throw new Error(`another registry the attack believed in publishes something else at moment ${t}`);
  });
}

function shifted(exact: Exact, more: (key: string) => number): Exact {
  const changed = structuredClone(exact);
  const cells = { ...changed.partitions, ...changed.places, ofWhich: changed.ofWhich };
  for (const key of allKeys) {
    const [dimension = "", name = ""] = key.split(".");
    const cell = (cells as Record<string, Record<string, { total: number }>>)[dimension]?.[name];
    if (cell) cell.total += more(key);
  }
  if (changed.confirmed) changed.confirmed.held += more("confirmed.lately");
  changed.ofWhich.whereaboutsUnknown.total += more("whereabouts.unknown");
  return changed;
}
