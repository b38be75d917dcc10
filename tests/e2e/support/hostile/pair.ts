import { openCase } from "@/lib/cases/dossier/commands";
import { wallClock } from "@/lib/core/clock";
import { answerPair, notePairs } from "@/lib/vetting/pairs/commands";
import { agreeMerge, proposeMerge } from "@/lib/vetting/pairs/merge/commands";
import { proposeUndoing } from "@/lib/vetting/pairs/merge/undoing/commands";
import { listPairs } from "@/lib/vetting/pairs/queries";
import type { Team } from "./case";
import type { Words } from "./words";

/** Somebody who looks like the person of a case, with everything that can be written about the two and about making one of them. */
export async function hostilePair({ vera, ines, carlos }: Team, words: Words, caseId: string): Promise<void> {
  const why = (of: string) => words.of(of, { most: 2000, least: 3 });
  const name = (part: string) => words.of(`identity.${part}`, { most: 120 });
  const somebody = () => {
    const identity = { givenNames: name("givenNames"), surnames: name("surnames") };
    return openCase(vera, { identity, traits: {}, channel: "other" }, wallClock);
  };
  const [other, unanswered] = [await somebody(), await somebody()];
  const key = (id: string) => ({ kind: "case", id }) as const;
  const alike = [other, unanswered].map((one, nth) => ({
    ...key(one.caseId),
    ...{ score: 0.9 - nth / 10, verdict: "likely" as const, reasons: ["surnames_near" as const] },
  }));
  await notePairs(vera, key(caseId), alike, wallClock);
  const { rows } = await listPairs(vera, "likely", 0, wallClock);
  const pair = rows.find(({ sides }) => sides.some(({ id }) => id === other.caseId));
  if (!pair) throw new Error("nobody looks alike");
  await answerPair(vera, { id: pair.id, answer: "unsure", why: why("pair.why") }, wallClock);
  const plan = { kind: "same_episode" as const, why: why("merge.why") };
  const both = { survivingId: caseId, absorbedId: other.caseId, pairId: pair.id };
  const mergeId = await proposeMerge(ines, { ...both, plan }, wallClock);
  if (words.many(2) > 1) return;
  await agreeMerge(carlos, mergeId, wallClock);
  await proposeUndoing(vera, mergeId, { why: why("merge.why") }, wallClock);
}
