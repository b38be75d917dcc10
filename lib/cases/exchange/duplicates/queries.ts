import type { StaffActor } from "@/lib/auth/actor";
import { hearAtDesk } from "@/lib/db/hearing";
import { Alike } from "@/lib/people/alike/rules";
import { openPerson, readEverybody } from "@/lib/people/indexed/reading/queries";

/**
 * Everybody in the registry, to compare a file against: each name opened once, in memory, with the actor's keys, and known by its
 * case's reference. Erased people have none. Stands apart from the index of the desk: an operator's command has no such thread, and a
 * file may hold as many as the registry.
 */
export async function everybodyHere(keys: StaffActor["keys"]): Promise<Alike> {
  const found = new Alike();
  const ear = await hearAtDesk(
    null,
    () => undefined,
    () => undefined,
  );
  try {
    for await (const rows of readEverybody(ear)) {
      for (const { wrapped_key, identity, ...row } of rows) {
        if (!wrapped_key || !identity) continue;
        const { person, reference } = openPerson(keys, { ...row, wrapped_key, identity });
        if (reference) found.add(person, reference);
      }
    }
    return found;
  } finally {
    await ear.close();
  }
}
