import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Stop } from "../bootstrap/progress.mjs";
import { mayInstall, quietly } from "../test/programs";
import { build } from "../up/build";
import { type Figure, keeps, told } from "./figures";
import { wholeFile } from "./public/file";
import { lists } from "./public/lists";
import { hasWrk } from "./public/load";
import { besideBare, throughNginx } from "./public/rates";
import { type PublicRegistry, publicRegistry } from "./public/registry";
import { weights } from "./public/weight";

/**
 * `npm run bench:public`: what the public side costs, as ratios taken in this one run. A demonstration with 2,000 named people and a
 * registry with 200,000 (`-- 2000 50000` says otherwise) stand side by side. `--keep DIR` leaves them there and goes on with them the
 * next time; `--only weight,nginx,bare,lists,file` runs a part; `--port N` is the first of ten ports. Ends with 1 beyond a bound.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: "string" }, only: { type: "string" }, port: { type: "string", default: "7440" } },
});
const [few = 2_000, many = 200_000] = positionals.map(Number);
const port = Number(values.port);
const parts = values.only?.split(",") ?? ["weight", "nginx", "bare", "lists", "file"];
const home = values.keep ?? mkdtempSync(join(tmpdir(), "vigilia-bench-public-"));
const done: Figure[] = [];

async function print(figures: AsyncGenerator<Figure>): Promise<void> {
  for await (const one of figures) {
    console.log(told(one));
    done.push(one);
  }
}

/** Serves for as long as it is measured. */
async function served(
  registry: PublicRegistry,
  at: number,
  env: Record<string, string>,
  measure: (pid: { pid: number }) => Promise<void>,
): Promise<void> {
  const open = await registry.open(at, env);
  try {
    await measure(open);
  } finally {
    await open.stop();
  }
}

const kept = { VIGILIA_WORKERS: "1" };
const nothingKept = { VIGILIA_WORKERS: "1", VIGILIA_KEEP_SECONDS: "0" };

async function measure(small: PublicRegistry, large: PublicRegistry | null): Promise<void> {
  await served(small, port, kept, async () => {
    if (parts.includes("weight")) await print(weights(port));
    if (parts.includes("nginx")) await print(throughNginx(port, port + 2, ["/", "/casos"]));
    if (parts.includes("bare")) await print(besideBare(port, port + 5, ["/", "/casos"]));
  });
  if (!large) return;
  await served(small, port, nothingKept, () =>
    served(large, port + 1, nothingKept, async (process) => {
      if (parts.includes("lists")) await print(lists(port, port + 1));
      if (parts.includes("file")) await print(wholeFile(process.pid, port + 1, large.addresses.public));
    }),
  );
}

if (!hasWrk() && mayInstall()) quietly("apt-get", ["install", "-y", "--no-install-recommends", "wrk"]);
if (!hasWrk()) throw new Stop("wrk is not installed (Debian: apt install wrk)");
await build();
const load = () =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(" ");
console.log(`${few} and ${many} people named; load ${load()} on ${availableParallelism()} cores`);
for (const size of ["few", "many"]) mkdirSync(join(home, size), { recursive: true });
const small = await publicRegistry(join(home, "few"), few, true);
const large = parts.some((one) => one === "lists" || one === "file")
  ? await publicRegistry(join(home, "many"), many, false)
  : null;
try {
  await measure(small, large);
} finally {
  await large?.close();
  await small.close();
  if (!values.keep) rmSync(home, { recursive: true, force: true });
}
const beyond = done.filter((one) => !keeps(one));
console.log(
  `\nload ${load()}; ${done.filter(({ bound }) => bound).length} bounds, ${beyond.length} not kept`,
);
process.exit(beyond.length === 0 ? 0 : 1);
