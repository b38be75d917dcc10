import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { desk } from "@/lib/db/desk";
import { heldTotal } from "@/lib/tallies/queries";
import { withDesk } from "../cli/with-desk";
import { acts } from "./acts";
import { balances } from "./balances";
import { type Figure, growth, keeps, told } from "./figures";
import { questions } from "./questions";
import { type Bench, benchRegistry } from "./registry";

/**
 * `npm run bench:counting -- 2000 20000 200000`: what counting takes, each size in a registry of its own with five facts a person,
 * beside a plain SQL count of the same table. `--keep DIR` leaves the registries there and goes on with them the next time;
 * `--only questions,acts,balances` runs a part, `--only import` none but the import. Ends with 1 when a bound is not kept.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: "string" }, only: { type: "string" } },
});
const given = positionals.map(Number).filter((size) => size > 0);
const sizes = given.length > 0 ? given : [2000, 20_000];

const parts: Record<string, (bench: Bench) => AsyncGenerator<Figure>> = {
  import: async function* () {},
  questions: ({ clock }) => questions(clock()),
  acts,
  balances,
};

async function measure(dataDir: string, size: number): Promise<Figure[]> {
  const bench = await benchRegistry(dataDir, size);
  const facts = await desk().fact.count();
  const intervals = await desk().custodyInterval.count();
  const held = await heldTotal(desk(), bench.clock(), bench.clock());
  console.log(`\n${size} people, ${facts} facts, ${intervals} derived intervals, ${held} held now`);
  const figures = [...bench.imported];
  for (const one of bench.imported) console.log(told(one));
  const most = Math.round(process.resourceUsage().maxRSS / 1024);
  const load = loadavg().map((one) => one.toFixed(1));
  console.log(
    `  the command held at most ${most} MB; load average ${load.join(" ")} on ${availableParallelism()} cores`,
  );
  for (const name of values.only?.split(",") ?? Object.keys(parts)) {
    const part = parts[name];
    if (!part) throw new Error(`no part called ${name}`);
    for await (const one of part(bench)) {
      console.log(told(one));
      figures.push(one);
    }
  }
  return figures;
}

const done: { size: number; figures: Figure[] }[] = [];
for (const size of sizes) {
  const directory = values.keep
    ? join(values.keep, String(size))
    : mkdtempSync(join(tmpdir(), "vigilia-bench-"));
  mkdirSync(directory, { recursive: true });
  try {
    const figures = await withDesk(directory, () => measure(directory, size), { mayMake: true });
    done.push({ size, figures });
  } finally {
    if (!values.keep) rmSync(directory, { recursive: true, force: true });
  }
}
for (const line of growth(done)) console.log(line);
const missed = done.flatMap(({ size, figures }) =>
  figures.filter((one) => !keeps(one)).map((one) => `${size}: ${one.what}`),
);
console.log(missed.length === 0 ? "\nEvery bound holds." : `\nNot kept:\n  ${missed.join("\n  ")}`);
process.exit(missed.length === 0 ? 0 : 1);
