import type { Answer, Interval, Stay } from "../schema";

/** Every column is named, so that a new one does not compile until it is compared. */
const same = <Row extends object>(columns: Record<keyof Row, true>) => {
  const names = Object.keys(columns) as (keyof Row)[];
  return (a: Row, b: Row) => names.every((name) => a[name] === b[name]);
};

const plain = same<Omit<Answer, "sectors">>({
  episode: true,
  state: true,
  held: true,
  counted: true,
  verified: true,
  permitted: true,
  merged: true,
  houseArrest: true,
  releaseOrdered: true,
  whereaboutsUnknown: true,
  whereabouts: true,
  sentenceServed: true,
  amnestied: true,
  convicted: true,
  sex: true,
  civilMilitary: true,
  ageGroup: true,
  nationality: true,
  stateOfDetention: true,
  stateHeld: true,
  facility: true,
  restricted: true,
});

/** Whether two answers say the same in every column. */
export const sameAnswer = (a: Answer, b: Answer): boolean =>
  plain(a, b) && (a.sectors === b.sectors || a.sectors.join("\n") === b.sectors.join("\n"));

const sameDuring = same<Interval["during"]>({ from: true, fromInside: true, to: true, toInside: true });

/** The same answer for the same stretch of time. */
export const sameInterval = (a: Omit<Interval, "known">, b: Omit<Interval, "known">): boolean =>
  sameDuring(a.during, b.during) && sameAnswer(a, b);

/** The same stay in every column. */
export const sameStay = same<Stay>({
  episode: true,
  entry: true,
  exit: true,
  exitState: true,
  short: true,
  first: true,
  joined: true,
  counted: true,
  verified: true,
  permitted: true,
  merged: true,
});
