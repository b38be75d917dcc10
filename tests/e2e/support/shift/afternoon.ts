import * as cases from "./cases";
import * as decisions from "./decisions";
import * as reports from "./reports";
import { COUNTED, type Kind, LATER, VERIFIED, verify } from "./round";

const taken = ["author report.assigned"];
const verified = "verified_political";

/** The other ten cases of a shift. */
export const AFTERNOON: Kind[] = [
  {
    what: "under 18",
    acts: taken,
    async work(round, n) {
      const reference = await verify(round, n, round.coordinator);
      const tally = { ...COUNTED, "ageGroup.adult": 0, "ageGroup.under18": 1 };
      const trail = [...VERIFIED.slice(0, 2), "coordinator decision.agreed"];
      return [{ reference, tally, trail, verdict: verified, custody: "apprehended" }];
    },
  },
  {
    what: "died, the family told",
    acts: taken,
    async work(round, n) {
      const reference = await verify(round, n);
      await cases.go(round.author, reference);
      const told = { kind: "custody:died_in_custody", on: "2026-02-10", entity: "VE-V" };
      await cases.record(round.author, { ...told, source: "official_document" });
      await cases.tellKin(round.second, reference);
      await cases.confirm(round.coordinator, reference);
      const trail = [...VERIFIED, LATER[0], "second kin.told", "coordinator fact.confirmed"].map(String);
      return [{ reference, tally: {}, trail, verdict: verified, custody: "died_in_custody" }];
    },
  },
  {
    what: "house arrest",
    acts: taken,
    async work(round, n) {
      const reference = await verify(round, n);
      await cases.go(round.author, reference);
      const told = { kind: "custody:house_arrest", on: "2026-01-20", entity: "VE-V", source: "lawyer" };
      await cases.record(round.author, told);
      await cases.confirm(round.second, reference);
      const tally = { ...COUNTED, houseArrest: 1, "whereabouts.notRecorded": 0, "whereabouts.known": 1 };
      const trail = [...VERIFIED, ...LATER];
      return [{ reference, tally, trail, verdict: verified, custody: "house_arrest" }];
    },
  },
  {
    what: "a fact withdrawn by two",
    acts: taken,
    async work(round, n) {
      const reference = await verify(round, n);
      await cases.go(round.author, reference);
      await cases.record(round.author, { kind: "process:convicted", on: "2026-01-08", source: "lawyer" });
      await cases.confirm(round.second, reference);
      await cases.retract(round.author, reference, /condena/i);
      await cases.confirm(round.second, reference);
      const leaving = ["author retraction.proposed", "second retraction.confirmed"];
      const trail = [...VERIFIED, ...LATER, ...leaving];
      return [{ reference, tally: COUNTED, trail, verdict: verified, custody: "apprehended" }];
    },
  },
  {
    what: "returned, signed again",
    acts: taken,
    async work(round, n) {
      const reference = await reports.takeAndOpen(round.author, round.told[n]?.names.join(" ") ?? "");
      await decisions.decide(round.author, verified);
      await decisions.giveBack(round.second, reference);
      await decisions.decideAgain(round.author, reference);
      await decisions.agree(round.second, reference);
      const returned = "second decision.disagreed";
      const trail = [VERIFIED[0], VERIFIED[1], returned, VERIFIED[1], VERIFIED[2]].map(String);
      return [{ reference, tally: COUNTED, trail, verdict: verified, custody: "apprehended" }];
    },
  },
  {
    what: "arbitrary, not political",
    acts: taken,
    async work(round, n) {
      const reference = await reports.takeAndOpen(round.author, round.told[n]?.names.join(" ") ?? "");
      await decisions.decide(round.author, "arbitrary_not_political");
      await decisions.agree(round.second, reference);
      const done = { verdict: "arbitrary_not_political", custody: "apprehended" };
      return [{ reference, tally: {}, trail: VERIFIED, ...done }];
    },
  },
  {
    what: "convicted",
    acts: taken,
    async work(round, n) {
      const reference = await verify(round, n);
      await cases.go(round.author, reference);
      await cases.record(round.author, { kind: "process:convicted", on: "2026-03-08", source: "lawyer" });
      await cases.confirm(round.second, reference);
      const tally = { ...COUNTED, "convicted.unknown": 0, "convicted.convicted": 1 };
      return [
        { reference, tally, trail: [...VERIFIED, ...LATER], verdict: verified, custody: "apprehended" },
      ];
    },
  },
  {
    what: "no release from house arrest",
    acts: taken,
    async work(round, n) {
      const reference = await verify(round, n);
      await cases.go(round.author, reference);
      const told = { on: "2026-01-20", entity: "VE-V", source: "lawyer" };
      await cases.record(round.author, { kind: "measure:VE242.1", ...told, basis: "written_order" });
      await cases.confirm(round.second, reference);
      await cases.go(round.author, reference);
      const refused = await cases.recordRefused(round.author, { kind: "custody:released_full", ...told });
      if (!/casa por cárcel/.test(refused)) throw new Error(`not refused: ${refused}`);
      const trail = [...VERIFIED, ...LATER];
      return [{ reference, tally: COUNTED, trail, verdict: verified, custody: "apprehended" }];
    },
  },
  {
    what: "a visit denied, written down",
    acts: taken,
    async work(round, n) {
      const reference = await verify(round, n);
      await cases.go(round.author, reference);
      await cases.recordDenial(round.author, "2026-02-01");
      await cases.go(round.second, reference);
      await cases.sayYes(round.second, "#recursos");
      const trail = [...VERIFIED, "author remedy.recorded", "second fact.confirmed"];
      return [{ reference, tally: COUNTED, trail, verdict: verified, custody: "apprehended" }];
    },
  },
  {
    what: "written by mistake, set aside",
    acts: taken,
    async work(round, n) {
      const reference = await verify(round, n);
      await cases.go(round.author, reference);
      const told = { kind: "custody:released_unspecified", on: "2026-01-09", source: "press" };
      await cases.record(round.author, told);
      await cases.setAside(round.author, "Fue otra persona del mismo nombre.");
      const trail = [...VERIFIED, LATER[0], "author fact.set_aside"].map(String);
      return [{ reference, tally: COUNTED, trail, verdict: verified, custody: "apprehended" }];
    },
  },
];
