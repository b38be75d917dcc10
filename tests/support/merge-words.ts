import type { Cast } from "./cast";
import type { OracleCase, OracleFact } from "./oracle-case";
import { asOwner } from "./owner";

export const day = (n: number) => `2026-01-${String(n).padStart(2, "0")}`;
export const held = [
  "located_contact",
  "hospital_custody",
  "located_incommunicado",
  "whereabouts_concealed",
] as const;
export const byDay = (facts: OracleFact[]) =>
  [...facts].sort(
    (a, b) =>
      (a.episode ?? 0) - (b.episode ?? 0) ||
      (a.effective?.earliest ?? "").localeCompare(b.effective?.earliest ?? ""),
  );
export const ordered = (one: OracleCase): OracleCase => ({
  ...one,
  facts: [
    ...byDay(one.facts.filter(({ track }) => track === "custody")),
    ...one.facts.filter(({ track }) => track !== "custody"),
  ],
});
export const custody = (one: OracleCase) => byDay(one.facts.filter(({ track }) => track === "custody"));

export const sameSaid = (a: OracleFact, b: OracleFact) =>
  a.state === b.state &&
  a.effective?.earliest === b.effective?.earliest &&
  a.episode === b.episode &&
  a.entity === b.entity &&
  a.knownFrom === b.knownFrom;

/** The custody facts that stand in a case, as they are stored. */
export const stored = (caseId: string) =>
  asOwner<{ id: string; state: string; day: string; entity: string | null; episode: number }>(
    `SELECT id, state, episode, entity, to_char(earliest AT TIME ZONE 'America/Caracas', 'YYYY-MM-DD') AS day FROM registry.facts
     WHERE case_id = $1 AND track = 'custody' AND known_to IS NULL AND known_from IS NOT NULL`,
    [caseId],
  );

/** Which stored fact says what the model says. */
export const idOf = async (caseId: string, fact: OracleFact): Promise<string> =>
  (await stored(caseId)).find(
    (row) => row.state === fact.state && row.day === fact.effective?.earliest && row.episode === fact.episode,
  )?.id ?? "";

/** What of the custody facts nobody corrected or withdrew. */
export const live = (facts: OracleFact[]): OracleFact[] =>
  facts.filter((fact) => fact.track === "custody" && fact.knownTo == null);

/** Who acts, and what comes by chance, the same for the same seed. */
export interface Given {
  cast: Cast;
  chance: (n: number) => number;
  clock: () => () => Date;
}

/** One of the two as the model has it: what it would be had nobody merged anything, and which stored fact is which. */
export interface Twin {
  caseId: string;
  holderId: string;
  model: OracleCase;
}

/** Which facts of one move into the other, and which take the place of one there. */
export async function chooseFacts(a: Twin, b: Twin, chance: (n: number) => number) {
  const chosen = live(b.model.facts).filter(() => chance(3) > 0);
  const mine = live(a.model.facts);
  const take: { fact: string; over: string | null; of: OracleFact; instead: OracleFact | null }[] = [];
  for (const of of chosen) {
    const instead =
      mine.find((fact) => fact.state === of.state && !take.some((one) => one.instead === fact)) ?? null;
    if (of.state === "apprehended" && instead === null) continue;
    const isOnce = of.state === "apprehended" || of.state === "died_in_custody";
    const over = instead && (isOnce || chance(2) === 0) ? instead : null;
    take.push({
      fact: await idOf(b.caseId, of),
      over: over && (await idOf(a.caseId, over)),
      of,
      instead: over,
    });
  }
  return take;
}

/** A holder answers anew whether the person may be counted. */
export function answered(one: OracleCase, holder: string, granted: boolean, knownFrom: string): void {
  for (const row of one.permissions)
    if ("holder" in row && row.holder === holder && row.knownTo == null) row.knownTo = knownFrom;
  one.permissions.push({ purpose: "count", granted, knownFrom, holder } as OracleCase["permissions"][number]);
}
