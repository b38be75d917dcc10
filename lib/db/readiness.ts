import { connect } from "./connect";

/**
 * Whether this process can do its work: its database answers and is migrated, asked through the very doors it serves with.
 * Never throws and never tells why not; the reason is in the log.
 */
export async function isReady(surface: "open" | "desk"): Promise<boolean> {
  try {
    if (surface === "desk")
      await connect("DESK_DATABASE_URL").$queryRaw`SELECT 1 FROM registry.terms LIMIT 1`;
    else await connect("PUBLIC_DATABASE_URL").$queryRaw`SELECT 1 FROM publication.site LIMIT 1`;
    return true;
  } catch {
    return false;
  }
}
