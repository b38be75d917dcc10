import { randomInt } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { seeded } from "./family/seeded";
import { answersOf, type Standing, standingOf } from "./import/answers";
import { freshCopy, importing, makeInstallation, stopDatabase, writeFile } from "./import/installation";

// npm run proof:import [-- KILLS [PEOPLE [SEED]]]: a file of several thousand people goes in by command while the command or its database
// is killed at random moments and started again. Nothing may be doubled, lost, or counted before it is confirmed.
const [kills = 20, people = 3000, seed = randomInt(2 ** 31)] = process.argv.slice(2).map(Number);
if (![kills, people, seed].every((n) => Number.isSafeInteger(n) && n > 0)) {
  console.error("npm run proof:import [-- KILLS [PEOPLE [SEED]]]");
  process.exit(1);
}
const IN_ONE_IMPORT = 5;

const draw = seeded(seed);

function expectWhole(standing: Standing): void {
  const { confirmed, cases, derived, staged, keys } = standing;
  const wrong =
    staged !== keys
      ? "a line was staged twice"
      : confirmed && cases !== people
        ? "confirmed, and not everybody is here"
        : !confirmed && cases + derived > 0
          ? "something counts before it was confirmed"
          : null;
  if (wrong) throw new Error(`${wrong}: ${JSON.stringify(standing)}`);
}

const home = mkdtempSync(join(tmpdir(), "vip-"));
// The account of the database passes through, so that each registry and its cluster are one directory, copied whole.
chmodSync(home, 0o711);
let failed = 0;
try {
  console.log(`${people} people, ${kills} kills, seed ${seed}`);
  const file = writeFile(home, people);
  const template = await makeInstallation(join(home, "template"));
  const whole = await freshCopy(template, join(home, "whole"));
  const clean = await importing(whole, file, null);
  const expected = await answersOf(whole);
  await stopDatabase(whole);
  if (clean.code !== 0 || expected.length === 0) throw new Error(`the import itself fails: ${clean.said}`);
  console.log(
    `uninterrupted: staged after ${clean.stagedAfter.toFixed(1)} s, confirmed after ${clean.seconds.toFixed(1)} s`,
  );
  for (let done = 0, round = 1; done < kills; round++) {
    const here = await freshCopy(template, join(home, String(round)));
    let left = Math.min(IN_ONE_IMPORT, kills - done);
    for (;;) {
      const aim =
        left === 0 ? null : { confirming: draw() < 0.5, database: draw() < 0.35, share: draw(), of: clean };
      const run = await importing(here, file, aim);
      const standing = await standingOf(here);
      expectWhole(standing);
      if (aim && run.killed) {
        done++;
        left--;
        const phase = standing.confirmed
          ? "after confirming"
          : run.staged
            ? "confirming"
            : standing.staged > 0
              ? `reading or staging, ${standing.staged} lines kept`
              : "reading";
        console.log(
          `${String(done).padStart(3)}. ${aim.database ? "database" : "command "} killed after ${run.seconds.toFixed(1)} s while ${phase}`,
        );
      }
      if (!standing.confirmed) continue;
      break;
    }
    const told = await answersOf(here);
    const same = isDeepStrictEqual(told, expected);
    if (!same) failed++;
    console.log(
      `import ${round}: ${same ? `${told.length} answers as without interruption` : "ANSWERS DIFFER"}`,
    );
    await stopDatabase(here);
    rmSync(here.dataDir, { recursive: true, force: true });
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
console.log(
  failed === 0 ? "Nothing doubled, nothing lost, nothing counted before it was confirmed." : "BROKEN",
);
process.exit(failed === 0 ? 0 : 2);
