import { wallClock } from "@/lib/core/clock";
import { logFailure } from "@/lib/core/log";
import { family } from "@/lib/intake/draft/commands";
import { endVisit } from "@/lib/intake/flow/commands";
import { carriedFlow } from "../flow-cookie";

/** Where everybody goes on leaving unless the operator chose another: an everyday page, so that the screen shows nothing of this one. */
const EVERYDAY = "https://es.wikipedia.org/";

/** Nobody who leaves in haste waits longer for a database than this. */
const PATIENCE = 1_500;

/**
 * The way out: ends the visit for good, takes the flow away from the browser, asks it to forget what it kept of these pages, and goes to an everyday
 * page. Works by a plain link, at any time, twice over.
 */
export async function GET(): Promise<Response> {
  await Promise.race([endCarried(), new Promise((over) => setTimeout(over, PATIENCE).unref())]);
  const gone = ["tramite=; Path=/; Max-Age=0", "__Host-tramite=; Path=/; Max-Age=0; Secure"];
  const headers = new Headers({
    Location: process.env.VIGILIA_EXIT_URL || EVERYDAY,
    "Clear-Site-Data": '"cache", "cookies", "storage"',
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
  });
  for (const cookie of gone) headers.append("Set-Cookie", `${cookie}; HttpOnly; SameSite=Strict`);
  return new Response(null, { status: 303, headers });
}

/** Ends the visit that the browser carries. What breaks here keeps nobody from leaving. */
async function endCarried(): Promise<void> {
  try {
    const flow = await carriedFlow();
    if (flow) await endVisit(family, flow, wallClock);
  } catch (error) {
    logFailure("visit.not_ended", error, { zone: "family" });
  }
}
