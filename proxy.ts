import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { surface } from "@/lib/core/env";
import { logFailure } from "@/lib/core/log";
import { isPage } from "@/lib/i18n/paths";
import { isFigureFile } from "@/lib/opendata/figures/addresses/rules";
import { embedNamed } from "@/lib/opendata/figures/embeds/rules";
import { placeNamed } from "@/lib/opendata/figures/places/rules";
import { isClaimed, isPublished, standsAt } from "@/lib/opendata/known/queries";

/**
 * Two things only. On addresses of one published thing: decides before rendering whether it exists, because a page that finds out
 * while rendering can no longer answer 404 with something to read. On the desk: the nonce of each answer. Never on family pages,
 * and never who may do what: that is decided by commands and queries.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  if (pathname.startsWith("/equipo")) return withNonce(request);
  if (surface() === "desk") return NextResponse.next();
  if (isPage(pathname)) return NextResponse.next();
  const [page, id, ...rest] = pathname
    .replace(/^\/en(?=\/)/, "")
    .split("/")
    .filter(Boolean);
  const asked = Object.fromEntries(request.nextUrl.searchParams);
  const place = page && id && rest.length === 0 ? await placeOf(page, decodeURIComponent(id), asked) : null;
  if (place === null) return nowhere(request);
  return place === id ? NextResponse.next() : elsewhere(request, place);
}

export const config = {
  matcher: [
    "/casos/:id",
    "/en/cases/:id",
    "/balances/:id",
    "/en/balances/:id",
    "/comparar/:id",
    "/en/compare/:id",
    "/cifras/:id",
    "/en/figures/:id",
    "/lugares/:id",
    "/en/places/:id",
    "/e/:id",
    "/en/e/:id",
    "/equipo/:path*",
  ],
};

const REFERENCE = /^[0-9A-Z]{4}-[0-9A-Z]{2}$/;
const DULL = /^[A-Za-z0-9][A-Za-z0-9._-]{0,169}$/;

/** Under which name what is asked for stands now; null where nothing does. */
async function placeOf(page: string, id: string, asked: Record<string, string>): Promise<string | null> {
  if (!DULL.test(id)) return null;
  try {
    if (page === "casos" || page === "cases") return REFERENCE.test(id) ? await standsAt(id) : null;
    if (page === "lugares" || page === "places") return placeNamed(id) ? id : null;
    if (page === "e") return embedNamed(id) ? id : null;
    if (page === "cifras" || page === "figures") return isFigureFile(id) ? id : null;
    return (await (page === "balances" ? isPublished(id) : isClaimed(id, asked))) ? id : null;
  } catch (error) {
    // The page asks again and says so readably; a pause of the database must not look like "does not exist".
    logFailure("existence_not_known", error);
    return id;
  }
}

/** To the page of the same person that stands, for as long as it does: never kept as if for good. */
function elsewhere(request: NextRequest, reference: string): NextResponse {
  const there = request.nextUrl.clone();
  there.pathname = there.pathname.replace(/[^/]+$/, reference);
  return NextResponse.redirect(there, 307);
}

/** The same answer for whatever does not exist: the page of unknown addresses, in the language asked, with status 404. */
function nowhere(request: NextRequest): NextResponse {
  const english = request.nextUrl.pathname.startsWith("/en/");
  // In somebody else's page an unknown view is a small frame that says so, not the whole of ours.
  if (/^(\/en)?\/e\//.test(request.nextUrl.pathname)) {
    const retired = new URL(`${english ? "/en" : ""}/e/retirado/nada`, request.url);
    return NextResponse.rewrite(retired, { status: 404, headers: { "X-Nowhere": "1" } });
  }
  return NextResponse.rewrite(new URL(english ? "/en/no-existe" : "/no-existe", request.url), {
    status: 404,
  });
}

function withNonce(request: NextRequest): NextResponse {
  const nonce = randomBytes(18).toString("base64");
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}
