import { z } from "zod";
import { heldStates, outStates, vettingStates } from "@/lib/cases/facts/schema";
import type { Tx } from "@/lib/db/connect";
import type { Freshness } from "@/lib/tallies/freshness/schema";
import type { ExactSide } from "../../cells/schema";

/** What stands beside the numbers of a draft for whoever signs: how stale they may be. Kept with it, so that both read the same. */
export async function readBeside(
  tx: Tx,
  known: Date,
  { held, within }: Freshness,
): Promise<NonNullable<ExactSide["beside"]>> {
  const quarter = within.find(({ days }) => days === 90);
  const rows = await tx.$queryRaw`
    SELECT max(latest) AS last FROM unnest(${[...heldStates, ...outStates, ...vettingStates]}::text[]) AS listed(state),
      LATERAL (SELECT max(known_from) AS latest FROM registry.facts f WHERE f.track IN ('custody', 'vetting')
        AND f.state = listed.state AND f.known_from <= ${known}::timestamptz) AS of_state`;
  const [{ last }] = z.tuple([z.object({ last: z.date().nullable() })]).parse(rows);
  return {
    notConfirmed: held - (quarter?.confirmed ?? held),
    lastConfirmed: last?.toISOString() ?? null,
  };
}
