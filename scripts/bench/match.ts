import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { withDesk } from "../cli/with-desk";
import { build } from "../up/build";
import { deskRegistry } from "./desk/registry";
import { type Figure, growth, keeps, told } from "./figures";
import { onceWarm, whileReading } from "./match/measure";
import { nameEverybody } from "./match/people";

/**
 * `npm run bench:match -- 2000 200000`: how long a real desk takes to read the names of registries of these sizes after the first sign-in,
 * in how much memory, what its pages take meanwhile, and then candidates for a new report and searches; ends with 1 when a bound is
 * missed. `--keep DIR` leaves the registries there and goes on with them the next time; `--port N` serves there.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: "string" }, port: { type: "string", default: "7269" } },
});
const given = positionals.map(Number).filter((size) => size > 0);

await build();
const done: { size: number; figures: Figure[] }[] = [];
for (const size of given.length > 0 ? given : [2000, 200_000]) {
  const directory = values.keep
    ? join(values.keep, String(size))
    : mkdtempSync(join(tmpdir(), "vigilia-bench-"));
  mkdirSync(directory, { recursive: true });
  try {
    const figures = await withDesk(directory, () => measure(directory, size), { mayMake: true });
    console.log(`${size} people; load ${loadavg()[0]?.toFixed(2)}`);
    for (const one of figures) console.log(told(one));
    done.push({ size, figures });
  } finally {
    if (!values.keep) rmSync(directory, { recursive: true, force: true });
  }
}
for (const line of growth(done)) console.log(line);
process.exit(done.every(({ figures }) => figures.every(keeps)) ? 0 : 1);

async function measure(directory: string, size: number): Promise<Figure[]> {
  const staff = await deskRegistry(directory, size);
  await nameEverybody(directory, staff);
  return [...(await whileReading(directory, Number(values.port), staff)), ...(await onceWarm(staff))];
}
