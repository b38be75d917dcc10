import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Clock, wallClock } from "@/lib/core/clock";
import { ROOT } from "../bootstrap/install.mjs";
import { step } from "../bootstrap/progress.mjs";

/** What a step of the first start is told. `progress` shows how far a long one has come, from 0 to 1. */
export type FirstStart = {
  dataDir: string;
  demo: boolean;
  demoStaff: boolean;
  clock: Clock;
  progress: (fraction: number) => void;
};

/** One file of scripts/steps: safe to run again, it looks first and does nothing where there is nothing to do. */
export type FirstStep = {
  name: string;
  order?: number;
  /** Whether this start asks for it; absent: always. */
  asked?(start: Pick<FirstStart, "demo" | "demoStaff">): boolean;
  run(start: FirstStart): Promise<string | undefined>;
};

/** Runs every step of scripts/steps in order, each with its name and seconds. */
export async function runFirstSteps(start: Omit<FirstStart, "clock" | "progress">): Promise<void> {
  for (const one of await findSteps()) {
    if (one.asked && !one.asked(start)) continue;
    await step(one.name, () => one.run({ ...start, clock: wallClock, progress: progressLine(one.name) }));
  }
}

async function findSteps(): Promise<FirstStep[]> {
  const directory = join(ROOT, "scripts", "steps");
  const files = readdirSync(directory).filter((name) => name.endsWith(".ts"));
  const steps = await Promise.all(
    files.map((file) => import(pathToFileURL(join(directory, file)).href) as Promise<FirstStep>),
  );
  return steps.sort((a, b) => (a.order ?? 50) - (b.order ?? 50));
}

function progressLine(name: string): (fraction: number) => void {
  let last = -1;
  return (fraction) => {
    const percent = Math.floor(fraction * 20) * 5;
    if (percent === last) return;
    last = percent;
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K  … ${name} ${percent} %`);
    else if (percent % 25 === 0) process.stdout.write(`    ${name}: ${percent} %\n`);
  };
}
