import { z } from "zod";
import { checkToken, steppedUp } from "@/lib/auth/desk-action";
import { may } from "@/lib/auth/permissions";
import { requireStaff } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { surface } from "@/lib/core/env";
import { Refusal } from "@/lib/core/refusal";
import { takeOriginal } from "@/lib/vetting/documents/commands";
import { originalProblem } from "./problems";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ id: string; document: string }>;
}

/** A reason, a code and a token are far less. */
const MOST = 16_384;

const nothing = () => new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });

/** Nothing is given without asking. */
export const GET = nothing;

/**
 * The file as the family sent it, to be saved and never shown: for whoever brings the token of the own session, a reason, and a second
 * factor given now or minutes ago. Its name says nothing of whom it is about.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id, document } = await params;
  if (surface() !== "desk" || !z.uuid().safeParse(id).success || !z.uuid().safeParse(document).success)
    return nothing();
  try {
    const staff = await requireStaff();
    if (!may(staff, "document.original")) return nothing();
    if (!(Number(request.headers.get("content-length")) <= MOST)) return nothing();
    const form = await request.formData();
    await checkToken(form.get("csrf"));
    const fresh = await steppedUp(staff, form);
    const asked = { reportId: id, documentId: document, why: String(form.get("why") ?? "") };
    const { file, sha256, kind } = await takeOriginal(fresh, asked, wallClock);
    return new Response(new Uint8Array(file), {
      headers: {
        "Content-Type": "application/octet-stream",
        "Content-Disposition": `attachment; filename="${sha256.slice(0, 16)}.${kind}"`,
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "not_signed_in")
      return new Response(null, { status: 303, headers: { Location: "/equipo/entrar" } });
    if (!originalProblem(error.code)) return nothing();
    const back = `/equipo/reportes/${id}/documentos/${document}?problema=${error.code}#original`;
    return new Response(null, { status: 303, headers: { Location: back, "Cache-Control": "no-store" } });
  }
}
