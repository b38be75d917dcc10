import { existsSync, readFileSync } from "node:fs";
import type { Command } from "commander";
import { importClaims } from "@/lib/claims/commands";
import { type CellError, FileRefusal, type LineError } from "@/lib/claims/file/schema";
import { wallClock } from "@/lib/core/clock";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { Stop } from "../bootstrap/progress.mjs";
import { operatorLocale } from "../cli/outcome";
import { withDesk } from "../cli/with-desk";

const linesShown = 50;

/** `import-claims FILE.csv`: published figures into the ledger, whole or not at all, with every bad line named. */
export default function importClaimsCommand(program: Command): void {
  program
    .command("import-claims")
    .description("Read a CSV of published figures into the ledger of claims; a bad file changes nothing")
    .argument("<file>", "CSV in UTF-8 with the columns of prisma/seed/claims.csv")
    .option("--dry-run", "check and count, write nothing", false)
    .option("--data-dir <dir>", "the installation's data directory", ".data")
    .action(async (file: string, options: { dryRun: boolean; dataDir: string }) => {
      if (!existsSync(file)) throw new Stop(`${file}: no such file`);
      const content = readFileSync(file);
      await withDesk(options.dataDir, () => importFile(content, options.dryRun), { mayMake: true });
    });
}

async function importFile(content: Buffer, dryRun: boolean): Promise<void> {
  const say = translator(operatorLocale(), "claims");
  try {
    const done = await importClaims({ kind: "operator" }, content, wallClock, { dryRun });
    for (const { line, id, flags } of done.flagged) {
      const partitions = flags
        .map((flag) => wordsOf(operatorLocale(), "claims").say(`partitions.${flag}`))
        .join(", ");
      console.log(say("import.flagged", { line, id, partitions }));
    }
    console.log(say("import.done", { ...done, flagged: done.flagged.length }));
    if (dryRun) console.log(say("import.dryRun"));
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    for (const wrong of error.errors.slice(0, linesShown)) console.error(lineWords(wrong));
    const more = error.errors.length - linesShown;
    if (more > 0) console.error(say("import.more", { count: more }));
    throw error;
  }
}

/** One thing wrong in a file, in the operator's language. */
export function lineWords({ line, column, code, values }: LineError, locale = operatorLocale()): string {
  const say = translator(locale, "claims");
  const what = say(`errors.${code satisfies CellError}`, values as never);
  return column ? say("import.line", { line, column, what }) : say("import.lineOnly", { line, what });
}
