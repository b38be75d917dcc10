import { ZIP } from "@/lib/balances/files/schema";
import type { ListedFile } from "../balances/files/queries";
import type { PublishedBalance } from "../balances/queries";
import type { Mark } from "./steps/schema";

export { fingerprint } from "@/lib/balances/files/rules";
export { tallyRows } from "@/lib/balances/tables/rules";

/** How a balance is named wherever its numbers are quoted. */
export const markAnswer = ({
  id,
  slug,
  kind,
  publishedAt,
}: Pick<Mark, "id" | "slug" | "kind" | "publishedAt">) => ({
  id,
  slug,
  kind,
  publishedAt: publishedAt.toISOString(),
});
export const balanceMark = (balance: PublishedBalance) =>
  markAnswer({ ...balance, kind: balance.content.kind });

/** The tally of a balance, with what was asked for when the answer had to step back to a publication moment. */
export function tallyAnswer(balance: PublishedBalance, asked: { at?: string; known?: string }) {
  const { at, known, method, held, partitions, disclosure, confirmed, restricted, shortDetentions, pending } =
    balance.content;
  const snapped = [asked.at, asked.known].some((moment) => moment !== undefined);
  return {
    balance: balanceMark(balance),
    at,
    known,
    ...(snapped && {
      asked,
      note: "Public numbers exist only at publication moments: this is the latest not after what was asked.",
    }),
    method,
    held,
    partitions,
    disclosure,
    ...(confirmed && { confirmed }),
    restricted,
    shortDetentions,
    pending,
  };
}

/** A balance in a list: where it is and its total, the rest one request away. */
export const balanceLine = (balance: PublishedBalance) => ({
  ...balanceMark(balance),
  at: balance.content.at,
  known: balance.content.known,
  method: balance.content.method,
  total: balance.content.held.total,
  contentHash: balance.contentHash,
});

/** A balance whole: its numbers, the signatures, and where every file is that they stand for. */
export const balanceAnswer = (balance: PublishedBalance, files: readonly ListedFile[]) => ({
  ...balanceMark(balance),
  content: balance.content,
  contentHash: balance.contentHash,
  ...(balance.manifestHash && { manifestHash: balance.manifestHash }),
  signatures: balance.signatures,
  ...(files.length > 0 && {
    files: files.map((file) => ({ ...file, href: fileAddress(balance.slug, file.name) })),
  }),
});

/** Where one file of a balance is; the zip has the shortest address. */
export const fileAddress = (slug: string, name: string): string =>
  `/api/v1/balances/${slug}/${name === ZIP ? ZIP : `files/${name}`}`;
