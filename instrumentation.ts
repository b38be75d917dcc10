import type { Instrumentation } from "next";
import type { Clock } from "@/lib/core/clock";

/** What broke, as a kind and a digest that the page showed too. Never the message, the address or a header of the request. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logFailure } = await import("@/lib/core/log");
  const zone = /equipo/.test(context.routePath)
    ? "desk"
    : /tramite/.test(context.routePath)
      ? "family"
      : "public";
  logFailure("request_failed", error, { zone, step: context.routeType });
};

/**
 * What runs by itself. On the desk, sessions that are idle or over lose their rows within a minute, also while nobody asks for anything,
 * and the index of names ends with the last of them; drafts that expired lose theirs within the hour, and so do words read more than thirty days ago and replies answered ninety days ago; where families write, sealed files that no row answers for leave the disk.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  if (process.env.VIGILIA_SURFACE === "desk") {
    const [{ sweepSessions }, { dropIndex }, { expireDrafts }, { purgeMessages }, { fadeReplies }] =
      await Promise.all([
        import("@/lib/auth/sweep"),
        import("@/lib/people/indexed/commands"),
        import("@/lib/vetting/documents/commands"),
        import("@/lib/vetting/threads/purge/commands"),
        import("@/lib/vetting/replies/fading/commands"),
      ]);
    sweepSessions(dropIndex);
    await hourly("drafts_not_expired", "desk", expireDrafts);
    await hourly("messages_not_purged", "desk", purgeMessages);
    await hourly("replies_not_faded", "desk", fadeReplies);
  }
  if (process.env.VIGILIA_SURFACE === "open") {
    const { sweepDocuments } = await import("@/lib/intake/documents/commands");
    await hourly("documents_not_swept", "family", sweepDocuments);
  }
}

/** Now and every hour, without keeping anybody waiting; what fails is tried again with the next. */
async function hourly(failure: string, zone: "desk" | "family", run: (clock: Clock) => Promise<unknown>) {
  const [{ wallClock }, { logFailure }] = await Promise.all([
    import("@/lib/core/clock"),
    import("@/lib/core/log"),
  ]);
  const once = () => run(wallClock).catch((error: unknown) => logFailure(failure, error, { zone }));
  void once();
  setInterval(once, 3_600_000).unref();
}
