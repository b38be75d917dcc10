import type { StaffActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/connect";
import { contextOf } from "@/lib/people/queries";
import { type Identity, identityInput } from "@/lib/people/schema";
import { openPersonKey } from "@/lib/vault/person";
import { openUnder } from "@/lib/vault/seal";
import { Lookalikes } from "./rules";

const PAGE = 2000;

interface PersonRow {
  id: string;
  wrapped_key: Uint8Array;
  identity: Uint8Array;
  reference: string;
  birth_year: number | null;
}

/**
 * Everybody in the registry, to compare a file against: each name opened once, in memory, with the actor's keys, and known by its
 * case's reference. Erased people have none.
 */
export async function everybodyHere(tx: Tx, keys: StaffActor["keys"]): Promise<Lookalikes> {
  const found = new Lookalikes();
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await tx.$queryRaw<PersonRow[]>`
      SELECT p.id, p.wrapped_key, p.identity, c.reference, t.birth_year
      FROM registry.people p JOIN registry.cases c ON c.person_id = p.id
      LEFT JOIN LATERAL (
        SELECT coalesce(extract(year FROM t.birth_date)::int, t.birth_year) AS birth_year FROM registry.traits t
        WHERE t.person_id = p.id ORDER BY t.known_from DESC NULLS LAST LIMIT 1
      ) t ON true
      WHERE p.id > ${after}::uuid AND p.wrapped_key IS NOT NULL AND p.identity IS NOT NULL
      ORDER BY p.id LIMIT ${PAGE}`;
    for (const { id, wrapped_key, identity, reference, birth_year } of rows) {
      const opened: Identity = identityInput.parse(
        openUnder(openPersonKey(keys, wrapped_key), identity, contextOf(id)),
      );
      found.add(opened, birth_year, reference);
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < PAGE) return found;
  }
}
