import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import { supersedeFact } from "@/lib/cases/facts/correction/commands";
import { confirmRetraction, proposeRetraction } from "@/lib/cases/facts/retraction/commands";
import type { WrittenFact } from "@/lib/cases/facts/schema";
import { Refusal } from "@/lib/core/refusal";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { death, type Kin } from "./merge-kin";
import { answered, custody, day, type Given, held, idOf, live, sameSaid, type Twin } from "./merge-words";
import { type OracleCase, type OracleFact, refused } from "./oracle-case";
import { asOwner } from "./owner";

/** What a sequence has come to: the one that two became, while they are one, and which facts are said of which. */
export interface Run {
  kin: Kin;
  one: OracleCase | null;
  acts: string[];
  moments: number[];
  /** Of the absorbed one's facts, what each is in the one. */
  copies: Map<OracleFact, OracleFact>;
  /** Facts written down since, that are the absorbed one's. */
  goes: string[];
  used: number;
}

/** What may be said of either, by the commands of the desk and beside them by hand. */
export function actsOf({ cast, chance, clock }: Given, a: Twin, b: Twin, run: Run) {
  const tried = async (name: string, act: () => Promise<void>) => {
    try {
      await act();
      run.acts.push(name);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      run.acts.push(`(${name}: ${error.code})`);
      return false;
    }
  };
  const confirmed = async (id: string) => {
    const moment = clock();
    await confirmFact(cast.clara, id, moment);
    run.moments.push(moment().getTime());
    return moment().toISOString();
  };

  /** A new fact of either, written down where either is now. */
  const say = async (twin: Twin) => {
    const at = day(14 + ((run.used++ * 2 + (twin === a ? 0 : 1)) % 14));
    const state = chance(5) === 0 ? ("released_full" as const) : (held[chance(4)] ?? "located_contact");
    const fact: OracleFact = {
      track: "custody",
      state,
      episode: 1,
      effective: { earliest: at, latest: at },
      knownFrom: "",
      entity: "VE-K",
    };
    if (
      refused(
        custody({
          ...twin.model,
          facts: [...live(twin.model.facts), { ...fact, knownFrom: "2026-06-01T00:00:00Z" }],
        }),
      )
    )
      return;
    const where = run.one ? a : twin;
    await tried(`say ${twin === a ? "A" : "B"} ${state} ${at}`, async () => {
      const { knownFrom: _, ...written } = fact;
      const id = await recordFact(cast.ines, where.caseId, written as WrittenFact, clock());
      try {
        const knownFrom = await confirmed(id);
        const known = { ...fact, knownFrom };
        twin.model.facts.push(known);
        if (run.one) {
          const copy = { ...known };
          run.one.facts.push(copy);
          if (twin === b) {
            run.goes.push(id);
            run.copies.set(known, copy);
          }
        }
      } catch (error) {
        await asOwner(
          "UPDATE registry.facts SET known_to = recorded_at WHERE id = $1 AND known_from IS NULL",
          [id],
        );
        throw error;
      }
    });
  };

  /** What either said is corrected or withdrawn, where it is written now. */
  const mend = async (twin: Twin) => {
    const facts = live(twin.model.facts).filter((fact) => !run.one || twin === a || run.copies.has(fact));
    const fact = facts[chance(Math.max(1, facts.length))];
    if (!fact) return;
    const shown = run.one
      ? twin === a
        ? run.one.facts.find((other) => sameSaid(other, fact))
        : run.copies.get(fact)
      : fact;
    if (!shown || shown.knownTo != null) return;
    const where = run.one ? a : twin;
    const id = await idOf(where.caseId, shown);
    if (id === "") return;
    if (chance(3) > 0) {
      await tried(`correct ${twin === a ? "A" : "B"} ${fact.state}`, async () => {
        const { knownFrom: _, knownTo: __, ...said } = shown;
        const better = await supersedeFact(
          cast.ines,
          id,
          { ...said, entity: "VE-A" } as WrittenFact,
          "Otra fuente.",
          clock(),
        );
        const knownFrom = await confirmed(better);
        for (const [list, old] of [
          [twin.model.facts, fact],
          ...(run.one ? [[run.one.facts, shown] as const] : []),
        ] as const) {
          old.knownTo = knownFrom;
          list.push({ ...old, entity: "VE-A", knownFrom, knownTo: null });
        }
        if (run.one) {
          const [mine, here] = [twin.model.facts.at(-1), run.one.facts.at(-1)];
          if (mine && here && twin === b) run.copies.set(mine, here);
          if (run.goes.includes(id)) run.goes.push(better);
        }
      });
      return;
    }
    await tried(`withdraw ${twin === a ? "A" : "B"} ${fact.state}`, async () => {
      const leaving = await proposeRetraction(cast.ines, id, "Era otra persona.", clock());
      const moment = clock();
      await confirmRetraction(cast.clara, leaving, moment);
      run.moments.push(moment().getTime());
      fact.knownTo = moment().toISOString();
      if (run.one) shown.knownTo = fact.knownTo;
    });
  };

  const permit = async (twin: Twin) => {
    const granted = chance(2) === 0;
    await tried(`${granted ? "permit" : "refuse"} ${twin === a ? "A" : "B"}`, async () => {
      const moment = clock();
      const answer = {
        purpose: "count",
        granted,
        givenBy: "partner",
        standing: true,
        holderId: twin.holderId,
      } as const;
      await recordPermission(cast.ines, (run.one ? a : twin).caseId, answer, moment);
      const knownFrom = moment().toISOString();
      run.moments.push(moment().getTime());
      for (const list of [twin.model, ...(run.one ? [run.one] : [])])
        answered(list, twin.holderId, granted, knownFrom);
    });
  };

  /** A death of either: written down, kin told, confirmed; each as it comes. */
  const mourn = async (twin: Twin) => {
    const who = twin === a ? "A" : "B";
    if (refused(custody({ ...twin.model, facts: [...live(twin.model.facts), death] }))) return;
    if (chance(2) === 0) run.acts.push(`${await run.kin.die(twin)} ${who}`);
    if (chance(2) === 0) {
      await run.kin.tell(twin);
      run.acts.push(`tell kin ${who}`);
    }
    const known = await run.kin.confirm(twin);
    if (known) {
      run.acts.push(`dead ${who}`);
      run.moments.push(Date.parse(known.knownFrom));
      const fact = { ...death, knownFrom: known.knownFrom };
      known.of.model.facts.push(fact);
      if (run.one) {
        const copy = { ...fact };
        run.one.facts.push(copy);
        if (known.of === b) run.copies.set(fact, copy);
        if (known.of === b && !known.carried) run.goes.push(known.id);
      }
    }
    await run.kin.judge();
  };

  return { tried, all: [say, mend, permit, mourn] };
}
