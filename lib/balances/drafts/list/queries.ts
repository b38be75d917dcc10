import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { desk } from "@/lib/db/desk";
import { type ExactSide, exactSide } from "../../cells/schema";
import { sha256 } from "../../files/rules";
import { type BalanceContent, balanceContent } from "../../schema";

const columns = {
  id: true,
  kind: true,
  at: true,
  known: true,
  draftedBy: true,
  draftedAt: true,
  discardedAt: true,
  publishedAt: true,
  signatures: { select: { staffId: true, signedAt: true }, orderBy: { signedAt: "asc" } },
} as const;

/** Balances in preparation and published, newest first, without their numbers; for whoever may read exact ones, and at the machine. */
export async function listDrafts(viewer: Actor, take = 40) {
  if (viewer.kind !== "operator") authorise(viewer, "tally.read");
  return desk().balanceDraft.findMany({
    select: columns,
    orderBy: [{ draftedAt: "desc" }, { id: "desc" }],
    take,
  });
}

/** A draft with both its sides: what was counted and what would be printed. Only for those who may read exact numbers. */
export async function readDraft(viewer: Actor, id: string) {
  authorise(viewer, "tally.read");
  const row = await desk().balanceDraft.findUnique({
    where: { id },
    select: { ...columns, blurWhy: true, exact: true, content: true, contentHash: true, manifest: true },
  });
  if (!row) return null;
  const signers = await desk().staff.findMany({
    where: { id: { in: row.signatures.map(({ staffId }) => staffId) } },
    select: { id: true, username: true },
  });
  const content: BalanceContent = balanceContent.parse(row.content);
  const exact: ExactSide = exactSide.parse(row.exact);
  const { manifest, ...rest } = row;
  return {
    ...rest,
    content,
    exact,
    contentHash: Buffer.from(row.contentHash).toString("hex"),
    /** SHA-256 of the bytes that signatures cover; null in drafts of format 1. */
    manifestHash: manifest && sha256(manifest),
    signedBy: row.signatures.map(({ staffId, signedAt }) => ({
      who: signers.find(({ id }) => id === staffId)?.username ?? staffId,
      signedAt,
    })),
  };
}
export type DraftView = NonNullable<Awaited<ReturnType<typeof readDraft>>>;
