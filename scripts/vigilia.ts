import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Command, CommanderError } from "commander";
import { ROOT } from "./bootstrap/install.mjs";
import { explainOutcome } from "./cli/outcome";
import { generateClient } from "./database/generate";

type AddCommand = (program: Command) => void;

/** `npm run vigilia -- <command>`: each file of scripts/vigilia adds its own. Exit codes: 0 done, 1 refused, 2 broken. */
async function main(): Promise<number> {
  await generateClient();
  const program = new Command("vigilia")
    .description("Operators' commands of the registry")
    .configureHelp({ showGlobalOptions: true })
    .addHelpText("after", "\nExit codes: 0 done, 1 refused or bad input with nothing written, 2 broken.")
    .exitOverride();
  const directory = join(ROOT, "scripts", "vigilia");
  for (const name of readdirSync(directory).sort()) {
    if (!name.endsWith(".ts")) continue;
    const { default: add } = (await import(pathToFileURL(join(directory, name)).href)) as {
      default: AddCommand;
    };
    add(program);
  }
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync(process.argv);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    return explainOutcome(error);
  }
}

const code = await main();
process.stdout.write("", () => process.exit(code));
