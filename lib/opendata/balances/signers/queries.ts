import { open } from "@/lib/db/open";
import { type Signer, signer } from "./schema";

/** Every key that has signed a published balance, the latest to sign first. */
export async function listSigners(): Promise<Signer[]> {
  const rows = await open().$queryRaw<unknown[]>`
    SELECT s ->> 'publicKey' AS "publicKey", count(*)::int AS balances,
      (array_agg(b.slug ORDER BY b.published_at, b.id))[1] AS first,
      (array_agg(b.slug ORDER BY b.published_at DESC, b.id DESC))[1] AS last
    FROM publication.balances b, LATERAL jsonb_array_elements(b.signatures) AS s
    GROUP BY 1 ORDER BY max(b.published_at) DESC, 1`;
  return rows.map((row) => signer.parse(row));
}
