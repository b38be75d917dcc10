import { z } from "zod";
import { checkToken, steppedUp } from "@/lib/auth/desk-action";
import { may } from "@/lib/auth/permissions";
import { requireStaff } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { surface } from "@/lib/core/env";
import { Refusal } from "@/lib/core/refusal";
import { takePieceOriginal } from "@/lib/vetting/evidence/files/commands";
import { uses } from "@/lib/vetting/evidence/rules";
import { givingProblem } from "../../problems";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ reference: string; piece: string }>;
}

/** A reason, a purpose, a code and a token are far less. */
const MOST = 16_384;

const nothing = () => new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
const to = (place: string) =>
  new Response(null, { status: 303, headers: { Location: place, "Cache-Control": "no-store" } });

/** Nothing is given without asking. */
export const GET = nothing;

/**
 * The file of a piece as it came, to be saved and never shown: for whoever brings the token of the own session, a purpose it was given
 * for, a reason, and a second factor given now or minutes ago. Its name says nothing of whom it is about.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { reference, piece } = await params;
  if (surface() !== "desk" || !z.uuid().safeParse(piece).success) return nothing();
  try {
    const staff = await requireStaff();
    if (!may(staff, "document.original")) return nothing();
    if (!(Number(request.headers.get("content-length")) <= MOST)) return nothing();
    const form = await request.formData();
    await checkToken(form.get("csrf"));
    const use = z.enum(uses).safeParse(form.get("use"));
    if (!use.success) throw new Refusal("purpose_not_given");
    const which = { reference: decodeURIComponent(reference), piece };
    const asked = { ...which, use: use.data, why: String(form.get("why") ?? "") };
    const { file, sha256, kind } = await takePieceOriginal(await steppedUp(staff, form), asked, wallClock);
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
    if (error.code === "not_signed_in") return to("/equipo/entrar");
    if (!givingProblem(error.code)) return nothing();
    return to(`/equipo/casos/${reference}/evidencia/${piece}?problema=${error.code}#original`);
  }
}
