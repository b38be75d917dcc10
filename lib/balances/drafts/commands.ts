import { randomBytes, randomInt } from "node:crypto";
import { record } from "@/lib/audit/record";
import type { StaffActor } from "@/lib/auth/actor";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { sealUnderVault } from "@/lib/vault/person";
import { findOutsideCells } from "../cells/queries";
import { openPartitions } from "../cells/rules";
import type { ExactSide } from "../cells/schema";
import { drawOffsets } from "../disclosure/rules";
import type { ExactCells, Offsets } from "../disclosure/schema";
import { findPrevious, listSigners } from "../files/queries";
import { manifestBytes, manifestOf, renderFiles } from "../files/rules";
import { canonical, contentHash } from "../rules";
import type { BalanceContent } from "../schema";
import { findDrawing, readOffsets } from "./queries";
import { blurWhyOf } from "./rules";

/** Refuses numbers of which a partition does not sum to the total, with it and the cases that no cell has (R4). */
export async function refuseOpenPartitions(
  tx: Tx,
  cells: ExactCells,
  { at, known }: { at: Date; known: Date },
): Promise<void> {
  const [open] = openPartitions(cells);
  if (!open) return;
  const references = (await findOutsideCells(tx, at, known)).join(", ") || "—";
  throw new Refusal("balance_does_not_sum", { ...open, total: cells.held.total, references });
}

/** Keeps a draft, both sides, with the manifest that coordinators will sign; why ages are left out is sealed to the vault. */
export async function writeDraft(
  tx: Tx,
  staff: StaffActor,
  content: BalanceContent,
  { exact, caseSalt, blurWhy }: { exact: ExactSide; caseSalt: Uint8Array<ArrayBuffer>; blurWhy?: string },
  now: Date,
) {
  const id = newId(now);
  const previous = await findPrevious(tx, content.change?.from.slug ?? null);
  const signers = amongOthers(await listSigners(tx));
  const manifest = manifestBytes(manifestOf(id, content, renderFiles(content), previous, signers));
  await tx.balanceDraft.create({
    data: {
      id,
      kind: content.kind,
      at: new Date(content.at),
      known: new Date(content.known),
      method: content.method,
      exact: exact as object,
      content: JSON.parse(canonical(content)),
      contentHash: contentHash(content),
      manifest,
      caseSalt,
      blurWhy: blurWhy === undefined ? null : sealUnderVault(staff.keys, blurWhy, blurWhyOf(id)),
      draftedBy: staff.username,
      draftedAt: now,
    },
    select: { id: true },
  });
  const why = blurWhy === undefined ? content.slug : `${content.slug} · ${blurWhy}`;
  await record(tx, staff, "balance.drafted", { balance: id, why }, now);
  return id;
}

/** Filled up with random values to a multiple of eight: the manifest is public, and how many coordinate is not. */
function amongOthers(signers: string[]): string[] {
  const room = Math.ceil((signers.length + 1) / 8) * 8;
  return [
    ...signers,
    ...Array.from({ length: room - signers.length }, () => randomBytes(32).toString("hex")),
  ];
}

/** Shortfalls of these cells; those still missing are drawn now and kept. */
export async function offsetsFor(tx: Tx, cells: ExactCells, now: Date): Promise<Offsets> {
  const drawing = await findDrawing(tx);
  const drawn = drawOffsets(cells, await readOffsets(tx, drawing), (sides) => randomInt(sides));
  await tx.disclosureOffset.createMany({
    data: Object.entries(drawn).map(([cell, value]) => ({ cell: `${drawing} ${cell}`, value, drawnAt: now })),
    skipDuplicates: true,
  });
  return readOffsets(tx, drawing);
}
