import { existsSync, writeFileSync } from "node:fs";
import { type Command, InvalidArgumentError } from "commander";
import { actorFor } from "@/lib/auth/sign-in";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { localeOf } from "@/lib/i18n/locales";
import { formatCode } from "@/lib/intake/receipt/queries";
import { makeStrips } from "@/lib/vetting/paper/commands";
import { slipText } from "@/lib/vetting/paper/rules";
import { actorPassphrase, secondPassphrase } from "../cli/prompt";
import { type Strip, stripsPage } from "../cli/strips-page";
import { withDesk } from "../cli/with-desk";

interface Options {
  language: string;
  as: string;
  second: string;
  out: string;
  dataDir: string;
}

const whole = (text: string): number => {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError("a whole number from 1 to 500");
  return Number(text);
};

export default function add(program: Command): void {
  program
    .command("strips <count>")
    .description(
      "Make slip numbers and codes for sealed strips of the paper form. Print, seal and destroy the file before another coordinator",
    )
    .requiredOption("--as <username>", "the coordinator who prints and seals (VIGILIA_PASSPHRASE)")
    .requiredOption("--second <username>", "the one who watches (VIGILIA_PASSPHRASE_SECOND)")
    .requiredOption(
      "--out <file>",
      "where to write them: a new file, readable by you alone; .html is laid out to print and fold",
    )
    .option("--language <es|en>", "of what the strips say", "es")
    .option("--data-dir <dir>", "the installation", ".data")
    .action((count: string, options: Options) => {
      const many = whole(count);
      return withDesk(options.dataDir, () => strips(many, options));
    });
}

async function strips(count: number, { as, second, out, language }: Options): Promise<void> {
  if (as === second) throw new Refusal("same_person");
  if (existsSync(out)) throw new Refusal("file_exists");
  const actor = await actorFor(as, await actorPassphrase(as), wallClock);
  const seenBy = await actorFor(second, await secondPassphrase(second), wallClock);
  writeFileSync(out, "", { flag: "wx", mode: 0o600 });
  const made = await makeStrips(actor, { count, seenBy }, wallClock);
  const address = process.env.FAMILY_ORIGIN?.replace(/^https?:\/\//, "");
  writeFileSync(out, out.endsWith(".html") ? stripsPage(made, localeOf(language), address) : plainList(made));
  console.log(`${made.length} strips in ${out}: print, seal, and destroy the file`);
}

const plainList = (made: readonly Strip[]): string =>
  `${made.map(({ number, code }) => `${slipText(number)}\t${formatCode(code)}`).join("\n")}\n`;
