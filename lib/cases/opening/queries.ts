import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import { candidates, notYet } from "@/lib/people/indexed/queries";
import type { Identity, TraitsInput } from "@/lib/people/schema";

interface Newcomer {
  identity: Identity;
  traits: Pick<TraitsInput, "birthDate" | "birthYear" | "sex">;
  /** Where and on which days the person was taken, as far as the form says. */
  taken?: { entity: string | null; earliest: string | null; latest: string | null };
}

/**
 * The case of somebody who is likely the person about to be registered, or has the same document, most alike first. Null where nobody
 * is, and while names are still being read: the case is compared again when it is opened. For looking before saving; it never decides.
 */
export async function findLookalike(
  actor: Actor,
  { identity: { givenNames, surnames, idDocument }, traits, taken }: Newcomer,
  clock: Clock,
): Promise<string | null> {
  const staff = authorise(actor, "case.open");
  const { sex, birthDate, birthYear } = traits;
  const [earliest, latest] = [taken?.earliest?.slice(0, 10), taken?.latest?.slice(0, 10)];
  const person = {
    ...{ givenNames, surnames, sex, birthDate, birthYear, entity: taken?.entity ?? null },
    id: idDocument && { kind: idDocument.kind, number: idDocument.number },
    apprehended: earliest !== undefined && earliest === latest ? earliest : null,
  };
  const found = (await candidates(staff, { person }).catch(notYet)) ?? [];
  const like = found.find(
    ({ kind, verdict, reasons }) => kind === "case" && (verdict === "likely" || reasons.includes("id_same")),
  );
  return desk().$transaction(async (tx) => {
    await record(tx, staff, "cases.compared", null, clock());
    const row = like && (await tx.case.findUnique({ where: { id: like.id }, select: { reference: true } }));
    return row?.reference ?? null;
  });
}
