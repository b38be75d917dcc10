import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { ReceivedDocument } from "@/lib/evidence/documents/schema";
import { giveOriginal, sayGraphic } from "../../documents/commands";
import { holdFile } from "../queries";
import type { Use } from "../rules";

interface Which {
  reference: string;
  /** The item that is a reading of the file, or the file. */
  piece: string;
}

/** Says that the file of a piece is hard to look at, or that it is not: while it is, nobody is sent it without asking. */
export async function markPiece(
  actor: Actor,
  { graphic, ...which }: Which & { graphic: boolean },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "evidence.open");
  const { held } = await holdFile(staff, which, clock());
  await sayGraphic(staff, held, graphic, clock);
}

/**
 * The file of a piece as it came, with a fresh factor and a reason, and only for a purpose it was given for: what was permitted for one is
 * not used for another (`purpose_not_given`). Purpose and reason stay on the trail.
 */
export async function takePieceOriginal(
  actor: Actor,
  { use, why, ...which }: Which & { use: Use; why: string },
  clock: Clock,
): Promise<ReceivedDocument & { file: Buffer }> {
  const staff = authorise(actor, "document.original");
  const { held, uses } = await holdFile(staff, which, clock());
  if (!uses.includes(use)) throw new Refusal("purpose_not_given");
  const named = { ...held, about: { ...held.about, use } };
  return giveOriginal(staff, named, why, clock);
}
