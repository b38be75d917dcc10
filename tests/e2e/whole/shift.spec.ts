import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { type Browser, expect, test } from "@playwright/test";
import { vigilia } from "../support/operator";
import { atTheDesk } from "../support/people";
import * as desk from "../support/shift/acts";
import { Keyboard } from "../support/shift/keyboard";

/** A shift of cases by keyboard alone: six rounds of ten (npm run proof:shift), one round otherwise. */
const rounds = process.env.SHIFT === "whole" ? 6 : 1;
test.describe.configure({ mode: "serial", timeout: 180_000 + rounds * 240_000 });

const ROOT = join(import.meta.dirname, "..", "..", "..");

interface Told {
  acts: { actor: string; action: string; case?: string }[];
  cases: {
    reference: string;
    facts: {
      track: string;
      state: string;
      knownFrom: string | null;
      knownTo: string | null;
      recordedBy: string;
      confirmedBy: string | null;
    }[];
    decisions: {
      outcome: string;
      authoredBy: string;
      review: { agreed: boolean; reviewedBy: string } | null;
    }[];
  }[];
  waiting: { askedAt: number; snoozedUntil: number };
  whole: boolean;
  head: string;
}

/** What families and an auditor do, in a process of its own. */
function underneath(what: string, given: string): Told {
  const script = join(ROOT, "tests/e2e/support/shift/underneath.ts");
  const args = ["--import", "tsx", script, process.env.E2E_DATA_DIR ?? "", what, given];
  const said = execFileSync(process.execPath, args, { cwd: ROOT, encoding: "utf8", maxBuffer: 1e8 });
  return JSON.parse(said.trim().split("\n").at(-1) ?? "");
}

const held = (): number =>
  JSON.parse(vigilia("tally", "--at", new Date().toISOString(), "--json")).held.total;

const letters = ["Abril", "Brisa", "Clara", "Delia", "Elba", "Flor", "Gema", "Hilda", "Iris", "Julia"];
const surname = (round: number) => `Turno ${["Uno", "Dos", "Tres", "Cuatro", "Cinco", "Seis"][round]}`;
const nameOf = (round: number, n: number) => `${letters[n]} ${surname(round)}`;
/** Of each ten, eight come as reports; the ninth by telephone, the tenth is a second report about the first. */
const reportsOf = (round: number) => [
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((n) => [letters[n] ?? "", surname(round)]),
  [letters[0] ?? "", surname(round)],
];

/** The acts that must stand on the trail about a case, each with whoever did it, in their order. */
type Trail = [actor: string, action: string][];
const VERIFIED: Trail = [
  ["vera", "case.opened"],
  ["vera", "decision.written"],
  ["carlos", "decision.agreed"],
];

interface Expected {
  verdict: string | null;
  agreed: boolean | null;
  trail: Trail;
}

test("sixty mixed cases by keyboard alone end in the right states, numbers and trail", async ({
  browser,
}) => {
  const before = underneath("told", "9999999999");
  const heldBefore = held();
  const [vera, carlos] = await Promise.all(["vera", "carlos"].map((username) => boardOf(browser, username)));
  if (!vera || !carlos) throw new Error("nobody at the desk");
  const expected = new Map<string, Expected>();
  const counted = { verified: 0, asked: 0, snoozed: 0 };
  const times: { what: string; seconds: number; keys: number }[] = [];
  const one = async (what: string, run: () => Promise<void>) => {
    const [begun, keys] = [performance.now(), vera.pressed + carlos.pressed];
    await test.step(what, run);
    times.push({
      what,
      seconds: (performance.now() - begun) / 1000,
      keys: vera.pressed + carlos.pressed - keys,
    });
  };
  for (let round = 0; round < rounds; round++) {
    underneath("reports", JSON.stringify(reportsOf(round)));
    const name = (n: number) => nameOf(round, n);
    const expect = (reference: string, verdict: string | null, agreed: boolean | null, trail: Trail) =>
      expected.set(reference, { verdict, agreed, trail });
    let first = "";
    await one("verified", async () => {
      first = await desk.open(vera, name(0));
      await desk.decide(vera, "verified_political");
      await desk.second(carlos, first, "yes");
      expect(first, "verified_political", true, VERIFIED);
      counted.verified++;
    });
    await one("verified, with another fact", async () => {
      const reference = await desk.open(vera, name(1));
      await desk.decide(vera, "verified_political");
      await desk.second(carlos, reference, "yes");
      await desk.record(vera, reference);
      await desk.confirmFact(carlos, reference);
      expect(reference, "verified_political", true, [
        ...VERIFIED,
        ["vera", "fact.recorded"],
        ["carlos", "fact.confirmed"],
      ]);
      counted.verified++;
    });
    await one("a fact retracted", async () => {
      const reference = await desk.open(vera, name(2));
      await desk.decide(vera, "verified_political");
      await desk.second(carlos, reference, "yes");
      await desk.record(vera, reference);
      await desk.confirmFact(carlos, reference);
      await desk.retract(vera, reference);
      await desk.letGo(carlos, reference);
      const leaving: Trail = [
        ["vera", "retraction.proposed"],
        ["carlos", "retraction.confirmed"],
      ];
      expect(reference, "verified_political", true, [...VERIFIED, ...leaving]);
      counted.verified++;
    });
    await one("not confirmed", async () => {
      const reference = await desk.open(vera, name(3));
      await desk.decide(vera, "not_confirmed");
      await desk.second(carlos, reference, "yes");
      expect(reference, "not_confirmed", true, VERIFIED);
    });
    await one("disagreed", async () => {
      const reference = await desk.open(vera, name(4));
      await desk.decide(vera, "verified_political");
      await desk.second(carlos, reference, "no");
      expect(reference, null, false, [...VERIFIED.slice(0, 2), ["carlos", "decision.disagreed"]]);
    });
    await one("the family asked", async () => {
      await desk.ask(vera, name(5));
      counted.asked++;
    });
    await one("put off", async () => {
      await desk.snooze(vera, name(6));
      counted.snoozed++;
    });
    await one("given to a colleague", () => desk.give(vera, name(7), "ines"));
    await one("by telephone", async () => {
      const reference = await desk.openDirect(vera, letters[8] ?? "", surname(round));
      await desk.decide(vera, "verified_political");
      await desk.second(carlos, reference, "yes");
      expect(reference, "verified_political", true, VERIFIED);
      counted.verified++;
    });
    await one("a second report", async () => {
      await desk.attach(vera, name(0), first);
      expected.get(first)?.trail.push(["vera", "report.attached"]);
    });
  }
  told(times);

  const after = underneath("told", before.head);
  expect(after.whole, "the chain of the trail").toBe(true);
  expect(held() - heldBefore).toBe(counted.verified);
  expect(after.waiting.askedAt - before.waiting.askedAt).toBe(counted.asked);
  expect(after.waiting.snoozedUntil - before.waiting.snoozedUntil).toBe(counted.snoozed);
  expect(after.cases.length - before.cases.length).toBe(expected.size);
  const wrong = [...expected].flatMap(([reference, wanted]) => wrongIn(after, reference, wanted));
  expect(wrong).toEqual([]);
  expect(after.acts.filter(({ action }) => action === "report.family_asked")).toHaveLength(counted.asked);
  expect(
    new Set(
      after.acts.filter((act) => /decision\.(agreed|disagreed)/.test(act.action)).map((act) => act.actor),
    ),
  ).toEqual(new Set(["carlos"]));
});

async function boardOf(browser: Browser, username: string): Promise<Keyboard> {
  return new Keyboard(await atTheDesk(browser, username));
}

/** Everything about a case that is not as the shift left it. */
function wrongIn({ cases, acts }: Told, reference: string, { verdict, agreed, trail }: Expected): string[] {
  const found = cases.find((one) => one.reference === reference);
  if (!found) return [`${reference}: no such case`];
  const known = found.facts.filter(({ knownFrom, knownTo }) => knownFrom && !knownTo);
  const verdicts = known.filter(({ track }) => track === "vetting").map(({ state }) => state);
  const review = found.decisions[0]?.review;
  const done = acts.filter((act) => act.case === reference).map(({ actor, action }) => `${actor} ${action}`);
  const missing = trail.map(([actor, action]) => `${actor} ${action}`).filter((act) => !done.includes(act));
  return [
    ...(verdict !== null && !verdicts.includes(verdict) ? [`${reference}: ${verdicts} for ${verdict}`] : []),
    ...(verdict === null && verdicts.includes("verified_political") ? [`${reference}: verified`] : []),
    ...(review?.agreed !== agreed || review?.reviewedBy !== "carlos" ? [`${reference}: review`] : []),
    ...(found.decisions[0]?.authoredBy !== "vera" ? [`${reference}: author`] : []),
    ...(known.some((fact) => fact.confirmedBy === fact.recordedBy) ? [`${reference}: one person alone`] : []),
    ...missing.map((act) => `${reference}: the trail lacks ${act} (${done})`),
  ];
}

/** Seconds and keys of each kind of case, as a table. */
function told(times: { what: string; seconds: number; keys: number }[]): void {
  const kinds = [...new Set(times.map(({ what }) => what))];
  const mean = (all: number[]) => all.reduce((sum, value) => sum + value, 0) / all.length;
  for (const kind of kinds) {
    const of = times.filter(({ what }) => what === kind);
    const [seconds, keys] = [mean(of.map((one) => one.seconds)), mean(of.map((one) => one.keys))];
    console.log(`${kind.padEnd(30)} ${seconds.toFixed(1).padStart(6)} s ${keys.toFixed(0).padStart(6)} keys`);
  }
  const [seconds, keys] = [mean(times.map((one) => one.seconds)), mean(times.map((one) => one.keys))];
  console.log(
    `${`${times.length} cases, each`.padEnd(30)} ${seconds.toFixed(1).padStart(6)} s ${keys.toFixed(0).padStart(6)} keys`,
  );
}
