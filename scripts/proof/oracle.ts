import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";

// npm run proof:oracle [-- HISTORIES [SEED]]: the counting in PostgreSQL against the naive oracle of the tests, on more people than
// CI has time for, and on others each time. A difference is shrunk and printed with its seed.
const histories = Number(process.argv[2] ?? 20_000);
const seed = Number(process.argv[3] ?? randomInt(2 ** 31));
if (!Number.isSafeInteger(histories) || histories < 1 || !Number.isSafeInteger(seed)) {
  console.error("npm run proof:oracle [-- HISTORIES [SEED]]");
  process.exit(1);
}

console.log(`${histories} histories, seed ${seed}`);
const started = Date.now();
const env = { ...process.env, ORACLE_HISTORIES: String(histories), ORACLE_SEED: String(seed) };
const proof = spawnSync("npx", ["vitest", "run", "--project", "db", "tests/db/tallies/oracle.test.ts"], {
  cwd: `${import.meta.dirname}/../..`,
  env,
  stdio: "inherit",
});
const seconds = Math.round((Date.now() - started) / 1000);
console.log(proof.status === 0 ? `No difference in ${seconds} s.` : `Broken. Again: seed ${seed}.`);
process.exit(proof.status ?? 2);
