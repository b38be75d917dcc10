import type { NextRequest } from "next/server";
import { wallClock } from "@/lib/core/clock";
import { logFailure } from "@/lib/core/log";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { family } from "@/lib/intake/draft/commands";
import { endVisit } from "@/lib/intake/flow/commands";
import { exitAddress } from "../addresses";
import { carriedFlow } from "../flow-cookie";

/** Where everybody goes on leaving unless the operator chose another: an everyday page, so that the screen shows nothing of this one. */
const EVERYDAY = "https://es.wikipedia.org/";
const COOKIES = ["tramite", "__Host-tramite"];
const SECOND = "ya";

/** Nobody who leaves in haste waits longer for a database than this. */
const PATIENCE = 1_500;

/**
 * The way out, by a plain link, at any time, twice over. In two steps, because a browser keeps the page just left ready for "back" until
 * something of it changes afterwards: first the visit ends for good, with an empty page and a flow that opens nothing; then, with the
 * pages before already put away, the flow is taken and the browser asked to forget what it kept of them, and an everyday page opens.
 */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const locale = localeOf((await params).locale);
  const headers = new Headers({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" });
  if (request.nextUrl.searchParams.has(SECOND)) {
    for (const name of COOKIES) headers.append("Set-Cookie", cookie(name, "; Max-Age=0"));
    headers.set("Clear-Site-Data", '"cache", "cookies", "storage"');
    headers.set("Location", process.env.VIGILIA_EXIT_URL || EVERYDAY);
    return new Response(null, { status: 303, headers });
  }
  await Promise.race([endCarried(), new Promise((over) => setTimeout(over, PATIENCE).unref())]);
  const next = `${exitAddress(locale)}?${SECOND}`;
  for (const name of COOKIES) headers.append("Set-Cookie", cookie(name));
  headers.set("Refresh", `0;url=${next}`);
  headers.set("Content-Type", "text/html; charset=utf-8");
  const words = translator(locale, "family");
  const page = [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${words("frame.service")}</title>`,
    '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head>',
    `<body><p><a href="${next}" rel="noreferrer">${words("frame.next")}</a></p></body></html>`,
  ];
  return new Response(page.join(""), { headers });
}

/** Both names are written, whichever the browser holds: each is refused where it cannot be. */
const cookie = (name: string, rest = ""): string =>
  `${name}=-${rest}; Path=/; HttpOnly; SameSite=Strict${name.startsWith("__Host-") ? "; Secure" : ""}`;

/** Ends the visit that the browser carries. What breaks here keeps nobody from leaving. */
async function endCarried(): Promise<void> {
  try {
    const flow = await carriedFlow();
    if (flow) await endVisit(family, flow, wallClock);
  } catch (error) {
    logFailure("visit.not_ended", error, { zone: "family" });
  }
}
