import type { Actor } from "@/lib/auth/actor";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { SOUND, soundsOf } from "./rules";

/** Pages marked in one statement. */
const AT_ONCE = 1_000;

/** Lets pages be found by how their names sound. The database writes the other marks itself and takes all of them away with a page. */
export async function markSounds(tx: Tx, ...pages: { reference: string; name: string }[]): Promise<void> {
  await tx.namedMark.createMany({
    data: pages.flatMap(({ reference, name }) => soundsOf(name).map((mark) => ({ reference, mark }))),
    skipDuplicates: true,
  });
}

/** Does it for pages named before sounds were kept. They are derived from what is printed, so no act is written down. */
export async function markEarlierPages(actor: Actor): Promise<number> {
  if (actor.kind !== "system") throw new Refusal("not_permitted");
  const rows = await desk().$queryRaw<{ reference: string; name: string }[]>`
    SELECT n.reference, n.name FROM publication.named_cases n
    WHERE NOT EXISTS (SELECT FROM publication.named_marks m WHERE m.reference = n.reference AND m.mark >= ${SOUND})`;
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await desk().$transaction((tx) => markSounds(tx, ...rows.slice(from, from + AT_ONCE)));
  return rows.length;
}
