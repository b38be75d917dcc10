import { expect, it } from "vitest";
import { eventsOf, rowAt, rowsOf } from "./answers";
import { answer } from "./oracle";
import type { OracleCase, OracleFact } from "./oracle-case";
import { windowOf } from "./oracle-tally";

/** A moment written by hand: `2024-08-05` is its 00:00 in Caracas, `2024-08-05 14:30` that minute there. */
export const at = (text: string): number =>
  Date.parse(`${text.slice(0, 10)}T${text.slice(11) || "00:00"}:00-04:00`);
const iso = (text: string) => new Date(at(text)).toISOString();

type More = Partial<Omit<OracleFact, "knownFrom" | "knownTo">> & { known?: string; until?: string };

function fact(
  track: OracleFact["track"],
  state: string,
  when: string,
  { known, until, ...more }: More,
): OracleFact {
  const [earliest, latest = earliest] = when.split("..").map((side) => {
    if (side === "?") return null;
    return side.length === 10 ? side : iso(side);
  });
  return {
    track,
    state,
    effective: { earliest: earliest ?? null, latest: latest ?? null },
    knownFrom: iso(known ?? "2024-08-20"),
    knownTo: until ? iso(until) : null,
    ...more,
  };
}

/** `2024-08-02` that day, `2024-08-02..2024-08-04` between, `?` an open side. Known from 20 August 2024 unless told. */
export const custody = (state: string, when: string, more: More = {}) =>
  fact("custody", state, when, { episode: 1, ...more });
export const process = (state: string, when: string, more: More = {}) => fact("process", state, when, more);
export const measure = (state: string, when: string, more: More = {}) => fact("measure", state, when, more);
export const vetting = (state: string, known: string, more: More = {}) =>
  fact("vetting", state, known, { known, ...more });

/** Somebody verified and permitted since the beginning of 2024, with these facts. */
export function person(facts: OracleFact[], more: Partial<OracleCase> = {}): OracleCase {
  const verified = facts.some((one) => one.track === "vetting")
    ? []
    : [vetting("verified_political", "2024-01-01")];
  const permissions = [{ purpose: "count", granted: true, knownFrom: iso("2024-01-01"), knownTo: null }];
  return { person: { sex: "man", birthYear: 1990 }, permissions, ...more, facts: [...facts, ...verified] };
}
export const permission = (granted: boolean, known: string, until?: string) => ({
  purpose: "count",
  granted,
  knownFrom: iso(known),
  knownTo: until ? iso(until) : null,
});

type Cells = Record<string, string | boolean>;
/** `[at, known, what is true]`: held or not, or held with these cells. */
export type Asked = [at: string, known: string, told: boolean | Cells];
/** `[from, to, known at from, known at to, what the window has]`; what is not named is 0. */
export type AskedWindow = [
  from: string,
  to: string,
  knownA: string,
  knownB: string,
  has: Record<string, number>,
];

/** Checks answers written by hand against the derived rows, and against the oracle, so that no two of the three can drift together. */
export function history(name: string, who: OracleCase, asked: Asked[], windows: AskedWindow[] = []): void {
  it(name, () => {
    const rows = rowsOf(who);
    for (const [t, k, told] of asked) {
      const where = `at ${t}, known ${k}`;
      const row = rowAt(rows, at(t), at(k));
      const naive = answer(who, at(t), at(k));
      expect(row?.counted ?? false, where).toBe(told !== false);
      expect(naive.held, `oracle ${where}`).toBe(told !== false);
      if (typeof told === "boolean") continue;
      expect(row, where).toMatchObject(told);
      const { releaseOrdered, ...same } = told;
      expect(naive.cells, `oracle ${where}`).toMatchObject(
        releaseOrdered === undefined ? same : { ...same, releaseOrderedNotExecuted: releaseOrdered },
      );
    }
    for (const [a, b, kA, kB, has] of windows)
      checkWindow(who, [at(a), at(b), at(kA), at(kB)], has, `${a}–${b}`);
  });
}

function checkWindow(
  who: OracleCase,
  [a, b, kA, kB]: [number, number, number, number],
  has: Record<string, number>,
  where: string,
): void {
  const window = windowOf([who], a, b, kA, kB);
  const { releases, ...rest } = window;
  const told = Object.fromEntries(
    Object.entries({ ...rest, releases: releases.events }).filter(([, n]) => n !== 0),
  );
  expect(told, where).toEqual(has);
  const { newDetentions, redetentions, exits, shortDetentions } = eventsOf(rowsOf(who), a, b, kB);
  expect({ newDetentions, redetentions, shortDetentions }, where).toMatchObject({
    newDetentions: has.newDetentions ?? 0,
    redetentions: has.redetentions ?? 0,
    shortDetentions: has.shortDetentions ?? 0,
  });
  expect(exits, where).toHaveLength((has.releases ?? 0) + (has.deaths ?? 0) + (has.leftWithoutRelease ?? 0));
}
