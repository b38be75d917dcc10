import * as cases from "./cases";
import * as decisions from "./decisions";
import type { Keyboard } from "./keyboard";
import * as reports from "./reports";

/** What a family tells: who, and where that is not said, nobody tells where the person is. */
export interface Told {
  names: string[];
  age: string;
  document: string | null;
  denied?: boolean;
}

/** The people of one round: who vets, the second person, the coordinator, and what families do from outside. */
export interface Round {
  author: Keyboard;
  second: Keyboard;
  coordinator: Keyboard;
  /** What was told of each case of the round before it began. */
  told: Told[];
  send(told: Told): Promise<unknown>;
  answer(n: number, words: string): Promise<unknown>;
}

/** What a case is when the shift is over: how the tally moved, and every act about it that changed something, in order. */
export interface Left {
  reference: string;
  tally: Record<string, number>;
  trail: string[];
  verdict: string | null;
  custody: string | null;
}

export interface Kind {
  what: string;
  work(round: Round, n: number): Promise<Left[]>;
  /** Acts about reports, which name no case. */
  acts?: string[];
}

const nameOf = ({ told }: Round, n: number) => told[n]?.names.join(" ") ?? "";
const HELD = { held: 1, "civilMilitary.unknown": 1, "nationality.unknown": 1, "convicted.unknown": 1 };
export const WOMAN = { ...HELD, "sex.woman": 1, "ageGroup.adult": 1, "whereabouts.notRecorded": 1 };
const HERE = { "stateOfDetention.VE-V": 1, "stateHeld.VE-V": 1 };
export const COUNTED = { ...WOMAN, ...HERE };
export const VERIFIED = ["author case.opened", "author decision.written", "second decision.agreed"];
export const LATER = ["author fact.recorded", "second fact.confirmed"];

/** A report taken, made a case, decided, and agreed to. */
export async function verify(round: Round, n: number, second = round.second, filed = false): Promise<string> {
  const reference = await reports.takeAndOpen(round.author, nameOf(round, n), filed);
  await decisions.decide(round.author, "verified_political");
  await decisions.agree(second, reference);
  return reference;
}

const taken = ["author report.assigned"];
/** The number a family did not know at first. */
const answeredOf = ({ told }: Round) => String(Number(told[0]?.document) + 60);

/** Ten cases of a shift. */
export const MORNING: Kind[] = [
  {
    what: "reported by two families",
    acts: [...taken, ...taken, "author people.searched"],
    async work(round, n) {
      const reference = await verify(round, n);
      const names = round.told[n]?.names ?? [];
      await round.send({ names, age: "30", document: null });
      await reports.attach(round.author, names.join(" "), reference);
      const trail = [...VERIFIED, "author report.attached"];
      return [{ reference, tally: COUNTED, trail, verdict: "verified_political", custody: "apprehended" }];
    },
  },
  {
    what: "asked, answered, verified",
    acts: ["author report.family_asked", "author thread.settled"],
    async work(round, n) {
      const { author, second } = round;
      await reports.ask(author, nameOf(round, n));
      await round.answer(n, `Es la cédula ${answeredOf(round)}.`);
      const reference = await reports.readAnswerAndOpen(author, nameOf(round, n), answeredOf(round));
      await decisions.decide(author, "verified_political");
      await decisions.agree(second, reference);
      const done = { verdict: "verified_political", custody: "apprehended" };
      return [{ reference, tally: COUNTED, trail: VERIFIED, ...done }];
    },
  },
  {
    what: "whereabouts unknown, urgent",
    acts: taken,
    async work(round, n) {
      const reference = await verify(round, n, round.coordinator, true);
      const tally = {
        ...{ ...HELD, "sex.woman": 1, "ageGroup.adult": 1, whereaboutsUnknown: 1, "whereabouts.unknown": 1 },
        ...{ "stateOfDetention.VE-V": 1, "stateHeld.unknown": 1 },
      };
      const trail = [...VERIFIED.slice(0, 2), "coordinator decision.agreed"];
      const done = { verdict: "verified_political", custody: "whereabouts_concealed" };
      return [{ reference, tally, trail, ...done }];
    },
  },
  {
    what: "not confirmed, explained",
    acts: taken,
    async work(round, n) {
      const reference = await reports.takeAndOpen(round.author, nameOf(round, n));
      await decisions.decide(round.author, "not_confirmed");
      await decisions.agree(round.second, reference);
      await decisions.explain(round.author, reference, "no_second_source");
      const trail = [...VERIFIED, "author outcome.explained"];
      return [{ reference, tally: {}, trail, verdict: "not_confirmed", custody: "apprehended" }];
    },
  },
  {
    what: "freed with measures",
    acts: taken,
    async work(round, n) {
      const reference = await verify(round, n);
      await cases.go(round.author, reference);
      const told = { on: "2026-01-08", entity: "VE-V", source: "lawyer", basis: "written_order" };
      await cases.record(round.author, { kind: "measure:VE242.3", ...told });
      await cases.record(round.author, { ...told, kind: "custody:released_with_measures", basis: "" });
      await cases.confirm(round.second, reference, 2);
      const trail = [...VERIFIED, LATER[0], LATER[0], LATER[1], LATER[1]].map(String);
      const done = { verdict: "verified_political", custody: "released_with_measures" };
      return [{ reference, tally: { restricted: 1 }, trail, ...done }];
    },
  },
  {
    what: "a fact corrected by two",
    acts: taken,
    async work(round, n) {
      const reference = await verify(round, n);
      await cases.correct(round.author, reference, /detenida/, "VE-G");
      await cases.confirm(round.second, reference);
      const trail = [...VERIFIED, "author fact.corrected", "second fact.confirmed"];
      const tally = { ...WOMAN, "stateOfDetention.VE-G": 1, "stateHeld.VE-G": 1 };
      return [{ reference, tally, trail, verdict: "verified_political", custody: "apprehended" }];
    },
  },
  {
    what: "by telephone, with a number",
    async work(round, n) {
      const { author, second, told } = round;
      await cases.telephone(author, told[n]?.names ?? [], told[n]?.document ?? "");
      const reference = await cases.openTold(author);
      const code = await cases.giveCode(author);
      if (code.length !== 20) throw new Error(`a number of ${code.length} digits`);
      await cases.go(author, reference);
      await decisions.decide(author, "verified_political");
      await decisions.agree(second, reference);
      const trail = [VERIFIED[0], "author code.issued", ...VERIFIED.slice(1)].map(String);
      const tally = { ...COUNTED, "sex.man": 1, "sex.woman": 0 };
      return [{ reference, tally, trail, verdict: "verified_political", custody: "apprehended" }];
    },
  },
  {
    what: "alike, and somebody else",
    acts: taken,
    async work(round, n) {
      // The same name and age as whoever was freed, and another document.
      await round.send({
        names: round.told[4]?.names ?? [],
        age: "31",
        document: round.told[n]?.document ?? "",
      });
      const said = await reports.compare(round.author, nameOf(round, 4));
      if (!/[0-9A-Z]{4}-[0-9A-Z]{2}/.test(said)) throw new Error("nobody alike was found");
      const reference = await reports.open(round.author);
      await cases.takeCase(round.second, reference);
      const trail = ["author case.opened", "second case.taken"];
      return [{ reference, tally: { pending: 1 }, trail, verdict: "pending_evaluation", custody: null }];
    },
  },
  {
    what: "put off",
    acts: ["author report.snoozed"],
    async work(round, n) {
      await reports.putOff(round.author, nameOf(round, n));
      return [];
    },
  },
  {
    what: "given to a colleague",
    acts: taken,
    async work(round, n) {
      await reports.give(round.author, nameOf(round, n), "ines");
      return [];
    },
  },
];
