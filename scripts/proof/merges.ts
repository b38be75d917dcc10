import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";

// npm run proof:merges [-- SEQUENCES [SEED]]: merges and their undoings, with facts and permissions arriving between, by the commands of
// the desk; every tally at every (at, known) against the naive oracle, and after each undoing the registry as if it had never been.
const sequences = Number(process.argv[2] ?? 500);
const seed = Number(process.argv[3] ?? randomInt(2 ** 31));
if (!Number.isSafeInteger(sequences) || sequences < 1 || !Number.isSafeInteger(seed)) {
  console.error("npm run proof:merges [-- SEQUENCES [SEED]]");
  process.exit(1);
}

console.log(`${sequences} sequences, seed ${seed}`);
const started = Date.now();
const env = { ...process.env, MERGE_SEQUENCES: String(sequences), MERGE_SEED: String(seed) };
const proof = spawnSync("npx", ["vitest", "run", "--project", "db", "tests/db/tallies/merges.test.ts"], {
  cwd: `${import.meta.dirname}/../..`,
  env,
  stdio: "inherit",
});
const seconds = Math.round((Date.now() - started) / 1000);
console.log(proof.status === 0 ? `No difference in ${seconds} s.` : `Broken. Again: seed ${seed}.`);
process.exit(proof.status ?? 2);
