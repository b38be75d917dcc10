import { checkToken } from "@/lib/auth/desk-action";
import { may } from "@/lib/auth/permissions";
import { requireStaff } from "@/lib/auth/session";
import { archiveCopy } from "@/lib/claims/copies/commands";
import { claimId } from "@/lib/claims/schema";
import { wallClock } from "@/lib/core/clock";
import { surface } from "@/lib/core/env";
import { newId } from "@/lib/core/ids";
import { logFailure } from "@/lib/core/log";
import { Refusal } from "@/lib/core/refusal";
import { readUpload } from "@/lib/evidence/documents/queries";
import { copyProblem } from "./problems";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ id: string }>;
}

/** Nothing is read here: copies are opened one by one. */
export const GET = (): Response => new Response(null, { status: 404 });

/**
 * Receives one file of a source as it arrives, piece by piece, for whoever may enter figures and brings the token of the own session.
 * Whatever becomes of it, the answer is the figure's page.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  if (surface() !== "desk" || !claimId.safeParse(id).success) return new Response(null, { status: 404 });
  const back = (query: string) =>
    new Response(null, {
      status: 303,
      headers: { Location: `/equipo/declaraciones/${id}?${query}#copias`, "Cache-Control": "no-store" },
    });
  try {
    const staff = await requireStaff();
    if (!may(staff, "claim.enter")) return new Response(null, { status: 404 });
    await readUpload(request, async ({ fields, file }) => {
      await checkToken(fields.csrf);
      await archiveCopy(staff, { claimId: id, file }, wallClock);
    });
    return back("hecho=copied");
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") return new Response(null, { status: 404 });
    if (error instanceof Refusal && error.code === "not_signed_in")
      return new Response(null, { status: 303, headers: { Location: "/equipo/entrar" } });
    if (error instanceof Refusal && copyProblem(error.code)) return back(`problema=${error.code}`);
    logFailure("copy.broken", error, { zone: "desk", digest: newId().slice(-6).toUpperCase() });
    return back("problema=document_not_received");
  }
}
