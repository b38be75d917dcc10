import { once } from "node:events";
import { createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { Writable } from "node:stream";
import { Encrypter } from "age-encryption";
import type { Command } from "commander";
import { actorFor } from "@/lib/auth/sign-in";
import { exportRegistry } from "@/lib/cases/exchange/exporting/commands";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { Stop } from "../bootstrap/progress.mjs";
import { actorPassphrase, secondPassphrase } from "../cli/prompt";
import { withBar } from "../cli/registry-file";
import { withDesk } from "../cli/with-desk";

interface Options {
  as: string;
  second?: string;
  to: string[];
  plain: boolean;
  source: string;
  dataDir: string;
}

export default function add(program: Command): void {
  program
    .command("export-registry")
    .description("Write every case to a registry.jsonl, encrypted to age recipients")
    .argument("<file>", "where to; never overwritten")
    .requiredOption("--as <username>", "the coordinator who exports (VIGILIA_PASSPHRASE)")
    .option("--second <username>", "a second person, needed for --plain (VIGILIA_PASSPHRASE_SECOND)")
    .option("--to <recipient...>", "age recipients (age1…) who may open it", [])
    .option(
      "--plain",
      "do not encrypt: names and numbers of everybody, readable by whoever finds the file",
      false,
    )
    .option("--source <name>", "how this registry is called in the file", "vigilia")
    .option("--data-dir <dir>", "the installation", ".data")
    .action((path: string, options: Options) => withDesk(options.dataDir, () => exportFile(path, options)));
}

async function exportFile(path: string, { as, second, to, plain, source }: Options): Promise<void> {
  if (existsSync(path)) throw new Refusal("file_exists");
  if (plain === to.length > 0)
    throw new Stop("Give age recipients with --to age1…, or say --plain (with --second), one of the two.");
  const actor = await actorFor(as, await actorPassphrase(as), wallClock);
  const other = second ? await actorFor(second, await secondPassphrase(second), wallClock) : null;
  const part = `${path}.part`;
  const file = createWriteStream(part, { mode: 0o600 });
  try {
    const sink = plain ? file : await encryptedTo(to, file);
    const write = async (line: string) => {
      if (!sink.write(`${line}\n`)) await once(sink, "drain");
    };
    const { cases, correctedTraits } = await withBar("Writing", 1, (bar) =>
      exportRegistry(actor, { source, plain, second: other }, wallClock, write, (done, of) =>
        bar(done, "Writing", of),
      ),
    );
    sink.end();
    await once(file, "close");
    renameSync(part, path);
    console.log(`${cases} cases written to ${path}${plain ? ", not encrypted" : ""}.`);
    if (correctedTraits > 0)
      console.log(
        `warning: of ${correctedTraits} people the age, sex, nationality, service or sectors were corrected. The file bears only what stands now: imported elsewhere, answers as known before the correction may differ in those lines.`,
      );
  } catch (error) {
    file.destroy();
    rmSync(part, { force: true });
    throw error;
  }
}

/** A stream whose every byte reaches the file encrypted to these recipients. */
async function encryptedTo(recipients: readonly string[], file: Writable): Promise<Writable> {
  const age = new Encrypter();
  for (const recipient of recipients) age.addRecipient(recipient);
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const encrypted = await age.encrypt(readable);
  encrypted.pipeTo(Writable.toWeb(file)).catch((error: Error) => file.destroy(error));
  return Writable.fromWeb(writable as Parameters<typeof Writable.fromWeb>[0]);
}
