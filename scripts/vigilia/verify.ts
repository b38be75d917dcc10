import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Command } from "commander";
import { allHold, verifyFollows, verifyZip } from "@/lib/balances/verification/rules";
import type { Check, Verdict } from "@/lib/balances/verification/schema";
import { translator } from "@/lib/i18n/messages";
import { Stop } from "../bootstrap/progress.mjs";
import { operatorLocale } from "../cli/outcome";
import { type TrailOptions, verifyInstallation } from "../cli/trail";
import { withDesk } from "../cli/with-desk";

export default function add(program: Command): void {
  program
    .command("verify [file...]")
    .description(
      "Check a balance's zip, or a chain of them, with no database at hand; without a file, the trail of acts of this installation",
    )
    .option("--key <hex>", "a public key that you trust; give it once for each", collect, [])
    .option("--data-dir <dir>", "the installation whose trail is checked", ".data")
    .option("--checkpoint <file>", "a seal of the trail carried outside; give it once for each", collect, [])
    .option(
      "--checkpoints <dir>",
      "where seals are kept: without --checkpoint the newest vigilia-sello-*.txt in it",
      ".",
    )
    .option("--as <username>", "also check the marks of the vault, as somebody who may read the trail")
    .addHelpText(
      "after",
      `
Balance pages print the keys. Without --key, only that two keys signed is known, not whose they are.
Seals of the trail come from the desk (Registro de actos), signed by whoever carried them outside. Against one of them a trail
rewritten, shortened or restored from an older copy shows, whoever held the database; without any, only a careless change does.
Exit codes here: 0 everything holds, 1 something does not (or bad input), 2 broken.`,
    )
    .action((files: string[], { key, ...trail }: TrailOptions & { key: string[] }) => {
      const pins = pinned(key);
      if (files.length > 0) return verify(files, pins);
      return withDesk(trail.dataDir, () => verifyInstallation(trail, pins));
    });
}

const collect = (value: string, before: string[]) => [...before, value];

function pinned(keys: string[]): string[] {
  const t = translator(operatorLocale(), "archive");
  for (const key of keys)
    if (!/^[0-9a-f]{64}$/i.test(key)) throw new Stop(t("verify.badKey", { key: key.slice(0, 80) }));
  return keys.map((key) => key.toLowerCase());
}

function verify(files: string[], pins: string[]): void {
  const t = translator(operatorLocale(), "archive");
  const verdicts = files.map((file) => {
    const verdict = verifyZip(read(file), pins);
    const { slug = "?", held } = verdict.content ?? {};
    console.log(t("verify.file", { file: basename(file), slug, total: held?.total ?? "?" }));
    for (const check of verdict.checks) say(check);
    return verdict;
  });
  const links = inOrder(verdicts).flatMap((verdict, place, all) => {
    const before = all[place - 1];
    return before ? [verifyFollows(before, verdict)] : [];
  });
  for (const link of links) say(link);
  const good = verdicts.every(allHold) && links.every(({ holds }) => holds);
  if (good && pins.length === 0) console.log(t("verify.noPins"));
  if (!good) throw new Stop(t("verify.failed"));
  console.log(t("verify.good"));
}

function say({ name, holds, values }: Check): void {
  const t = translator(operatorLocale(), "archive");
  const words = t(`verify.${holds ? "checks" : "why"}.${name}`, values as never);
  console.log(t(holds ? "verify.ok" : "verify.bad", { words }));
}

/** A chain is checked in the order of publication, however the files were given. */
const inOrder = (verdicts: Verdict[]): Verdict[] =>
  verdicts.toSorted((a, b) => (a.content?.known ?? "").localeCompare(b.content?.known ?? ""));

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new Stop(translator(operatorLocale(), "archive")("verify.unreadable", { file }));
  }
}
