import { notFound } from "next/navigation";
import type { StaffActor } from "@/lib/auth/actor";
import { findFigure } from "@/lib/claims/ledger/queries";
import type { FigureAtTheDesk } from "@/lib/claims/ledger/schema";
import { claimId } from "@/lib/claims/schema";
import { Refusal } from "@/lib/core/refusal";

/** The figure an address names; a page that says that there is nothing for any other. */
export async function figureOr404(staff: StaffActor, id: string): Promise<FigureAtTheDesk> {
  if (!claimId.safeParse(id).success) notFound();
  return findFigure(staff, id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    throw error;
  });
}
