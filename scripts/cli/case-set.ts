import { existsSync, writeFileSync } from "node:fs";
import type { StaffActor } from "@/lib/auth/actor";
import { proveSet, revealSet } from "@/lib/balances/caseset/commands";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { translator } from "@/lib/i18n/messages";
import { Stop } from "../bootstrap/progress.mjs";
import { operatorLocale } from "./outcome";

/** Says whether the registry still counts the cases a balance committed to; where asked by two, writes what proves it to others. */
export async function provedSet(
  slug: string,
  actor: StaffActor,
  second: StaffActor | null,
  file?: string,
): Promise<void> {
  const t = translator(operatorLocale(), "archive");
  if (file && !second) throw new Refusal("second_person_needed");
  if (file && existsSync(file)) throw new Refusal("file_exists");
  const { holds, people, published, recomputed } = await proveSet(actor, slug, wallClock);
  const values = { slug, people, published, recomputed };
  if (!holds) throw new Stop(t("set.differs", values));
  console.log(t("set.holds", values));
  if (!file || !second) return;
  const revealed = await revealSet(actor, second, slug, wallClock);
  writeFileSync(file, `${JSON.stringify(revealed, null, 1)}\n`, { mode: 0o600, flag: "wx" });
  console.log(t("set.written", { file }));
}
