import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { documentKind } from "@/lib/evidence/derivative/schema";
import { openWhole, picturesOf } from "@/lib/evidence/drawn/queries";
import { readableText } from "./rules";

/** Letters of a saved page that are shown at once. */
const MOST_LETTERS = 200_000;

/** A copy as it is looked at: words, or one page as a new picture. */
export interface OpenedCopy {
  sha256: string;
  addedBy: string;
  addedAt: Date;
  pages: number;
  text: string | null;
  picture: Buffer | null;
}

/** Opens a copy of a source: as words, or as a picture that holds nothing but its pixels. Each look is recorded before anything is opened. */
export async function openCopy(
  actor: Actor,
  { claimId, copyId, page }: { claimId: string; copyId: string; page: number },
  clock: Clock,
): Promise<OpenedCopy> {
  const staff = authorise(actor, "claim.read");
  const row = await desk().$transaction(async (tx) => {
    const found = await tx.claimCopy.findFirst({
      where: { id: copyId, claimId },
      select: { kind: true, sha256: true, addedBy: true, addedAt: true },
    });
    if (!found) throw new Refusal("not_found");
    await record(tx, staff, "claim.copy_opened", { claim: claimId, document: copyId }, clock());
    return found;
  });
  const { kind, sha256, ...added } = row;
  const shown = { ...added, sha256: Buffer.from(sha256).toString("hex") };
  const drawable = documentKind.safeParse(kind);
  if (!drawable.success) {
    const file = await openWhole(staff.keys, copyId);
    const text = readableText(new TextDecoder().decode(file)).slice(0, MOST_LETTERS);
    return { ...shown, pages: 1, text, picture: null };
  }
  const pictures = await picturesOf(staff.keys, { id: copyId, kind: drawable.data, minute: row.addedAt });
  const picture = pictures[page - 1];
  if (!picture) throw new Refusal("not_found");
  return { ...shown, pages: pictures.length, text: null, picture };
}
