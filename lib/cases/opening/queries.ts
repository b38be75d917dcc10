import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { type Clock, endOfDay, startOfDay } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import type { Identity, TraitsInput } from "@/lib/people/schema";
import { peopleAlike } from "./alike/queries";

interface Newcomer {
  identity: Identity;
  traits: Pick<TraitsInput, "birthDate" | "birthYear" | "sex">;
  /** Where and on which days the person was taken, as far as the form says. */
  taken?: { entity: string | null; earliest: string | null; latest: string | null };
}

/**
 * The case of somebody who looks like the person about to be registered: the same identity document, or the same whole name with no
 * other birth year. Null where nobody among the likeliest does. For looking before saving; it never decides.
 */
export async function findLookalike(
  actor: Actor,
  { identity, traits, taken }: Newcomer,
  clock: Clock,
): Promise<string | null> {
  const staff = authorise(actor, "case.open");
  const year = traits.birthDate === null ? traits.birthYear : Number(traits.birthDate.slice(0, 4));
  return desk().$transaction(async (tx) => {
    const { among } = await peopleAlike(tx, staff.keys, {
      sex: traits.sex,
      born: year === null ? null : [year, year],
      entity: taken?.entity ?? null,
      taken: [
        taken?.earliest ? startOfDay(taken.earliest.slice(0, 10)) : null,
        taken?.latest ? endOfDay(taken.latest.slice(0, 10)) : null,
      ],
    });
    await record(tx, staff, "cases.compared", null, clock());
    return among.find(identity, year);
  });
}
