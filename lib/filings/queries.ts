import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { listPermissions } from "@/lib/cases/permissions/queries";
import type { Clock } from "@/lib/core/clock";
import { dateInCaracas } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { findTraits } from "@/lib/people/queries";
import { ageGroupOn } from "@/lib/people/rules";
import { readGrounds } from "@/lib/vetting/queries";
import { type Filable, type FilingRefusal, filingRefusal, isExit } from "./rules";
import { type Recipient, recipients } from "./schema";

/** What decides whether the record of a case may leave, from plain columns alone: no name is opened to answer it. */
export async function readFilable(
  tx: Tx,
  { caseId, personId }: { caseId: string; personId: string },
  now: Date,
): Promise<Filable> {
  const traits = await findTraits(tx, personId);
  const custody = await tx.fact.findMany({
    where: { caseId, track: "custody", knownFrom: { lte: now }, knownTo: null },
    select: { state: true, knownFrom: true },
  });
  const { ageGroup } = await readGrounds(tx, { caseId, personId });
  return {
    permissions: await listPermissions(tx, caseId),
    releasesKnown: custody.flatMap(({ state, knownFrom }) => (isExit(state) && knownFrom ? [knownFrom] : [])),
    ageAtDetention: ageGroup,
    ageToday: traits === null ? "unknown" : ageToday(traits, dateInCaracas(now)),
  };
}

/** The age as told belongs to the day of the detention; today's follows only from a birth date or year. */
const ageToday = (traits: Parameters<typeof ageGroupOn>[0], day: string) =>
  ageGroupOn({ ...traits, ageAtDetention: null }, day);

/** For each recipient why the record of a case may not be printed by this person now, or null. Shows nobody. */
export async function listFilingRefusals(
  actor: Actor,
  reference: string,
  clock: Clock,
): Promise<{ recipient: Recipient; refusal: FilingRefusal | null }[]> {
  const { role } = authorise(actor, "filing.print");
  const now = clock();
  return desk().$transaction(async (tx) => {
    const row = await tx.case.findUnique({
      where: { reference },
      select: { id: true, personId: true, person: { select: { wrappedKey: true } } },
    });
    if (!row?.person.wrappedKey) throw new Refusal("not_found");
    const filable = await readFilable(tx, { caseId: row.id, personId: row.personId }, now);
    return recipients.map((recipient) => ({
      recipient,
      refusal: filingRefusal(recipient, filable, role, now),
    }));
  });
}
