import { expect, test } from "@playwright/test";
import type { DemoAccount } from "../../support/server";
import { account, vigilia } from "../support/operator";
import { atTheDesk } from "../support/people";
import { AFTERNOON } from "../support/shift/afternoon";
import { changes, type Held, moved, named, type People, summed, wrongIn } from "../support/shift/judged";
import { Keyboard } from "../support/shift/keyboard";
import { Outside } from "../support/shift/outside";
import { type Left, MORNING, type Round, type Told } from "../support/shift/round";

/** A shift by keyboard alone: sixty cases of twenty kinds (npm run proof:shift), ten of ten kinds otherwise; SHIFT=2 shows each kind once. */
const rounds = process.env.SHIFT === "whole" ? 6 : Number(process.env.SHIFT ?? 1);
test.describe.configure({ mode: "serial", timeout: 120_000 + rounds * 480_000 });

const tally = () => JSON.parse(vigilia("tally", "--at", new Date().toISOString(), "--json"));

const given = ["Abril", "Brisa", "Clara", "Delia", "Elba", "Flor", "Gema", "Hilda", "Iris", "Julia"];
const surnames = ["Acosta", "Barrios", "Carrillo", "Delgado", "Escalona", "Figueroa"];
/** Nobody of this shift is anybody of another. */
const second = Math.floor(Date.now() / 1000);
const turn = [...String(second).slice(-5)].map((digit) => "abdefgilmo"[Number(digit)]).join("");
const documents = 99_000_000 + (second % 9000) * 100;

/** What the families of a round tell: in the afternoon one is a girl; in the morning one does not know the number, and one is told nothing. */
const toldOf = (round: number): Told[] =>
  given.map((name, n) => ({
    names: [name, `${surnames[round]} T${turn}`],
    age: round % 2 === 1 && n === 0 ? "16" : "31",
    document: round % 2 === 0 && n === 1 ? null : String(documents + round * 10 + n),
    denied: round % 2 === 0 && n === 2,
  }));

/** Each round has two vetters of its own: nobody may open more people within an hour than a day's pace needs. */
const hired: DemoAccount[] = Array.from({ length: 2 * rounds }, (_, n) => ({
  ...{ username: `turno-${n}`, role: "vetter", password: `turno-largo-de-diez-casos-${n}` },
  totpSecret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PX".concat("ABCDEFGHIJKL"[n] ?? "A"),
}));

test("mixed cases by keyboard alone end in the right states, numbers and trail", async ({ browser }) => {
  const outside = new Outside();
  await outside.ask("hire", hired);
  const boards = new Map<string, Keyboard>();
  const board = async (username: string) => {
    const known = boards.get(username);
    if (known) return known;
    const own = hired.find((one) => one.username === username) ?? account(username);
    const made = new Keyboard(await atTheDesk(browser, username, own), username, own.totpSecret);
    boards.set(username, made);
    return made;
  };
  const head = await outside.ask<string>("head");
  const before = { left: await outside.ask<Held>("left", head), tally: tally() };
  const left: (Left & { people: People })[] = [];
  const acts: string[] = [];
  const times: Time[] = [];
  for (let r = 0; r < rounds; r++) {
    const { round, people, kinds } = await roundOf(r, board, outside);
    for (const [n, kind] of kinds.entries()) {
      const pressed = () => [...boards.values()].reduce((sum, one) => sum + one.pressed, 0);
      const [begun, keys] = [performance.now(), pressed()];
      const made = await test.step(kind.what, () => kind.work(round, n));
      times.push({ what: kind.what, seconds: (performance.now() - begun) / 1000, keys: pressed() - keys });
      if (rounds > 1) console.log(`${times.length}. ${kind.what}: ${times.at(-1)?.seconds.toFixed(1)} s`);
      left.push(...made.map((one) => ({ ...one, people })));
      acts.push(...(kind.acts ?? []).map((act) => named(act, people)));
    }
  }
  say(times);

  const after = await outside.ask<Held>("left", head);
  outside.end();
  expect(after.whole, "the chain of the trail").toBe(true);
  vigilia("verify", "--as", "carmen");
  expect(moved(before.tally, tally())).toEqual(summed(left.map((one) => one.tally)));
  expect(after.cases.length - before.left.cases.length).toBe(left.length);
  expect(left.flatMap((one) => wrongIn(after, one))).toEqual([]);
  const others = changes(after, null).filter((act) => boards.has(act.split(" ")[0] ?? ""));
  expect(others.sort()).toEqual(acts.sort());
  expect(after.waiting.snoozedUntil - before.left.waiting.snoozedUntil).toBe(Math.ceil(rounds / 2));
});

/** The people and the reports of one round. */
async function roundOf(r: number, board: (username: string) => Promise<Keyboard>, outside: Outside) {
  const isMorning = r % 2 === 0;
  const people: People = {
    author: hired[2 * r]?.username ?? "",
    second: hired[2 * r + 1]?.username ?? "",
    coordinator: isMorning ? "carlos" : "carmen",
  };
  const told = toldOf(r);
  /** Told by telephone, or only once somebody alike has a case. */
  const silent = isMorning ? [6, 7] : [];
  const sent = told.filter((_, n) => !silent.includes(n));
  const codes = await outside.ask<string[]>("reports", sent);
  const codeOf = (n: number) => codes[sent.findIndex(({ names }) => names === told[n]?.names)];
  const round: Round = {
    author: await board(people.author),
    second: await board(people.second),
    coordinator: await board(people.coordinator),
    told,
    send: (one) => outside.ask("reports", [one]),
    answer: (n, words) => outside.ask("answer", { code: codeOf(n), words }),
  };
  return { round, people, kinds: isMorning ? MORNING : AFTERNOON };
}

interface Time {
  what: string;
  seconds: number;
  keys: number;
}

/** Seconds and keys of each kind of case, as a table. */
function say(times: Time[]): void {
  const mean = (all: number[]) => all.reduce((sum, value) => sum + value, 0) / all.length;
  const line = (words: string, of: Time[]) => {
    const [seconds, keys] = [mean(of.map((one) => one.seconds)), mean(of.map((one) => one.keys))];
    console.log(
      `${words.padEnd(32)} ${seconds.toFixed(1).padStart(6)} s ${keys.toFixed(0).padStart(6)} keys`,
    );
  };
  for (const kind of new Set(times.map(({ what }) => what))) {
    line(
      kind,
      times.filter(({ what }) => what === kind),
    );
  }
  line(`${times.length} cases, each`, times);
}
