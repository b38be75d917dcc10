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
