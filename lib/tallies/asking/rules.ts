import { writtenInstant } from "@/lib/cases/facts/schema";
import {
  clockTimeInCaracas,
  dateInCaracas,
  daysLater,
  endOfDay,
  startOfDay,
  timeOfDay,
} from "@/lib/core/clock";
import { type SeriesKind, type SeriesStep, seriesKinds, seriesSteps } from "../series/schema";
import {
  type Ask,
  type Asked,
  type MomentName,
  type MomentProblem,
  momentsAsked,
  type Question,
} from "./schema";

const clockTime = /^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
const local = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/**
 * A moment as staff write it: a day (`2026-01-16` or `16/01/2026`) and a clock time in Caracas; without one, the close of that day
 * (R1), or its beginning where it begins a window. A moment of the API with its offset is taken as it is; without an offset it would mean different moments to different readers.
 */
export function momentOf(
  day: string,
  time: string,
  begins = false,
): Date | null | { problem: MomentProblem } {
  if (day === "") return time === "" ? null : { problem: "day" };
  if (day.includes("T")) return writtenInstant.safeParse(day).success ? new Date(day) : { problem: "offset" };
  const [, date = "", month = "", year = ""] = local.exec(day) ?? [];
  const iso = year ? `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}` : day;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || !writtenInstant.safeParse(`${iso}T00:00:00Z`).success)
    return { problem: "day" };
  if (time === "") return begins ? startOfDay(iso) : endOfDay(iso);
  return clockTime.test(time) ? timeOfDay(iso, time) : { problem: "time" };
}

/** A moment as the form shows it again, exactly: the close of a day, a day and its clock time, or ISO where it has fractions. */
export function writtenOf(moment: Date, begins = false): { day: string; time: string } {
  const day = dateInCaracas(moment);
  const time = clockTimeInCaracas(moment);
  if (moment.getUTCMilliseconds() !== 0) return { day: moment.toISOString(), time: "" };
  if (time === "00:00:00") return { day: begins ? day : dateInCaracas(daysLater(moment, -1)), time: "" };
  return { day, time };
}

export type Read = { question: Question } | { problems: Partial<Record<MomentName, MomentProblem>> };

/**
 * What a form asks, every moment resolved, "now" included: the same answer comes back from the address of the answer for ever.
 * Left empty: the moment counted and of knowledge are now; the ends of a window are each as known then (R6).
 */
export function readQuestion(asked: Asked, clock: Date): Read {
  const ask = askOf(asked.ask);
  const now = new Date(Math.floor(clock.getTime() / 1000) * 1000);
  const found: Partial<Record<MomentName, Date>> = {};
  const problems: Partial<Record<MomentName, MomentProblem>> = {};
  for (const name of momentsAsked[ask]) {
    const read = momentOf(
      asked[name]?.trim() ?? "",
      asked[`${name}Time`]?.trim() ?? "",
      beginsWindow(ask, name),
    );
    if (read instanceof Date) found[name] = read;
    else if (read) problems[name] = read.problem;
    else if ((name === "from" || name === "to") && ask !== "standing") problems[name] = "needed";
  }
  if (Object.keys(problems).length > 0) return { problems };
  const { from = now, to = now } = found;
  if (ask === "window")
    return { question: { ask, from, to, knownFrom: found.knownFrom ?? from, knownTo: found.knownTo ?? to } };
  const known = found.known ?? now;
  if (ask === "series")
    return { question: { ask, from, to, known, step: stepOf(asked.step), kind: kindOf(asked.kind) } };
  return { question: { ask, at: found.at ?? now, known, against: found.against ?? now } };
}

/** The boxes of the form that ask exactly this, for its address and to fill it in again. */
export function fieldsOfQuestion(question: Question): Record<string, string> {
  const fields: Record<string, string> = { ask: question.ask };
  for (const name of momentsAsked[question.ask]) {
    const { day, time } = writtenOf(
      (question as unknown as Record<MomentName, Date>)[name],
      beginsWindow(question.ask, name),
    );
    fields[name] = day;
    if (time) fields[`${name}Time`] = time;
  }
  return question.ask === "series" ? { ...fields, step: question.step, kind: question.kind } : fields;
}

/** "From 8 January" is its beginning, so that "8–19 January" holds what happened on the 8th; a series begins with a cut-off. */
const beginsWindow = (ask: Ask, name: MomentName) => ask === "window" && name === "from";

export const askOf = (asked: string | undefined): Ask =>
  asked === "window" || asked === "series" ? asked : "standing";
const stepOf = (asked: string | undefined): SeriesStep =>
  seriesSteps.find((step) => step === asked) ?? "week";
const kindOf = (asked: string | undefined): SeriesKind =>
  seriesKinds.find((kind) => kind === asked) ?? "restated";

/** The same question for the command line, whose answer is the same number. */
export function commandOf(question: Question): string {
  const flag = (name: string, moment: Date) => `--${name} ${moment.toISOString()}`;
  const flags = (): string[] => {
    if (question.ask === "standing") {
      const { at, known, against } = question;
      const more = known.getTime() === against.getTime() ? [] : [flag("against", against)];
      return [flag("at", at), flag("known", known), ...more];
    }
    const window = [flag("from", question.from), flag("to", question.to)];
    if (question.ask === "window")
      return [...window, flag("known-from", question.knownFrom), flag("known-to", question.knownTo)];
    const knowledge = question.kind === "asThen" ? "--as-known-then" : flag("known", question.known);
    return [...window, `--every ${question.step}`, knowledge];
  };
  return `npm run -s vigilia -- tally ${flags().join(" ")}`;
}

type Address = Readonly<Record<string, string | string[] | undefined>>;
interface Published {
  slug: string;
  at: Date;
  known: Date;
}

/**
 * What an address asks; a published balance stands for its cut-off and its moment of knowledge. `sent` when there is more than the
 * kind of question: an empty form asks nothing. Null when it names a balance that does not exist.
 */
export function askedFrom(
  address: Address,
  published: readonly Published[],
): { asked: Asked; sent: boolean } | null {
  const plain = Object.entries(address).map(([name, value]) => [
    name,
    Array.isArray(value) ? value[0] : value,
  ]);
  const { balance, ...asked }: Asked = Object.fromEntries(plain);
  if (!balance) return { asked, sent: Object.keys(asked).some((name) => name !== "ask") };
  const moment = published.find(({ slug }) => slug === balance);
  if (!moment) return null;
  const at = writtenOf(moment.at);
  const known = writtenOf(moment.known);
  return {
    asked: { ask: "standing", at: at.day, atTime: at.time, known: known.day, knownTime: known.time },
    sent: true,
  };
}
