import type { Command } from "commander";
import type { OperatorActor } from "@/lib/auth/actor";
import { wallClock } from "@/lib/core/clock";
import { csvOf } from "@/lib/core/csv";
import * as asking from "@/lib/tallies/commands";
import * as files from "@/lib/tallies/files/rules";
import { seriesSteps } from "@/lib/tallies/series/schema";
import { Stop } from "../bootstrap/progress.mjs";
import { readMoment } from "../cli/moment";
import * as text from "../cli/tally-text";
import { withDesk } from "../cli/with-desk";

const moments = ["at", "known", "against", "from", "to", "knownFrom", "knownTo"] as const;
type MomentOption = (typeof moments)[number];

type Options = Partial<Record<MomentOption, string>> & {
  queue?: boolean;
  freshness?: boolean;
  restricted?: boolean;
  every?: string;
  asKnownThen?: boolean;
  json?: boolean;
  csv?: boolean;
  dataDir: string;
};
type Moments = Partial<Record<MomentOption, Date>>;

/** An answer in the three ways it can be printed. */
interface Printed {
  json: unknown;
  rows: () => object[];
  text: () => string;
}

const operator: OperatorActor = { kind: "operator" };

const help = `
A moment is ISO 8601 with its offset. A cut-off "on 26 January" is 2026-01-27T00:00:00-04:00. Numbers are exact, before
disclosure control: not for publication. Every answer says at, known and method; every question is on the audit trail.

Examples
  The stock on 16 January as it was known on 19 January:
    tally --at 2026-01-17T00:00:00-04:00 --known 2026-01-20T00:00:00-04:00
  Why that differs from today's answer, term by term:
    tally --at 2026-01-17T00:00:00-04:00 --known 2026-01-20T00:00:00-04:00 --against 2026-11-22T00:00:00-04:00
  What happened from 8 to 19 January, each end as known then; both as known at one moment; each end at its own:
    tally --from 2026-01-08T00:00:00-04:00 --to 2026-01-20T00:00:00-04:00
    tally --from 2026-01-08T00:00:00-04:00 --to 2026-01-20T00:00:00-04:00 --known 2026-02-01T00:00:00-04:00
    tally --from … --to … --known-from 2026-01-08T00:00:00-04:00 --known-to 2026-02-01T00:00:00-04:00
  A weekly series restated today, and each week as it was known then (cut-offs at one clock time in Caracas):
    tally --from 2025-01-01T00:00:00-04:00 --to 2026-01-01T00:00:00-04:00 --every week --csv
    tally --from 2025-01-01T00:00:00-04:00 --to 2026-01-01T00:00:00-04:00 --every week --as-known-then --csv
  What waits to be evaluated, how recent the confirmations are, who is outside under measures:
    tally --at 2026-01-17T00:00:00-04:00 --queue
    tally --at 2026-01-17T00:00:00-04:00 --known 2026-01-20T00:00:00-04:00 --freshness --json
    tally --at 2026-01-17T00:00:00-04:00 --restricted`;

export default function add(program: Command): void {
  program
    .command("tally")
    .description("How many are held at one moment, as known at another; or what happened between two moments")
    .option(
      "--at <iso>",
      "the moment counted; in the future: by the facts known, 48 hours and measures run on",
    )
    .option("--known <iso>", "the moment of knowledge (a tally: now unless given; a window: its two ends)")
    .option("--against <iso>", "with --at: the same moment as known at a second one, and why the two differ")
    .option("--queue", "with --at: what waits to be evaluated, by stage and age; never part of the total")
    .option("--freshness", "with --at: of those held, confirmed or with contact in the last 30 and 90 days")
    .option("--restricted", "with --at: outside under measures, and which")
    .option("--from <iso>", "beginning of a window")
    .option("--to <iso>", "end of a window; may equal the beginning")
    .option("--known-from <iso>", "with --from: what its beginning is known as at, unless --known is given")
    .option("--known-to <iso>", "with --to: what its end is known as at, unless --known is given")
    .option("--every <step>", "with --from and --to: a series by day or week")
    .option("--as-known-then", "with --every: each cut-off as known at itself, not all as known at --known")
    .option("--json", "the whole answer as JSON")
    .option("--csv", "the whole answer as CSV, one number a row")
    .option("--data-dir <dir>", "the installation", ".data")
    .addHelpText("after", help)
    .action((options: Options) => ask(options));
}

async function ask(options: Options): Promise<void> {
  if (options.json && options.csv) throw new Stop("Ask either --json or --csv.");
  const asked: Moments = {};
  for (const name of moments) {
    const read = moment(options, name);
    if (read) asked[name] = read;
  }
  const question = asked.at ? standing(asked.at, asked, options) : between(asked, options);
  await withDesk(options.dataDir, async () => {
    const answer = await question();
    if (options.json) console.log(JSON.stringify(answer.json));
    else if (options.csv) process.stdout.write(csvOf(answer.rows()));
    else console.log(answer.text());
  });
}

/** A question about one moment. */
function standing(at: Date, asked: Moments, options: Options): () => Promise<Printed> {
  const { known = wallClock(), against } = asked;
  const beside = (["queue", "freshness", "restricted"] as const).filter((one) => options[one]);
  if (asked.from || asked.to || asked.knownFrom || asked.knownTo)
    throw new Stop("Ask either --at or --from and --to, not both.");
  if (options.every || options.asKnownThen) throw new Stop("--every needs --from and --to.");
  if (beside.length + (against ? 1 : 0) > 1)
    throw new Stop("Ask one of --against, --queue, --freshness, --restricted at a time.");
  if (options.queue)
    return () => asking.askQueue(operator, at, known, wallClock).then(by(files.queueRows, text.queueText));
  if (options.freshness)
    return () =>
      asking.askFreshness(operator, at, known, wallClock).then(by(files.freshnessRows, text.freshnessText));
  if (options.restricted)
    return () =>
      asking
        .askRestricted(operator, at, known, wallClock)
        .then(by(files.restrictedRows, text.restrictedText));
  if (against)
    return () =>
      asking
        .askStanding(operator, { at, known, against }, wallClock)
        .then(by(files.standingRows, text.standingText));
  return () => asking.askTally(operator, at, known, wallClock).then(by(files.tallyRows, text.tallyText));
}

/** A question about a window: what happened, or a series. */
function between(asked: Moments, options: Options): () => Promise<Printed> {
  const { from, to, known } = asked;
  if (!from || !to)
    throw new Stop("Say which moment with --at ISO, or which window with --from ISO --to ISO.");
  if (from > to) throw new Stop("--from comes after --to.");
  if (asked.against || options.queue || options.freshness || options.restricted)
    throw new Stop("--against, --queue, --freshness and --restricted need --at.");
  const { knownFrom = known, knownTo = known } = asked;
  if (options.every === undefined) {
    if (options.asKnownThen) throw new Stop("--as-known-then needs --every.");
    return () =>
      asking
        .askWindow(operator, { from, to, knownFrom, knownTo }, wallClock)
        .then(by(files.windowRows, text.windowText));
  }
  const step = seriesSteps.find((one) => one === options.every);
  if (!step) throw new Stop("--every takes day or week.");
  if (asked.knownFrom || asked.knownTo) throw new Stop("A series takes --known or --as-known-then.");
  if (options.asKnownThen && known) throw new Stop("Give either --known or --as-known-then.");
  const kind = options.asKnownThen ? ("asThen" as const) : ("restated" as const);
  return () =>
    asking
      .askSeries(operator, { from, to, known: known ?? wallClock(), step, kind }, wallClock)
      .then(by(files.seriesRows, text.seriesText));
}

const by =
  <Answer>(rows: (answer: Answer) => object[], say: (answer: Answer) => string) =>
  (answer: Answer): Printed => ({ json: answer, rows: () => rows(answer), text: () => say(answer) });

function moment(options: Options, name: MomentOption): Date | null {
  const written = options[name];
  if (written === undefined) return null;
  const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return readMoment(flag, written);
}
