import { open } from "@/lib/db/open";
import { findBalance } from "../queries";

export { ZIP } from "@/lib/balances/files/schema";

/** One file of a balance as its page lists it. */
export interface ListedFile {
  name: string;
  size: number;
  sha256: string;
}

/** The files of a balance in their order, the zip first, without their bytes; none for a balance of format 1. */
export async function listFiles(balanceId: string): Promise<ListedFile[]> {
  const rows = await open().balanceFile.findMany({
    select: { name: true, size: true, sha256: true },
    where: { balanceId },
    orderBy: { position: "asc" },
  });
  return rows.map((row) => ({ ...row, sha256: Buffer.from(row.sha256).toString("hex") }));
}

/** One file in the very bytes that were published; null for what was not. */
export async function readFile(
  slugOrId: string,
  name: string,
): Promise<{ slug: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const balance = await findBalance(slugOrId);
  if (!balance) return null;
  const file = await open().balanceFile.findUnique({
    select: { bytes: true },
    where: { balanceId_name: { balanceId: balance.id, name } },
  });
  return file && { slug: balance.slug, bytes: new Uint8Array(file.bytes) };
}

/** A file with how many rows it has below its head; null for one that is no table. */
export interface TableFile extends ListedFile {
  rows: number | null;
}

/** The files of a balance by its slug, the zip first, each table with its rows counted in the very bytes that were signed. */
export async function tableFiles(slug: string): Promise<TableFile[]> {
  return open().$queryRaw<TableFile[]>`
    SELECT f.name, f.size, encode(f.sha256, 'hex') AS sha256,
      CASE WHEN f.name LIKE '%.csv' THEN regexp_count(convert_from(f.bytes, 'UTF8'), '\r\n') - 1 END AS rows
    FROM publication.balance_files f JOIN publication.balances b ON b.id = f.balance_id
    WHERE b.slug = ${slug} ORDER BY f.position`;
}
