import type { Actor } from "@/lib/auth/actor";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { SOUND, soundsOf } from "./rules";

/** Lets a page be found by how its name sounds. The database writes the other marks itself and takes all of them away with the page. */
export async function markSounds(
  tx: Tx,
  page: { reference: string; name: string; sortKey: string },
): Promise<void> {
  await tx.namedMark.createMany({
    data: soundsOf(page.name).map((mark) => ({ mark, sortKey: page.sortKey, reference: page.reference })),
    skipDuplicates: true,
  });
}

/** Does it for pages named before sounds were kept. They are derived from what is printed, so no act is written down. */
export async function markEarlierPages(actor: Actor): Promise<number> {
  if (actor.kind !== "system") throw new Refusal("not_permitted");
  const rows = await desk().$queryRaw<{ reference: string; name: string; sortKey: string }[]>`
    SELECT n.reference, n.name, n.sort_key AS "sortKey" FROM publication.named_cases n
    WHERE NOT EXISTS (SELECT FROM publication.named_marks m WHERE m.reference = n.reference AND m.mark >= ${SOUND})`;
  for (const row of rows) await desk().$transaction((tx) => markSounds(tx, row));
  return rows.length;
}
