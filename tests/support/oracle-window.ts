import type { OracleCase } from "./oracle-case";
import { windowOf } from "./oracle-tally";

/** Zero is never minus zero. */
const minus = (n: number) => (n === 0 ? 0 : -n);

/** Flows and reconciliation in the words of the contract. The residual is what the oracle's own counts leave: nothing makes it 0. */
export function windowShape(people: OracleCase[], a: number, b: number, kA: number, kB: number) {
  const { opening, closing, releases, ...counted } = windowOf(people, a, b, kA, kB);
  const { newDetentions, redetentions, deaths, leftWithoutRelease, shortDetentions } = counted;
  const { lateRegistrations, lateExits, removals, merges, corrections } = counted;
  const terms = {
    newDetentions,
    redetentions,
    releases: minus(releases.events),
    deaths: minus(deaths),
    leftWithoutRelease: minus(leftWithoutRelease),
    lateRegistrations,
    lateExits,
    removals,
    merges,
    corrections,
  };
  const detentions = newDetentions + redetentions;
  const moved = detentions - releases.events - deaths - leftWithoutRelease;
  const learned = lateRegistrations + lateExits + removals + merges + corrections;
  return {
    flows: {
      detentions,
      newDetentions,
      lateRegistrations,
      redetentions,
      releases,
      deaths,
      leftWithoutRelease,
      removals: minus(removals),
      shortDetentions,
    },
    reconciliation: { opening, terms, closing, residual: closing - opening - moved - learned },
  };
}
