import { signCheckpoint } from "@/lib/audit/checkpoint";
import { may } from "@/lib/auth/permissions";
import { currentStaff } from "@/lib/auth/session";
import { dateInCaracas, wallClock } from "@/lib/core/clock";
import { surface } from "@/lib/core/env";

/** The signed end of the trail as a file to carry outside. Whoever may not read the trail is told that there is nothing here. */
export async function GET(): Promise<Response> {
  const staff = surface() === "desk" ? await currentStaff() : null;
  if (!staff || !may(staff, "audit.read")) return new Response(null, { status: 404 });
  const name = `vigilia-sello-${dateInCaracas(wallClock())}.txt`;
  return new Response(await signCheckpoint(staff, wallClock), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}
