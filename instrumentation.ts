import type { Instrumentation } from "next";

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

/** On the desk, sessions that are idle or over lose their rows within a minute, also while nobody asks for anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.VIGILIA_SURFACE !== "desk") return;
  const { sweepSessions } = await import("@/lib/auth/sweep");
  sweepSessions();
}
