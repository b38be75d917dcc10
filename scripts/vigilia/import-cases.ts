import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import { authorise } from "@/lib/auth/permissions";
import { actorFor } from "@/lib/auth/sign-in";
import { confirmRegistry } from "@/lib/cases/exchange/commands";
import {
  type InspectedTemplate,
  inspectTemplate,
  stageTemplate,
  TemplateRefusal,
} from "@/lib/cases/exchange/template/commands";
import type { ReadTemplate } from "@/lib/cases/exchange/template/rules";
import {
  badRows,
  columnsPage,
  emptyTemplate,
  noticeWords,
  problemWords,
} from "@/lib/cases/exchange/template/writing/rules";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { translator } from "@/lib/i18n/messages";
import { Stop } from "../bootstrap/progress.mjs";
import { operatorLocale } from "../cli/outcome";
import { actorPassphrase, secondPassphrase } from "../cli/prompt";
import { withBar } from "../cli/registry-file";
import { withDesk } from "../cli/with-desk";

interface Options {
  source?: string;
  as?: string;
  second?: string;
  dryRun: boolean;
  skipBad: boolean;
  bad?: string;
  template: boolean;
  columns: boolean;
  dataDir: string;
}

type Import = Options & { source: string; as: string; bytes: Buffer; path: string };

const SHOWN = 200;
const say = () => translator(operatorLocale(), "imports");

/** `import-cases FILE.csv`: rows of an organisation's sheet as cases that wait for evaluation; no row counts before two people decide it. */
export default function add(program: Command): void {
  program
    .command("import-cases")
    .description(
      "Bring rows of the CSV template in as cases that wait for evaluation: sealed, counted nowhere",
    )
    .argument("[file]", "CSV under the template's headers, as any spreadsheet saves it")
    .option("--template", "print the empty template with one invented row, and nothing else", false)
    .option("--columns", "print every column and what it may say, and nothing else", false)
    .option(
      "--source <name>",
      "the organisation the rows come from; with each row's clave it makes importing idempotent",
    )
    .option("--as <username>", "the coordinator who imports (VIGILIA_PASSPHRASE)")
    .option(
      "--second <username>",
      "who confirms (VIGILIA_PASSPHRASE_SECOND); without it the batch waits for the desk",
    )
    .option(
      "--dry-run",
      "print what would be made, who resembles whom and every bad row; write nothing",
      false,
    )
    .option("--skip-bad", "leave bad rows out instead of refusing the file", false)
    .option("--bad <file>", "write the bad rows with their reasons to a new CSV that only you can read")
    .option("--data-dir <dir>", "the installation", ".data")
    .addHelpText(
      "after",
      "\nSafe to interrupt and run again: it goes on where it stopped, and a row already here is left as it is.",
    )
    .action(async (path: string | undefined, options: Options) => {
      if (options.template) return void process.stdout.write(emptyTemplate());
      if (options.columns) return void process.stdout.write(columnsPage(operatorLocale()));
      const { source = "", as = "" } = options;
      if (!path || !source.trim() || !as)
        throw new Stop("Give the file, --source NAME and --as USERNAME; --help says more.");
      if (!existsSync(path)) throw new Stop(`${path}: no such file`);
      if (statSync(path).isDirectory()) throw new Stop(`${path}: a directory, not a file`);
      if (options.second === as) throw new Refusal("same_person");
      if (options.bad && existsSync(options.bad)) throw new Refusal("file_exists");
      const bytes = readFileSync(path);
      const asked = { ...options, source: source.trim(), as, bytes, path };
      await withDesk(options.dataDir, () => importFile(asked), { mayMake: true });
    });
}

async function importFile(asked: Import): Promise<void> {
  const t = say();
  const actor = await actorFor(asked.as, await actorPassphrase(asked.as), wallClock);
  if (asked.dryRun) {
    const seen = await explained(asked, () => inspectTemplate(actor, asked, wallClock));
    describe(seen, asked);
    if (seen.template.problems.length > 0 && !asked.skipBad) throw new Stop(nothingWritten(seen.template));
    return console.log(t("said.dryRun"));
  }
  const second = asked.second
    ? await actorFor(asked.second, await secondPassphrase(asked.second), wallClock)
    : null;
  if (second) authorise(second, "fact.confirm");
  const { skipBad } = asked;
  const lines = asked.bytes.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 1);
  const staged = await explained(asked, () =>
    withBar("Staging", lines, (progress) => stageTemplate(actor, asked, { skipBad, progress }, wallClock)),
  );
  describe(staged, asked);
  if (staged.confirmed) return console.log(t("said.before"));
  if (!second) return console.log(t("said.staged", { id: staged.batchId }));
  const done = await withBar("Confirming", lines, (progress) =>
    confirmRegistry(second, staged.batchId, wallClock, progress),
  );
  console.log(t("said.done", done));
}

/** A file refused whole says why, row by row, and leaves the bad rows where they were asked for. */
async function explained<Outcome>(asked: Import, run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof TemplateRefusal)) throw error;
    printProblems(error.template);
    writeBad(error.template, asked);
    throw new Stop(nothingWritten(error.template));
  }
}

const nothingWritten = ({ problems }: ReadTemplate) =>
  say()("said.nothingWritten", { count: problems.length });

function describe({ template, inspection }: InspectedTemplate, asked: Import): void {
  const t = say();
  const { cases, already, facts, alike } = inspection;
  const counts = { cases, already, facts, alike: alike.length, bad: template.bad.length };
  console.log(t("said.summary", { source: asked.source, ...counts }));
  for (const { line, like } of alike.slice(0, SHOWN)) {
    const twin = /^line (\d+)$/.exec(like)?.[1];
    console.log(t("said.alike", { line, like: twin ? t("said.likeLine", { line: twin }) : like }));
  }
  for (const notice of template.notices.slice(0, SHOWN)) {
    console.log(t("said.notice", { text: noticeWords(notice, operatorLocale()) }));
  }
  printProblems(template);
  writeBad(template, asked);
}

function printProblems({ problems }: ReadTemplate): void {
  for (const problem of problems.slice(0, SHOWN)) console.error(problemWords(problem, operatorLocale()));
  if (problems.length > SHOWN) console.error(say()("said.more", { count: problems.length - SHOWN }));
}

function writeBad(template: ReadTemplate, { bad }: Import): void {
  if (!bad || template.bad.length === 0) return;
  writeFileSync(bad, badRows(template, operatorLocale()), { mode: 0o600, flag: "wx" });
  console.error(say()("said.badWritten", { file: bad }));
}
