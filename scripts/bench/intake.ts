import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { href } from "@/lib/i18n/paths";
import {
  close,
  countReports,
  killDatabase,
  makeReception,
  memoryOf,
  postmasterOf,
  processSeconds,
  type Reception,
  receive,
  secondsOfAll,
} from "../proof/family/installation";
import { Phone } from "../proof/family/phone";
import { typeCode } from "../proof/family/walk";
import { build } from "../up/build";
import { bareRate, type Load, learn, registerFor, type Step } from "./intake/load";

const LEAST = 20;
const MOST = 1000;
const WARMING = 5;
const BARE = 10;
const EMPTY = href("es", "tramite/telefono");
const MINUTE = 60_000;
/** MiB a minute that the noise of a collector may look like. */
const GROWTH = 4;

/**
 * `npm run bench:intake -- --minutes 5 --clients 8`: complete shortest registrations over HTTP against a real open process on a
 * registry of its own, no redirect followed; every one that was acknowledged is counted in the database after that was killed.
 * Ends with 1 below 20 a second, above one second a post at p95, where memory grew, or where anything failed.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "5" },
    clients: { type: "string", default: "8" },
    port: { type: "string", default: "7270" },
  },
});
const [minutes, clients, port] = [Number(values.minutes), Number(values.clients), Number(values.port)];
const quantile = (sorted: number[], share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;

const load = () =>
  loadavg()
    .map((one) => one.toFixed(2))
    .join(" ");
let missed = 0;
const say = (what: string, value: string, isWell = true) => {
  if (!isWell) missed++;
  console.log(`${what.padEnd(52)} ${value.padStart(24)}${isWell ? "" : "  FAIL"}`);
};

await build();
const dataDir = mkdtempSync(join(tmpdir(), "vib-"));
// The account of the database passes through, so that registry and cluster are one directory.
chmodSync(dataDir, 0o711);
try {
  await makeReception(dataDir);
  const here = await receive(dataDir, port);
  const { done, before } = await measure(here).finally(() => here.server.stop());
  // Whoever pulls the plug now must find every one of them.
  killDatabase(dataDir);
  await here.database.close();
  await findAll(done, before);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
console.log(missed === 0 ? "Within its bounds." : "OUT OF BOUNDS");
process.exit(missed === 0 ? 0 : 1);

async function measure(here: Reception): Promise<{ done: Load; before: number }> {
  const pid = here.server.pid;
  const database = postmasterOf(dataDir) ?? 0;
  const steps = await learn(here.address);
  await registerFor(WARMING, clients, here.address, steps);
  const before = await countReports(here.database);
  console.log(
    `${steps.length} posts a registration, ${clients} clients, ${minutes} min; load before ${load()}`,
  );
  const used = () => ({
    server: secondsOfAll(pid),
    database: secondsOfAll(database),
    client: processSeconds(),
  });
  const at = used();
  const memory = [memoryOf(pid)];
  const watch = setInterval(() => memory.push(memoryOf(pid)), MINUTE);
  const done = await registerFor(minutes * 60, clients, here.address, steps);
  clearInterval(watch);
  const now = used();
  memory.push(memoryOf(pid));

  const rate = done.registrations / done.seconds;
  const sorted = done.milliseconds.toSorted((a, b) => a - b);
  const p95 = quantile(sorted, 0.95);
  say("registrations a second", rate.toFixed(1), rate >= LEAST);
  say("posts a second", (sorted.length / done.seconds).toFixed(1));
  say(
    "a post, milliseconds p50 / p95 / p99",
    `${[0.5, 0.95, 0.99].map((at) => quantile(sorted, at).toFixed(0)).join(" / ")}`,
    p95 <= MOST,
  );
  say("failed", String(done.failed.length), done.failed.length === 0);
  for (const what of new Set(done.failed.slice(0, 5))) console.log(`  ${what}`);
  const each = (seconds: number) => ((seconds * 1000) / done.registrations).toFixed(1);
  for (const who of ["server", "database", "client"] as const)
    say(`processor milliseconds a registration: ${who}`, each(now[who] - at[who]));
  say(
    "memory of the server by the minute, MiB",
    memory.map((one) => one.toFixed(0)).join(" "),
    grows(memory) <= GROWTH,
  );
  say("its growth in the second half, MiB a minute", grows(memory).toFixed(1));
  await compare(here.address, steps, sorted.length / done.seconds);
  console.log(`load after ${load()}`);
  return { done, before };
}

/** Beside what the framework alone does at the same moment, since the machine may be busy. */
async function compare(address: string, [first]: Step[], rate: number): Promise<void> {
  if (!first) throw new Error("nothing to post");
  const posts = await bareRate(BARE, clients, address, (phone) => phone.send(first.path, first.fields));
  const pages = await bareRate(BARE, clients, address, (phone) => phone.open(EMPTY));
  say(
    "posts of the first form, which keeps nothing, a second",
    `${posts.toFixed(1)} (× ${(rate / posts).toFixed(2)})`,
  );
  say("pages that ask for nothing, a second", `${pages.toFixed(1)} (× ${(rate / pages).toFixed(2)})`);
}

/**
 * MiB a minute by least squares over the second half: caches, pools and the collector's own ease are taken by then, and one sample high
 * or low decides nothing.
 */
function grows(memory: number[]): number {
  const settled = memory.slice(Math.floor(memory.length / 2));
  const middle = (settled.length - 1) / 2;
  const mean = settled.reduce((sum, one) => sum + one, 0) / settled.length;
  const across = settled.reduce((sum, _one, at) => sum + (at - middle) ** 2, 0);
  return across === 0 ? 0 : settled.reduce((sum, one, at) => sum + (at - middle) * (one - mean), 0) / across;
}

async function findAll(done: Load, before: number): Promise<void> {
  const again = await receive(dataDir, port);
  try {
    const found = (await countReports(again.database)) - before;
    say(
      "acknowledged / found after a kill of the database",
      `${done.registrations} / ${found}`,
      found === done.registrations,
    );
    let opened = 0;
    for (const code of done.codes) {
      const phone = new Phone(again.address);
      const page = await phone.shown(await typeCode(phone, code));
      if (/class="stage"/.test(page.html)) opened++;
      phone.close();
    }
    say("codes tried / opened", `${done.codes.length} / ${opened}`, opened === done.codes.length);
  } finally {
    await close(again);
  }
}
