import type { Command } from "commander";
import type { StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { actorFor } from "@/lib/auth/sign-in";
import { confirmRegistry, inspectRegistry, stageRegistry } from "@/lib/cases/exchange/commands";
import type { Hands } from "@/lib/cases/exchange/hands/commands";
import { FileRefusal, type Inspection } from "@/lib/cases/exchange/inspecting/queries";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { Stop } from "../bootstrap/progress.mjs";
import { withHands } from "../cli/hands/hands";
import { actorPassphrase, secondPassphrase } from "../cli/prompt";
import { openRegistryFile, problemText, withBar } from "../cli/registry-file";
import { withDesk } from "../cli/with-desk";

interface Options {
  as: string;
  second?: string;
  dryRun: boolean;
  skipBad: boolean;
  dataDir: string;
}

type File = Awaited<ReturnType<typeof openRegistryFile>>;

const SHOWN = 200;

export default function add(program: Command): void {
  program
    .command("import-registry")
    .description(
      "Bring vetted cases in from a registry.jsonl: staged sealed, known only when a second person confirms",
    )
    .argument("<file>", "registry.jsonl, a header first, one case a line")
    .requiredOption("--as <username>", "the coordinator who imports (VIGILIA_PASSPHRASE)")
    .option(
      "--second <username>",
      "who confirms (VIGILIA_PASSPHRASE_SECOND); without it the file waits, sealed",
    )
    .option(
      "--dry-run",
      "print what would be made, who looks like whom and every bad line; write nothing but a line of the trail",
      false,
    )
    .option("--skip-bad", "leave bad lines out instead of refusing the file", false)
    .option("--data-dir <dir>", "the installation", ".data")
    .addHelpText(
      "after",
      "\nSafe to interrupt and run again: it goes on where it stopped, and a case already here is left as it is.",
    )
    .action((path: string, options: Options) =>
      withDesk(options.dataDir, () => importFile(path, options), { mayMake: true }),
    );
}

async function importFile(path: string, options: Options): Promise<void> {
  const file = await openRegistryFile(path);
  if (options.second === options.as) throw new Refusal("same_person");
  const actor = await actorFor(options.as, await actorPassphrase(options.as), wallClock);
  if (options.dryRun) {
    const inspection = await explained(Number.POSITIVE_INFINITY, () =>
      withBar("Reading", file.length, (bar) =>
        withHands(file.length, (hands) =>
          inspectRegistry(actor, file, wallClock, (line) => bar(line), hands),
        ),
      ),
    );
    describe(inspection, Number.POSITIVE_INFINITY);
    if (inspection.problems.length > 0 && !options.skipBad) {
      throw new Stop(`${count(inspection.problems.length, "problem")}; nothing was written (dry run).`);
    }
    return console.log("Dry run: nothing was written.");
  }
  await withHands(file.length, (hands) => bringIn(file, actor, hands, options));
}

async function bringIn(file: File, actor: StaffActor, hands: Hands, options: Options): Promise<void> {
  const second = options.second
    ? await actorFor(options.second, await secondPassphrase(options.second), wallClock)
    : null;
  if (second) authorise(second, "fact.confirm");
  const { skipBad } = options;
  const staged = await explained(SHOWN, () =>
    withBar("Reading", file.length, (bar) =>
      stageRegistry(actor, file, { skipBad, progress: bar, hands }, wallClock),
    ),
  );
  describe(staged.inspection, SHOWN);
  if (staged.confirmed)
    return console.log("This file was imported and confirmed before; nothing was changed.");
  if (!second)
    return console.log(
      "Staged, sealed, and counted nowhere. Run again with --second USERNAME to make it known.",
    );
  const done = await withBar("Confirming", file.length, (bar) =>
    confirmRegistry(second, staged.batchId, wallClock, bar, hands),
  );
  console.log(`${count(done.cases, "case")} imported and known; ${done.already} already here.`);
}

/** A file refused whole says why line by line, whoever finds it out. */
async function explained<Outcome>(shown: number, run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof FileRefusal) say(console.error, error.problems.map(problemText), shown);
    throw error;
  }
}

function describe(inspection: Inspection, shown: number): void {
  const { header, cases, already, facts, permissions, problems, warnings, alike } = inspection;
  console.log(
    `${header.source} (history: ${header.history}): ${count(cases, "case")}, ${already} already here, ${count(facts, "fact")}, ${count(permissions, "permission")}.`,
  );
  const like = alike.map((one) => `line ${one.line}: looks like ${one.like}`);
  say(console.log, like, shown);
  const notes = warnings.map((warning) => `warning: ${problemText(warning)}`);
  say(console.log, notes, shown);
  say(console.error, problems.map(problemText), shown);
}

/** The first of many lines, and that there are more; a dry run shows them all. */
function say(print: (line: string) => void, lines: readonly string[], shown: number): void {
  for (const line of lines.slice(0, shown)) print(line);
  if (lines.length > shown) print(`… and ${lines.length - shown} more; --dry-run shows them all.`);
}

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? "" : "s"}`;
