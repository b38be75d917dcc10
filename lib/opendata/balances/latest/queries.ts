import { open } from "@/lib/db/open";

/** The total of the balance in force, without reading the rest of it; null before the first. */
export async function latestTotal(): Promise<{ slug: string; at: string; total: number } | null> {
  const [row] = await open().$queryRaw<{ slug: string; at: Date; total: number }[]>`
    SELECT slug, at, (content -> 'held' ->> 'total')::int AS total FROM publication.balances
    ORDER BY published_at DESC, id DESC LIMIT 1`;
  return row ? { ...row, at: row.at.toISOString() } : null;
}
