import type { Tx } from "@/lib/db/connect";
import { sha256 } from "./rules";
import type { Manifest } from "./schema";

/** What was signed at the publication moment before, by its SHA-256. */
export async function findPrevious(tx: Tx, slug: string | null): Promise<Manifest["previous"]> {
  if (slug === null) return null;
  const row = await tx.publishedBalance.findUniqueOrThrow({
    where: { slug },
    select: { manifest: true, contentHash: true },
  });
  return { slug, sha256: row.manifest ? sha256(row.manifest) : Buffer.from(row.contentHash).toString("hex") };
}

/** SHA-256 of the key of everybody who may sign a balance today. */
export async function listSigners(tx: Tx): Promise<string[]> {
  const rows = await tx.staff.findMany({
    where: { role: "coordinator", disabledAt: null },
    select: { signingPublicKey: true },
  });
  return rows.map(({ signingPublicKey }) => sha256(signingPublicKey));
}
