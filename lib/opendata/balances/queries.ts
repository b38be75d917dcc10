import { z } from "zod";
import { sha256 } from "@/lib/balances/files/rules";
import { type BalanceContent, balanceContent } from "@/lib/balances/schema";
import { open } from "@/lib/db/open";

export type { BalanceContent } from "@/lib/balances/schema";

/** A published balance with the marks that prove it: SHA-256 of the canonical content, and who signed what. */
export interface PublishedBalance {
  id: string;
  slug: string;
  publishedAt: Date;
  contentHash: string;
  /** SHA-256 of the manifest that both signed; null in format 1, where they signed the content hash itself. */
  manifestHash: string | null;
  signatures: Signature[];
  content: BalanceContent;
}

const signatures = z.array(z.strictObject({ publicKey: z.string(), signature: z.string() })).min(2);
export type Signature = z.infer<typeof signatures>[number];

const columns = {
  id: true,
  slug: true,
  publishedAt: true,
  contentHash: true,
  signatures: true,
  manifest: true,
  content: true,
} as const;

/** The balance in force, or null before the first: pages then say what others say and when ours comes. */
export async function latestBalance(): Promise<PublishedBalance | null> {
  const row = await open().publishedBalance.findFirst({ select: columns, orderBy: newestFirst });
  return row && published(row);
}

/** One balance by slug or id; null for what does not exist. Never a balance that two did not sign. */
export async function findBalance(slugOrId: string): Promise<PublishedBalance | null> {
  if (!/^[0-9a-f-]{10,36}$/.test(slugOrId)) return null;
  const where = isId(slugOrId) ? { id: slugOrId } : { slug: slugOrId };
  const row = await open().publishedBalance.findUnique({ select: columns, where });
  return row && published(row);
}

/** The balance in force at a publication moment: the latest whose cut-off and knowledge are not after those asked for. */
export async function balanceNotAfter(at: Date, known: Date): Promise<PublishedBalance | null> {
  const row = await open().publishedBalance.findFirst({
    select: columns,
    where: { at: { lte: at }, known: { lte: known } },
    orderBy: newestFirst,
  });
  return row && published(row);
}

/** The balance that was in force at a moment: the latest published by then; null before the first. */
export async function balanceInForce(moment: Date): Promise<PublishedBalance | null> {
  const row = await open().publishedBalance.findFirst({
    select: columns,
    where: { publishedAt: { lte: moment } },
    orderBy: newestFirst,
  });
  return row && published(row);
}

/** All balances, newest first, a page at a time; `next` is the slug to continue from. Null for a cursor that names none. */
export async function listBalances(
  cursor?: string,
  take = 60,
): Promise<{ items: PublishedBalance[]; next: string | null } | null> {
  if (cursor && !(await findBalance(cursor))) return null;
  const rows = await open().publishedBalance.findMany({
    select: columns,
    orderBy: newestFirst,
    take: take + 1,
    ...(cursor ? { cursor: { slug: cursor } } : {}),
  });
  return { items: rows.slice(0, take).map(published), next: rows[take]?.slug ?? null };
}

/** The later balance that corrects this one, if any. Only its page says so: its own numbers, files and answers never change. */
export async function findCorrection(id: string): Promise<{ slug: string; why: string } | null> {
  const row = await open().publishedBalance.findFirst({
    select: columns,
    where: { correctsId: id },
    orderBy: newestFirst,
  });
  return row && { slug: row.slug, why: published(row).content.corrects?.why ?? "" };
}

const newestFirst = [{ publishedAt: "desc" }, { id: "desc" }] as const satisfies object[];
const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

interface Row {
  id: string;
  slug: string;
  publishedAt: Date;
  contentHash: Uint8Array;
  signatures: unknown;
  manifest: Uint8Array | null;
  content: unknown;
}

/** Strict: an unknown key or a cell that is not a count breaks the page rather than being shown. */
const published = ({ manifest, ...row }: Row): PublishedBalance => ({
  ...row,
  manifestHash: manifest && sha256(manifest),
  contentHash: Buffer.from(row.contentHash).toString("hex"),
  signatures: signatures.parse(row.signatures),
  content: balanceContent.parse(row.content),
});
