import { Readable } from "node:stream";
import type { StaffActor } from "@/lib/auth/actor";
import { archiveCopy } from "@/lib/claims/copies/commands";
import { enterAgain, enterFigure, publishEntry, setAsideEntry } from "@/lib/claims/entries/commands";
import { typedFigure } from "@/lib/claims/entries/schema";
import { findFigure } from "@/lib/claims/ledger/queries";
import { withdrawFigure } from "@/lib/claims/withdrawals/commands";
import { wallClock } from "@/lib/core/clock";
import type { Team } from "./case";
import { PAYLOADS } from "./payloads";
import type { Words } from "./words";

/** Figures entered at the desk: one published by a second person and withdrawn, one set aside, one that waits; answers the one with a copy of its source. */
export async function hostileEntries(
  { carmen, carlos }: Pick<Team, "carmen" | "carlos">,
  words: Words,
  cell: (field: string, most: number) => string,
): Promise<string> {
  let copied = "";
  const why = () => words.of("claim.why", { most: 900 });
  const pages = PAYLOADS.map(({ text }) => text).join("\n");
  const typed = () =>
    typedFigure.parse({
      ...{ claimant: "x7", claimant_kind: "ngo", measure: "held_now", kind: "stock", stage: "reported" },
      ...{ population: "all", value: "7", qualifier: "exact", unit: "persons", names_published: "unknown" },
      ...{ house_arrest_counted: "unknown", as_of: "2026-01-05", source_url: "https://x7.invalid/7" },
      ...{ quote: cell("quote", 60), note: cell("note", 300) },
      ...{ source_title: cell("title", 200), source_outlet: cell("outlet", 120) },
    });
  const entryOf = async (id: string) => (await findFigure(carmen, id)).waiting?.entryId ?? "";
  // Whole, every text goes once into every reason.
  for (let turn = 0; turn < words.many(40); turn++) {
    const published = await enterFigure(carmen, typed(), wallClock);
    await publishEntry(carlos, await entryOf(published), wallClock);
    const { over } = await findFigure(carmen, published);
    const again = () => ({ ...typed(), id: published, over, why: why() });
    await enterAgain(carmen, again(), wallClock);
    await setAsideEntry(carlos, await entryOf(published), why(), wallClock);
    await withdrawFigure(carlos, { id: published, why: why() }, wallClock);
    await enterAgain(carmen, again(), wallClock);
    const waiting = await enterFigure(carmen, typed(), wallClock);
    copied ||= await archiveText(
      carmen,
      waiting,
      `<html><body><p>${pages}</p><pre>${pages}</pre></body></html>`,
    );
  }
  return copied;
}

/** A copy of a source beside a figure, as somebody saved its page; answers the figure. */
export async function archiveText(by: StaffActor, claimId: string, page: string): Promise<string> {
  await archiveCopy(by, { claimId, file: Readable.from([Buffer.from(page)]) }, wallClock);
  return claimId;
}
