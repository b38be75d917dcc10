import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import { supersedeFact } from "@/lib/cases/facts/correction/commands";
import { confirmRetraction, proposeRetraction } from "@/lib/cases/facts/retraction/commands";
import type { WrittenFact } from "@/lib/cases/facts/schema";
import { Refusal } from "@/lib/core/refusal";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { agreeMerge, proposeMerge } from "@/lib/vetting/pairs/merge/commands";
import { agreeUndoing, proposeUndoing } from "@/lib/vetting/pairs/merge/undoing/commands";
import { asMerged, type Joined } from "./merge-model";
import {
  answered,
  chooseFacts,
  custody,
  day,
  type Given,
  held,
  idOf,
  live,
  ordered,
  sameSaid,
  stored,
  type Twin,
} from "./merge-words";
import { type OracleCase, type OracleFact, refused } from "./oracle-case";
import { asOwner } from "./owner";

/** Runs one sequence with the commands of the desk and, beside it, by hand; answers the two as the oracle may judge them. */
export async function runSequence(
  { cast, chance, clock }: Given,
  a: Twin,
  b: Twin,
): Promise<{ people: OracleCase[]; moments: number[]; acts: string[] }> {
  const acts: string[] = [];
  const moments: number[] = [];
  const copies = new Map<OracleFact, OracleFact>();
  const ids = new Map<OracleFact, string>();
  const goes: string[] = [];
  let one: OracleCase | null = null;
  let joined: Joined | null = null;
  let used = 0;

  const tried = async (name: string, run: () => Promise<void>) => {
    try {
      await run();
      acts.push(name);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      acts.push(`(${name}: ${error.code})`);
      return false;
    }
  };
  const confirmed = async (id: string) => {
    const moment = clock();
    await confirmFact(cast.clara, id, moment);
    moments.push(moment().getTime());
    return moment().toISOString();
  };

  /** A new fact of either, written down where either is now. */
  const say = async (twin: Twin) => {
    const at = day(14 + ((used++ * 2 + (twin === a ? 0 : 1)) % 14));
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
    const where = one ? a : twin;
    await tried(`say ${twin === a ? "A" : "B"} ${state} ${at}`, async () => {
      const { knownFrom: _, ...written } = fact;
      const id = await recordFact(cast.ines, where.caseId, written as WrittenFact, clock());
      try {
        const knownFrom = await confirmed(id);
        const known = { ...fact, knownFrom };
        twin.model.facts.push(known);
        if (one) {
          const copy = { ...known };
          one.facts.push(copy);
          if (twin === b) {
            goes.push(id);
            copies.set(known, copy);
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
    const facts = live(twin.model.facts).filter((fact) => !one || twin === a || copies.has(fact));
    const fact = facts[chance(Math.max(1, facts.length))];
    if (!fact) return;
    const shown = one
      ? twin === a
        ? one.facts.find((other) => sameSaid(other, fact))
        : copies.get(fact)
      : fact;
    if (!shown || shown.knownTo != null) return;
    const where = one ? a : twin;
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
          ...(one ? [[one.facts, shown] as const] : []),
        ] as const) {
          old.knownTo = knownFrom;
          list.push({ ...old, entity: "VE-A", knownFrom, knownTo: null });
        }
        if (one) {
          const [mine, here] = [twin.model.facts.at(-1), one.facts.at(-1)];
          if (mine && here && twin === b) copies.set(mine, here);
          if (goes.includes(id)) goes.push(better);
        }
      });
      return;
    }
    await tried(`withdraw ${twin === a ? "A" : "B"} ${fact.state}`, async () => {
      const leaving = await proposeRetraction(cast.ines, id, "Era otra persona.", clock());
      const moment = clock();
      await confirmRetraction(cast.clara, leaving, moment);
      moments.push(moment().getTime());
      fact.knownTo = moment().toISOString();
      if (one) shown.knownTo = fact.knownTo;
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
      await recordPermission(cast.ines, (one ? a : twin).caseId, answer, moment);
      const knownFrom = moment().toISOString();
      moments.push(moment().getTime());
      for (const list of [twin.model, ...(one ? [one] : [])])
        answered(list, twin.holderId, granted, knownFrom);
    });
  };

  const anything = async (times: number) => {
    for (let n = 0; n < times; n++) {
      const twin = chance(2) === 0 ? a : b;
      await [say, mend, permit][chance(3)]?.(twin);
    }
  };

  const join = async () => {
    const take = await chooseFacts(a, b, chance);
    return tried(
      `merge ${take.map(({ of, instead }) => `${of.state}${instead ? "!" : ""}`).join(" ")}`,
      async () => {
        const plan = {
          kind: "same_episode" as const,
          take: take.map(({ fact, over }) => ({ fact, over })),
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
        one = during;
        joined = { from, to: null, surviving: during };
        ids.set({} as OracleFact, id);
      },
    );
  };

  await anything(chance(3));
  if (await join()) {
    await anything(1 + chance(5));
    if (chance(5) > 0) {
      const [mergeId = ""] = ids.values();
      const current = await stored(a.caseId);
      const still = goes.filter((id) => current.some((row) => row.id === id));
      await proposeUndoing(cast.vera, mergeId, { goes: still, why: "Son primos." }, clock());
      const moment = clock();
      await agreeUndoing(cast.clara, mergeId, moment);
      moments.push(moment().getTime());
      if (joined) (joined as Joined).to = moment().getTime();
      one = null;
      acts.push("undo");
      await anything(chance(3));
    }
  }
  const twins = [ordered(a.model), ordered(b.model)] as const;
  const people = joined
    ? asMerged(twins, { ...(joined as Joined), surviving: ordered((joined as Joined).surviving) })
    : [...twins];
  return { people, moments, acts };
}
