export const dynamic = "force-dynamic";

/** Liveness: this process answers. Says nothing of the database, so that a database's pause never restarts the servers. */
export function GET(): Response {
  return Response.json({ status: "alive" }, { headers: { "Cache-Control": "no-store" } });
}
