import { randomInt } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../postgres/place";
import { type OpenDatabase, openDatabase } from "../postgres/use";
import { build } from "../up/build";
import { marksFound, missingOf } from "./acks/found";
import { type Work, write } from "./acks/writer";
import { childrenOf, killDatabase, killOne, makeReception, serveOpen } from "./family/installation";
import { seeded } from "./family/seeded";

// npm run proof:acks [-- POSTS [KILLS [SEED]]]: eight families at a time register over HTTP while the database, the server or one of
// its workers is killed at random moments and started again. Whatever was acknowledged is there afterwards, once.
const [posts = 5000, kills = 40, seed = randomInt(2 ** 31)] = process.argv.slice(2).map(Number);
if (![posts, kills, seed].every((n) => Number.isSafeInteger(n) && n > 0)) {
  console.error("npm run proof:acks [-- POSTS [KILLS [SEED]]]");
  process.exit(1);
}
const WRITERS = 8;
const draw = seeded(seed);
const wrong: string[] = [];

await build();
const dataDir = mkdtempSync(join(tmpdir(), "vip-"));
chmodSync(dataDir, 0o711);
const opened: OpenDatabase[] = [];
try {
  console.log(`${posts} posts, ${kills} kills, ${WRITERS} writers, seed ${seed}`);
  await makeReception(dataDir);
  const port = await freePort();
  const database = await openDatabase(dataDir);
  opened.push(database);
  const quiet = () => undefined;
  let server = await serveOpen(dataDir, database, port, quiet);
  const work: Work = { told: [], acknowledged: 0, again: 0, wrong, isOver: false };
  const begun = performance.now();
  const writers = Array.from({ length: WRITERS }, (_, nth) =>
    write(server.address, nth, work, seeded(seed + nth)),
  );
  const killed = { database: 0, server: 0, worker: 0 };
  for (let done = 0; done < kills; done++) {
    const at = ((done + 0.2 + 0.6 * draw()) / kills) * posts;
    while (work.acknowledged < at) await sleep(5);
    const which = draw();
    if (which < 0.45) {
      killed.database += killDatabase(dataDir) ? 1 : 0;
      await sleep(50 + 400 * draw());
      opened.push(await openDatabase(dataDir));
    } else if (which < 0.75) {
      killed.server += killOne(server.pid) ? 1 : 0;
      await server.ended;
      server = await serveOpen(dataDir, database, port, quiet);
    } else {
      const workers = childrenOf(server.pid);
      killed.worker += killOne(workers[Math.floor(draw() * workers.length)] ?? server.pid) ? 1 : 0;
      if (workers.length === 0) server = await serveOpen(dataDir, database, port, quiet);
    }
  }
  while (work.acknowledged < posts) await sleep(20);
  work.isOver = true;
  await Promise.all(writers);
  const seconds = (performance.now() - begun) / 1000;
  const all = Object.values(killed).reduce((sum, one) => sum + one, 0);
  console.log(
    `${work.acknowledged} posts acknowledged in ${seconds.toFixed(0)} s, ${work.again} answered by nobody and posted again; killed: ` +
      `database ${killed.database}, server ${killed.server}, worker ${killed.worker}`,
  );
  if (all < kills) wrong.push(`only ${all} kills`);

  const found = await marksFound(dataDir);
  for (const [mark, times] of found) if (times > 1) wrong.push(`${mark} is here ${times} times`);
  const sent = work.told.filter((one) => one.sent);
  for (const { mark } of sent) if (!found.has(mark)) wrong.push(`${mark} was sent and is not here`);
  const codes = new Set(work.told.map(({ code }) => code));
  if (codes.size !== work.told.length) wrong.push("two families have one number");
  const left = [...work.told];
  const look = async () => {
    for (let one = left.shift(); one; one = left.shift()) {
      const missing = await missingOf(server.address, one);
      if (missing) wrong.push(missing);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, look));
  console.log(
    `${sent.length} reports sent and ${work.told.length - sent.length} left unsent: each number typed again`,
  );
  await server.stop();
} finally {
  for (const one of opened) await one.close().catch(() => undefined);
  rmSync(dataDir, { recursive: true, force: true });
}
for (const one of wrong.slice(0, 20)) console.log(one);
console.log(
  wrong.length === 0 ? "Nothing acknowledged is lost, nothing is there twice." : `BROKEN: ${wrong.length}`,
);
process.exit(wrong.length === 0 ? 0 : 2);
