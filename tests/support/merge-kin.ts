import { expect } from "vitest";
import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import type { WrittenFact } from "@/lib/cases/facts/schema";
import { tellKin } from "@/lib/cases/kin/commands";
import { isKinTold } from "@/lib/cases/kin/queries";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { type Given, live, type Twin } from "./merge-words";
import type { OracleFact } from "./oracle-case";
import { asOwner } from "./owner";

const LAST = "2026-01-28";
export const death: OracleFact = {
  track: "custody",
  state: "died_in_custody",
  episode: 1,
  effective: { earliest: LAST, latest: LAST },
  knownFrom: "",
};

const isDead = (twin: Twin) => live(twin.model.facts).some(({ state }) => state === death.state);
const refusalOf = (act: Promise<unknown>) =>
  act.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );

const waitingDeath = async (caseId: string): Promise<string | null> => {
  const rows = await asOwner<{ id: string }>(
    `SELECT id FROM registry.facts WHERE case_id = $1 AND state = 'died_in_custody' AND known_from IS NULL AND known_to IS NULL
       AND supersedes_id IS NULL`,
    [caseId],
  );
  return rows[0]?.id ?? null;
};

/**
 * What the kin of two were told, by hand: each for itself; as one person, both before or somebody since; and afterwards each for itself
 * again, with a death that is known never unsaid.
 */
export function kinOf({ cast, clock }: Given, a: Twin, b: Twin) {
  const told = new Map([a, b].map((twin) => [twin, false]));
  let asOne: boolean | null = null;
  /** Whose death waits in the case that survives, while they are one; and whether it was carried there. */
  let waits: { of: Twin; carried: boolean } | null = null;
  const isTold = (twin: Twin) => asOne ?? told.get(twin) === true;
  const where = (twin: Twin) => (asOne === null ? twin : a).caseId;

  return {
    /** Judges what the commands say now. */
    async judge() {
      const said = await desk().$transaction(async (tx) => [
        await isKinTold(tx, a.caseId),
        await isKinTold(tx, b.caseId),
      ]);
      expect(said).toEqual([isTold(a), told.get(b) === true]);
    },
    /** Writes a death down, which waits. */
    async die(twin: Twin) {
      const anyDeath = asOne === null ? isDead(twin) : isDead(a) || isDead(b);
      if (anyDeath || (await waitingDeath(where(twin)))) return "nobody";
      const { knownFrom: _, ...written } = death;
      const code = await refusalOf(recordFact(cast.ines, where(twin), written as WrittenFact, clock()));
      if (code === null && asOne !== null) waits = { of: twin, carried: false };
      return code ?? "died";
    },
    async tell(twin: Twin) {
      const was = isTold(twin);
      const code = await refusalOf(tellKin(cast.vera, where(twin), clock()));
      expect(code).toBe(was ? "already_confirmed" : null);
      if (asOne === null) told.set(twin, true);
      else asOne = true;
    },
    /** A second person's word for the death that waits: never before kin were told. */
    async confirm(twin: Twin) {
      const id = await waitingDeath(where(twin));
      if (id === null) return null;
      const moment = clock();
      const code = await refusalOf(confirmFact(cast.clara, id, moment));
      if (isTold(twin)) expect(code).not.toBe("kin_not_told");
      else expect(code).toBe("kin_not_told");
      if (code !== null) return null;
      const { of, carried } = waits ?? { of: twin, carried: false };
      waits = null;
      return { id, of, carried, knownFrom: moment().toISOString() };
    },
    /** Before a merge: what it would be refused for, and which death that waits may come along. */
    expected(isTaken: boolean): string | null {
      if (isDead(b) && !isDead(a) && !isTaken) return "merge_death_left";
      const both = told.get(a) === true && told.get(b) === true;
      return (isDead(a) || isDead(b)) && !both ? "merge_kin_untold" : null;
    },
    async waiting() {
      const free = !isDead(a) && !isDead(b) && (await waitingDeath(a.caseId)) === null;
      return free ? waitingDeath(b.caseId) : null;
    },
    async joined(carried: boolean) {
      asOne = told.get(a) === true && told.get(b) === true;
      waits = carried ? { of: b, carried } : (await waitingDeath(a.caseId)) ? { of: a, carried } : null;
    },
    /** What of the deaths that wait goes with the absorbed one. */
    async leaving() {
      return waits?.of === b && !waits.carried ? [(await waitingDeath(a.caseId)) ?? ""] : [];
    },
    parted() {
      asOne = null;
      waits = null;
      for (const twin of [a, b]) if (isDead(twin)) told.set(twin, true);
    },
  };
}
export type Kin = ReturnType<typeof kinOf>;
