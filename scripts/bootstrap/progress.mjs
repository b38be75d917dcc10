/** Runs one slow step, saying its name before and its seconds after, so that nobody wonders whether it hangs. */
export async function step(name, run, out = process.stdout) {
  const begun = performance.now();
  const seconds = () => ((performance.now() - begun) / 1000).toFixed(1);
  const live = out.isTTY;
  out.write(live ? `  … ${name}` : "");
  try {
    const outcome = await run();
    const note = typeof outcome === "string" && outcome !== "" ? ` — ${outcome}` : "";
    out.write(`${live ? "\r\x1b[K" : ""}  ✓ ${name} (${seconds()} s)${note}\n`);
    return outcome;
  } catch (error) {
    out.write(`${live ? "\r\x1b[K" : ""}  ✗ ${name} (${seconds()} s)\n`);
    throw error;
  }
}

/** An expected "cannot go on": printed as one sentence, without a stack, and ends with exit code 1. */
export class Stop extends Error {}

/** Prints why a command ended; the stack only for what nobody expected. Answers the exit code. */
export function explain(error) {
  if (error instanceof Stop) {
    console.error(`\n${error.message}\n`);
    return 1;
  }
  console.error(error);
  return 2;
}
