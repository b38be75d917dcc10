import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SingleBar } from "cli-progress";
import { type Checkpoint, readCheckpoint } from "@/lib/audit/checkpoint";
import { trailOf, verifyTrail } from "@/lib/audit/queries";
import type { Actor } from "@/lib/auth/actor";
import { actorFor } from "@/lib/auth/sign-in";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { Stop } from "../bootstrap/progress.mjs";
import { operatorLocale } from "./outcome";
import { actorPassphrase } from "./prompt";

export interface TrailOptions {
  dataDir: string;
  checkpoint: string[];
  checkpoints: string;
  as?: string;
}

interface Seal extends Checkpoint {
  file: string;
}

/** Checks the trail of this installation from its first act to its last against seals carried outside; stops with why it fails. */
export async function verifyInstallation(options: TrailOptions, pins: readonly string[]): Promise<void> {
  const t = translator(operatorLocale(), "archive");
  const actor: Actor = options.as
    ? await actorFor(options.as, await actorPassphrase(options.as), wallClock)
    : { kind: "operator" };
  const { acts, vaults } = await trailOf(actor);
  const seals =
    options.checkpoint.length > 0 ? options.checkpoint.map(readSeal) : newestIn(options.checkpoints);
  for (const seal of seals) refuseForeign(seal, vaults, pins);
  const bar = new SingleBar({
    format: `{bar} {value}/{total} ${t("trail.checking")}`,
    noTTYOutput: false,
    stream: process.stderr,
  });
  bar.start(acts, 0);
  const check = await verifyTrail(actor, { noted: seals, seen: (rows) => bar.update(rows) }).finally(() =>
    bar.stop(),
  );
  for (const { file, by, at, seq } of seals)
    console.log(t("trail.against", { file, by, at, seq: String(seq) }));
  if (!check.whole) throw new Stop(t("trail.broken", { seq: String(check.brokenAt) }));
  const hash = Buffer.from(check.head?.hash ?? []).toString("hex");
  console.log(t("trail.whole", { rows: check.rows, head: hash || "—" }));
  if (actor.kind === "staff") console.log(t("trail.marks"));
  const [last] = seals.toSorted((a, b) => Number(b.seq - a.seq));
  if (!last) console.log(t("trail.noSeal"));
  else if (check.rows > Number(last.seq))
    console.log(t("trail.behind", { n: check.rows - Number(last.seq) }));
  if (last && pins.length === 0) console.log(t("trail.anyKey", { key: last.publicKey }));
}

function refuseForeign(
  { file, vault, publicKey }: Seal,
  vaults: readonly string[],
  pins: readonly string[],
): void {
  const t = translator(operatorLocale(), "archive");
  if (!vaults.includes(vault)) throw new Stop(t("trail.otherSeal", { file }));
  if (pins.length > 0 && !pins.includes(publicKey)) throw new Stop(t("trail.unknownKey", { file }));
}

function readSeal(file: string): Seal {
  const t = translator(operatorLocale(), "archive");
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new Stop(t("verify.unreadable", { file }));
  }
  const note = readCheckpoint(text);
  if (!note) throw new Stop(t("trail.badSeal", { file }));
  return { ...note, file };
}

/** The one that covers most; a file of that name that is no seal is said, never passed over. */
function newestIn(directory: string): Seal[] {
  let names: string[];
  try {
    names = readdirSync(directory);
  } catch {
    throw new Stop(translator(operatorLocale(), "archive")("verify.unreadable", { file: directory }));
  }
  const seals = names
    .filter((name) => /^vigilia-sello-.*\.txt$/.test(name))
    .map((name) => readSeal(join(directory, name)));
  return seals.toSorted((a, b) => Number(b.seq - a.seq)).slice(0, 1);
}
