import { checkToken } from "@/lib/auth/desk-action";
import { may } from "@/lib/auth/permissions";
import { requireStaff } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { surface } from "@/lib/core/env";
import { newId } from "@/lib/core/ids";
import { logFailure } from "@/lib/core/log";
import { Refusal } from "@/lib/core/refusal";
import { readUpload } from "@/lib/evidence/documents/queries";
import { bringDocument } from "@/lib/vetting/evidence/brought/commands";
import { bringingProblem } from "../problems";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ reference: string }>;
}

/** Nothing is read here: files are opened one by one. */
export const GET = (): Response => new Response(null, { status: 404 });

/**
 * Receives one file of a case as it arrives, piece by piece, for whoever may add evidence and brings the token of the own session.
 * Kept, the answer is its page, to say what it is; refused, the page it came from.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const reference = decodeURIComponent((await params).reference);
  if (surface() !== "desk") return new Response(null, { status: 404 });
  const at = `/equipo/casos/${encodeURIComponent(reference)}/evidencia`;
  const to = (place: string) =>
    new Response(null, { status: 303, headers: { Location: place, "Cache-Control": "no-store" } });
  try {
    const staff = await requireStaff();
    if (!may(staff, "evidence.add")) return new Response(null, { status: 404 });
    let kept = "";
    await readUpload(request, async ({ fields, name, file }) => {
      await checkToken(fields.csrf);
      const given = { reference, obtained: fields.obtained ?? "", name, file };
      kept = await bringDocument(staff, given, wallClock);
    });
    return to(`${at}/${kept}?hecho=brought`);
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") return new Response(null, { status: 404 });
    if (error instanceof Refusal && error.code === "not_signed_in") return to("/equipo/entrar");
    if (error instanceof Refusal && bringingProblem(error.code))
      return to(`${at}?problema=${error.code}#traer`);
    logFailure("evidence.broken", error, { zone: "desk", digest: newId().slice(-6).toUpperCase() });
    return to(`${at}?problema=document_not_received#traer`);
  }
}
