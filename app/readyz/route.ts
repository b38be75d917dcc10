import { surface } from "@/lib/core/env";
import { isReady } from "@/lib/db/readiness";

export const dynamic = "force-dynamic";

/** Readiness: migrated and serving. 503 until then, so that nobody is sent here too early. */
export async function GET(): Promise<Response> {
  const ready = await isReady(surface() ?? "open");
  const headers = { "Cache-Control": "no-store" };
  return Response.json({ status: ready ? "ready" : "starting" }, { status: ready ? 200 : 503, headers });
}
