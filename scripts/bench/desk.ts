import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { withDesk } from "../cli/with-desk";
import { build } from "../up/build";
import { type Measured, measureDesk } from "./desk/measure";
import { table } from "./desk/table";

/**
 * `npm run bench:desk -- 2000 200000`: what every page of the desk takes at the server, by a real desk process over registries of
 * these sizes, beside a page that asks nothing; ends with 1 when a page takes more than 250 ms at p95. `--keep DIR` leaves the
 * registries there and goes on with them the next time; `--only "queue|cases"` visits some; `--port N` serves there.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: "string" }, only: { type: "string" }, port: { type: "string", default: "7268" } },
});
const given = positionals.map(Number).filter((size) => size > 0);
const sizes = given.length > 0 ? given : [2000, 20_000];
const load = () =>
  loadavg()
    .map((one) => one.toFixed(2))
    .join(" ");

await build();
const done: Measured[] = [];
for (const size of sizes) {
  const directory = values.keep
    ? join(values.keep, String(size))
    : mkdtempSync(join(tmpdir(), "vigilia-bench-"));
  mkdirSync(directory, { recursive: true });
  try {
    console.log(`${size} people; load before ${load()}`);
    const measure = () => measureDesk(directory, size, Number(values.port), new RegExp(values.only ?? "."));
    done.push(await withDesk(directory, measure, { mayMake: true }));
    console.log(`  visited; load after ${load()}`);
  } finally {
    if (!values.keep) rmSync(directory, { recursive: true, force: true });
  }
}
const { lines, missed } = table(done);
for (const line of lines) console.log(line);
process.exit(missed === 0 ? 0 : 1);
