import type { Command } from "commander";
import type { OperatorActor } from "@/lib/auth/actor";
import { writtenInstant } from "@/lib/cases/facts/schema";
import { wallClock } from "@/lib/core/clock";
import { askSeries, askTally, askWindow } from "@/lib/tallies/commands";
import type { Tally, Window } from "@/lib/tallies/schema";
import { Stop } from "../bootstrap/progress.mjs";
import { withDesk } from "../cli/with-desk";

interface Options {
  at?: string;
  known?: string;
  from?: string;
  to?: string;
  every?: string;
  json?: boolean;
  dataDir: string;
}

const operator: OperatorActor = { kind: "operator" };
const steps: Record<string, number> = { day: 86_400_000, week: 7 * 86_400_000 };

export default function add(program: Command): void {
  program
    .command("tally")
    .description("How many are held at one moment, as known at another; or what happened between two moments")
    .option("--at <iso>", "the moment counted, with its offset: 2026-01-27T00:00:00-04:00")
    .option("--known <iso>", "the moment of knowledge (a tally: now unless given; a window: its two ends)")
    .option("--from <iso>", "beginning of a window")
    .option("--to <iso>", "end of a window")
    .option("--every <step>", "with --from and --to: the restated series, by day or week")
    .option("--json", "the whole answer as JSON")
    .option("--data-dir <dir>", "the installation", ".data")
    .addHelpText(
      "after",
      '\nA cut-off "on 26 January" is 2026-01-27T00:00:00-04:00. Exact numbers, before disclosure control.',
    )
    .action((options: Options) => ask(options));
}

async function ask(options: Options): Promise<void> {
  const [at, known, from, to] = [
    moment(options, "at"),
    moment(options, "known"),
    moment(options, "from"),
    moment(options, "to"),
  ];
  if (at && (from || to)) throw new Stop("Ask either --at or --from and --to, not both.");
  if (!at && !(from && to))
    throw new Stop("Say which moment with --at ISO, or which window with --from ISO --to ISO.");
  if (from && to && from > to) throw new Stop("--from comes after --to.");
  const step = options.every === undefined ? null : steps[options.every];
  if (step === undefined) throw new Stop("--every takes day or week.");
  if (step !== null && !from) throw new Stop("--every needs --from and --to.");
  await withDesk(options.dataDir, async () => {
    if (at) {
      const answer = await askTally(operator, at, known ?? wallClock(), wallClock);
      console.log(options.json ? JSON.stringify(answer) : tallyText(answer));
    } else if (from && to && step !== null) {
      const moments = spaced(from, to, step);
      const answer = await askSeries(operator, moments, known ?? wallClock(), wallClock);
      console.log(
        options.json ? JSON.stringify({ items: answer }) : answer.map((p) => `${p.at} ${p.held}`).join("\n"),
      );
    } else if (from && to) {
      const answer = await askWindow(operator, from, to, known, wallClock);
      console.log(options.json ? JSON.stringify(answer) : windowText(answer));
    }
  });
}

function moment(options: Options, name: "at" | "known" | "from" | "to"): Date | null {
  const written = options[name];
  if (written === undefined) return null;
  const read = writtenInstant.safeParse(written);
  if (read.success) return new Date(read.data);
  throw new Stop(
    `--${name} ${written}: not a moment. Write ISO 8601 with its offset, such as 2026-01-27T00:00:00-04:00 or 2026-01-27T04:00:00Z.`,
  );
}

function spaced(from: Date, to: Date, step: number): Date[] {
  const count = Math.floor((to.getTime() - from.getTime()) / step) + 1;
  if (count > 5000) throw new Stop("That is more than 5,000 points; ask a shorter series.");
  return Array.from({ length: count }, (_, index) => new Date(from.getTime() + index * step));
}

const line = (name: string, value: number | string) => `  ${name.padEnd(28)}${String(value).padStart(8)}`;

function tallyText(tally: Tally): string {
  const rows = [
    `Held at ${tally.at}, as known at ${tally.known} (method ${tally.method}): ${tally.held.total}`,
    "of which",
    ...Object.entries(tally.held.ofWhich).map(([name, n]) => line(name, n)),
  ];
  for (const [partition, cells] of Object.entries(tally.partitions)) {
    rows.push(partition, ...Object.entries(cells).flatMap(([cell, n]) => (n > 0 ? [line(cell, n)] : [])));
  }
  rows.push(
    "beside",
    line("restricted", tally.restricted.total),
    line("shortDetentions", tally.shortDetentions),
  );
  rows.push(line("pending", tally.pending.total));
  return rows.join("\n");
}

function windowText({ from, to, flows, reconciliation }: Window): string {
  const { releases, ...events } = flows;
  return [
    `From ${from} to ${to}`,
    ...Object.entries(events).map(([name, n]) => line(name, n)),
    ...Object.entries(releases).map(([name, n]) => line(`releases: ${name}`, n)),
    line("opening", reconciliation.opening),
    ...Object.entries(reconciliation.terms).map(([name, n]) => line(name, n > 0 ? `+${n}` : n)),
    line("closing", reconciliation.closing),
    line("residual", reconciliation.residual),
  ].join("\n");
}
