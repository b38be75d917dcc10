import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { desk } from "@/lib/db/desk";
import type { SheetRow, StripBatch } from "./schema";

const SHOWN = 100;

/** Sheets that were transcribed and that nobody saw destroyed, oldest first; and how many strips are not used yet. */
export async function listSheets(viewer: Actor): Promise<{ rows: SheetRow[]; unused: number }> {
  authorise(viewer, "paper.transcribe");
  const rows = await desk().slip.findMany({
    where: { transcribedAt: { not: null }, seenAt: null },
    orderBy: [{ transcribedAt: "asc" }, { id: "asc" }],
    take: SHOWN,
    select: {
      ...{ id: true, number: true, takenOn: true, transcribedAt: true, transcribedBy: true },
      ...{ late: true, destroyedBy: true },
    },
  });
  return {
    rows: rows.flatMap(({ takenOn, transcribedAt, transcribedBy, late, ...row }) =>
      takenOn !== null && transcribedAt !== null && transcribedBy !== null
        ? [{ ...row, takenOn, transcribedAt, transcribedBy, late: late === true }]
        : [],
    ),
    unused: await desk().slip.count({ where: { transcribedAt: null } }),
  };
}

/** The sealed strips that nobody used yet, as they were made together, newest first, each with its free numbers in order. */
export async function listFreeStrips(viewer: Actor): Promise<StripBatch[]> {
  authorise(viewer, "paper.transcribe");
  const rows = await desk().slip.findMany({
    where: { transcribedAt: null },
    orderBy: [{ madeAt: "desc" }, { number: "asc" }],
    select: { number: true, madeAt: true, madeBy: true, madeWith: true, printedAt: true, printedBy: true },
  });
  const batches = new Map<number, StripBatch & { printed: Set<string> }>();
  for (const { number, printedAt: at, printedBy: by, ...made } of rows) {
    const fresh = { ...made, numbers: [], printed: new Set<string>(), lastPrinted: null };
    const batch = batches.get(made.madeAt.getTime()) ?? fresh;
    batch.numbers.push(number);
    if (at !== null && by !== null) {
      batch.printed.add(number);
      if (!batch.lastPrinted || batch.lastPrinted.at < at) batch.lastPrinted = { at, by };
    }
    batches.set(made.madeAt.getTime(), batch);
  }
  return [...batches.values()];
}
