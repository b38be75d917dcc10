import type { StaffActor } from "@/lib/auth/actor";
import type { CaseForm } from "@/lib/cases/dossier/schema";
import { confirmFact } from "@/lib/cases/facts/commands";
import type { MergeForm } from "@/lib/cases/merge/schema";
import { desk } from "@/lib/db/desk";
import { tally } from "@/lib/tallies/queries";
import { takeCase } from "@/lib/vetting/commands";
import { agreeMerge, proposeMerge } from "@/lib/vetting/pairs/merge/commands";
import { agreeUndoing, proposeUndoing } from "@/lib/vetting/pairs/merge/undoing/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { type Cast, givenCast } from "./cast";
import { asOwner } from "./owner";
import { at, givenCase, givenDecision } from "./stories";

export let cast: Cast;

/** For `beforeAll`: the team that proposes and agrees. */
export async function givenMergers(): Promise<void> {
  cast = await givenCast();
}

let minute = Date.parse("2026-02-01T12:00:00Z");
/** Each act has a minute of its own. */
export const next = () => {
  minute += 60_000;
  const moment = new Date(minute);
  return () => moment;
};
export const t = new Date("2026-01-25T04:00:00Z");
export const held = (known: Date, moment = t) =>
  desk().$transaction(async (tx) => (await tally(tx, moment, known)).held.total);
export const why = "La misma cédula y la misma madre.";

export async function verified(changes: Partial<CaseForm> = {}, by: StaffActor = cast.ines) {
  const opened = await givenCase(by, changes);
  const facts = await asOwner<{ id: string }>(
    "SELECT id FROM registry.facts WHERE case_id = $1 AND track <> 'vetting' ORDER BY position",
    [opened.caseId],
  );
  for (const { id } of facts) await confirmFact(cast.clara, id, at("2026-01-20T13:00:00Z"));
  await takeCase(cast.vera, opened.caseId, at("2026-01-20T14:00:00Z"));
  await reviewDecision(
    cast.victor,
    await givenDecision(cast.vera, opened.caseId),
    { agreed: true, note: "" },
    at("2026-01-22T12:00:00Z"),
  );
  return { ...opened, facts: facts.map(({ id }) => id) };
}

export const plan = (changes: Partial<MergeForm> = {}): MergeForm => ({
  kind: "same_episode",
  why,
  ...changes,
});

export async function merged(survivingId: string, absorbedId: string, changes: Partial<MergeForm> = {}) {
  const id = await proposeMerge(cast.ines, { survivingId, absorbedId, plan: plan(changes) }, next());
  await agreeMerge(cast.clara, id, next());
  return id;
}
export async function undone(id: string, goes: string[] = []) {
  await proposeUndoing(cast.vera, id, { goes, why: "Son primos." }, next());
  await agreeUndoing(cast.clara, id, next());
}

/** What stands of a case, without who wrote it down and when. */
export const standing = (caseId: string) =>
  asOwner(
    `SELECT track, state, episode, earliest, latest, entity, whereabouts, known_from IS NULL AS waits FROM registry.facts
     WHERE case_id = $1 AND known_to IS NULL ORDER BY track, position`,
    [caseId],
  );
export const permitted = (caseId: string) =>
  asOwner(
    `SELECT purpose, granted, given_by, standing, holder_id FROM registry.permissions
     WHERE case_id = $1 AND known_to IS NULL ORDER BY purpose, given_by, granted`,
    [caseId],
  );
export const snapshot = async (caseId: string) => [await standing(caseId), await permitted(caseId)];
