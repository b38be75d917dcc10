import { expect } from "vitest";
import { agreeMerge, proposeMerge } from "@/lib/vetting/pairs/merge/commands";
import { agreeUndoing, proposeUndoing } from "@/lib/vetting/pairs/merge/undoing/commands";
import { actsOf, type Run } from "./merge-acts";
import { death, kinOf } from "./merge-kin";
import { asMerged, type Joined } from "./merge-model";
import { chooseFacts, type Given, live, ordered, sameSaid, stored, type Twin } from "./merge-words";
import type { OracleCase, OracleFact } from "./oracle-case";
import { asOwner } from "./owner";

const isDeath = ({ state }: OracleFact) => state === death.state;

/** Runs one sequence with the commands of the desk and, beside it, by hand; answers the two as the oracle may judge them. */
export async function runSequence(
  given: Given,
  a: Twin,
  b: Twin,
): Promise<{ people: OracleCase[]; moments: number[]; acts: string[] }> {
  const { cast, chance, clock } = given;
  const kin = kinOf(given, a, b);
  const acts: string[] = [];
  const moments: number[] = [];
  const copies = new Map<OracleFact, OracleFact>();
  const run: Run = { kin, one: null, acts, moments, copies, goes: [], used: 0 };
  let mergeId = "";
  let joined: Joined | null = null;

  const { tried, all } = actsOf(given, a, b, run);

  const anything = async (times: number) => {
    for (let n = 0; n < times; n++) {
      const twin = chance(2) === 0 ? a : b;
      await all[chance(all.length)]?.(twin);
    }
  };

  const join = async () => {
    if (chance(2) === 0 && [a, b].some(({ model }) => live(model.facts).some(isDeath)))
      for (const twin of [a, b]) await kin.tell(twin);
    const take = await chooseFacts(a, b, chance);
    const waiting = chance(3) > 0 ? await kin.waiting() : null;
    const refusal = kin.expected(take.some(({ of }) => isDeath(of)));
    const done = await tried(
      `merge ${take.map(({ of, instead }) => `${of.state}${instead ? "!" : ""}`).join(" ")}`,
      async () => {
        const plan = {
          kind: "same_episode" as const,
          take: [
            ...take.map(({ fact, over }) => ({ fact, over })),
            ...(waiting ? [{ fact: waiting, over: null }] : []),
          ],
          why: "La misma.",
        };
        const id = await proposeMerge(
          cast.ines,
          { survivingId: a.caseId, absorbedId: b.caseId, plan },
          clock(),
        );
        const moment = clock();
        try {
          await agreeMerge(cast.clara, id, moment);
        } catch (error) {
          await asOwner(
            "UPDATE registry.merges SET agreed = false, decided_by = 'ines', decided_at = proposed_at WHERE id = $1",
            [id],
          );
          throw error;
        }
        const from = moment().getTime();
        moments.push(from);
        const knownFrom = moment().toISOString();
        const during: OracleCase = structuredClone(a.model);
        during.permissions.push(...structuredClone(b.model.permissions));
        for (const { of, instead } of take) {
          const old = instead && during.facts.find((fact) => sameSaid(fact, instead) && fact.knownTo == null);
          if (old) old.knownTo = knownFrom;
          const copy = { ...of, knownFrom, knownTo: null };
          during.facts.push(copy);
          if (!instead) copies.set(of, copy);
        }
        run.one = during;
        joined = { from, to: null, surviving: during };
        mergeId = id;
      },
    );
    if (refusal !== null) expect(acts.at(-1)).toContain(refusal);
    if (done) await kin.joined(waiting !== null);
    await kin.judge();
    return done;
  };

  await anything(chance(4));
  if (await join()) {
    await anything(1 + chance(5));
    if (chance(5) > 0) {
      const current = await stored(a.caseId);
      const still = [
        ...run.goes.filter((id) => current.some((row) => row.id === id)),
        ...(await kin.leaving()),
      ];
      await proposeUndoing(cast.vera, mergeId, { goes: still, why: "Son primos." }, clock());
      const moment = clock();
      await agreeUndoing(cast.clara, mergeId, moment);
      moments.push(moment().getTime());
      if (joined) (joined as Joined).to = moment().getTime();
      run.one = null;
      acts.push("undo");
      kin.parted();
      await kin.judge();
      await anything(chance(3));
    }
  }
  const twins = [ordered(a.model), ordered(b.model)] as const;
  const people = joined
    ? asMerged(twins, { ...(joined as Joined), surviving: ordered((joined as Joined).surviving) })
    : [...twins];
  return { people, moments, acts };
}
