import { parseArgs } from "node:util";
import { explain, Stop } from "../bootstrap/progress.mjs";
import { type Count, NOTHING, sum } from "./count";
import { PARTS, type Part } from "./steps";

const HELP = `npm test -- [--only PART …]\n\nParts: ${PARTS.map((part) => part.name).join(", ")}`;

/** Runs the parts one after the other, says what each came to, and ends with one plain line for machines. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { only: { type: "string", multiple: true }, help: { type: "boolean" } },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const parts = chosen(values.only);
  const results: { part: Part; count: Count; seconds: number }[] = [];
  for (const part of parts) {
    console.log(`\n── ${part.name} ${"─".repeat(Math.max(0, 70 - part.name.length))}`);
    const begun = performance.now();
    const count = await attempt(part);
    results.push({ part, count, seconds: (performance.now() - begun) / 1000 });
  }
  console.log("\n── summary ─────────────────────────────────────────────────────────────");
  for (const { part, count, seconds } of results) {
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
    const outcome = count.notRun
      ? `not run: ${count.notRun}`
      : `${count.passed} passed, ${count.failed} failed${skipped}`;
    console.log(`${part.name.padEnd(16)} ${seconds.toFixed(1).padStart(7)} s   ${outcome}`);
  }
  const notRun = results.filter(({ count }) => count.notRun).map(({ part }) => part.name);
  if (notRun.length > 0) console.log(`Not run: ${notRun.join(", ")}`);
  const total = sum(results.map(({ count }) => count));
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}

function chosen(only: string[] | undefined): Part[] {
  if (!only) return PARTS;
  const unknown = only.filter((name) => !PARTS.some((part) => part.name === name));
  if (unknown.length > 0) throw new Stop(`There is no part "${unknown.join(", ")}".\n\n${HELP}`);
  return PARTS.filter((part) => only.includes(part.name));
}

async function attempt(part: Part): Promise<Count> {
  try {
    return await part.run();
  } catch (error) {
    explain(error);
    return { ...NOTHING, failed: 1 };
  }
}

// Nothing may follow the last line, also not a warning of npm's about the code, so the process ends here.
const code = await main().catch(explain);
process.stdout.write("", () => process.exit(code));
