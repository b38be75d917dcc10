import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import type { Identity, TraitsInput } from "@/lib/people/schema";
import { everybodyHere } from "../exchange/duplicates/queries";

/**
 * The case of somebody who looks like the person about to be registered: the same identity document, or the same whole name with no
 * other birth year. Null where nobody does. For looking before saving; it never decides.
 */
export async function findLookalike(
  actor: Actor,
  { identity, traits }: { identity: Identity; traits: Pick<TraitsInput, "birthDate" | "birthYear"> },
  clock: Clock,
): Promise<string | null> {
  const staff = authorise(actor, "case.open");
  const year = traits.birthDate === null ? traits.birthYear : Number(traits.birthDate.slice(0, 4));
  return desk().$transaction(
    async (tx) => {
      const everybody = await everybodyHere(tx, staff.keys);
      await record(tx, staff, "cases.compared", null, clock());
      return everybody.find(identity, year);
    },
    { timeout: 60_000 },
  );
}
