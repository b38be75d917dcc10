import type { Command } from "commander";
import { actorFor } from "@/lib/auth/sign-in";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { erasePerson, proposeErasure } from "@/lib/publication/erasure/commands";
import { findErasable } from "@/lib/publication/erasure/queries";
import { actorPassphrase, secondPassphrase } from "../cli/prompt";
import { withDesk } from "../cli/with-desk";

interface Options {
  as: string;
  second: string;
  why: string;
  dataDir: string;
}

export default function add(program: Command): void {
  program
    .command("erase <reference>")
    .description(
      "Erase a person for good: name, words, files, page and codes. No number ever changes. Two coordinators",
    )
    .requiredOption("--as <username>", "the coordinator who proposes it (VIGILIA_PASSPHRASE)")
    .requiredOption("--second <username>", "the one who confirms it (VIGILIA_PASSPHRASE_SECOND)")
    .requiredOption("--why <text>", "why; kept sealed")
    .option("--data-dir <dir>", "the installation", ".data")
    .action((reference: string, options: Options) =>
      withDesk(options.dataDir, () => erase(reference, options)),
    );
}

async function erase(reference: string, { as, second, why }: Options): Promise<void> {
  if (as === second) throw new Refusal("same_person");
  const actor = await actorFor(as, await actorPassphrase(as), wallClock);
  const other = await actorFor(second, await secondPassphrase(second), wallClock);
  const { caseId, proposed } = await findErasable(actor, reference);
  const id = proposed ?? (await proposeErasure(actor, caseId, why, wallClock));
  await erasePerson(other, id, wallClock);
  console.log(`erased ${reference}; older backups still hold it until they are rotated out`);
}
