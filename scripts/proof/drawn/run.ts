import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";

/** One test of the database run over more drawn cases than CI has time for: how many are a word of the command, and so is the seed. */
interface Drawn {
  command: string;
  what: "histories" | "sequences";
  byDefault: number;
  test: string;
  /** What the names of its settings begin with. */
  named: "ORACLE" | "MERGE";
}

/** Runs it and ends the process with its outcome. A difference is printed with the seed that finds it again. */
export function runDrawn({ command, what, byDefault, test, named }: Drawn): never {
  const [many = byDefault, seed = randomInt(2 ** 31)] = process.argv.slice(2).map(Number);
  if (!Number.isSafeInteger(many) || many < 1 || !Number.isSafeInteger(seed)) {
    console.error(`npm run ${command} [-- ${what.toUpperCase()} [SEED]]`);
    process.exit(1);
  }
  console.log(`${many} ${what}, seed ${seed}`);
  const started = Date.now();
  const settings = { [`${named}_${what.toUpperCase()}`]: String(many), [`${named}_SEED`]: String(seed) };
  const proof = spawnSync("npx", ["vitest", "run", "--project", "db", test], {
    cwd: `${import.meta.dirname}/../../..`,
    env: { ...process.env, ...settings },
    stdio: "inherit",
  });
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(proof.status === 0 ? `No difference in ${seconds} s.` : `Broken. Again: seed ${seed}.`);
  process.exit(proof.status ?? 2);
}
