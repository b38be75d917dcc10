import { askedHost, FAMILY, isElsewhere, throughTheDoor } from "./hosts.mjs";

/** An address that no page has: what a surface refuses is answered exactly as what does not exist. */
export const NOWHERE = "/no-existe/nada";
/** The same on a host that knows only the families' pages, in their words. */
export const NOWHERE_OF_FAMILIES = "/tramite/no-existe";

const DESK = /^\/(equipo|api\/auth)(\/|$)/;
const SHARED = /^\/(_next\/static\/|healthz$|readyz$|favicon\.ico$|icon\.|fonts\/)/;

/** Headers by which a framework's own browser code speaks. Pages without script never send them; others only to do harm. */
const FRAMEWORK_HEADERS = /^(rsc|next-action|next-router-.*|next-url|x-middleware-.*|x-nextjs-.*)$/;

/**
 * Makes a request fit the trust zone that received it. The open process knows no desk address and speaks no framework
 * protocol; the desk process knows nothing but the desk. What is refused becomes a plain GET of nowhere, its body unread.
 */
export function guard(surface, request) {
  const path = pathOf(request.url);
  const desk = DESK.test(path);
  const host = surface === "open" ? askedHost(request.headers.host) : null;
  const refused =
    path === null || (surface === "open" ? desk || isElsewhere(host, path) : !desk && !SHARED.test(path));
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith("x-middleware-") || (surface === "open" && FRAMEWORK_HEADERS.test(name))) {
      delete request.headers[name];
    }
  }
  // Told that it stands behind TLS, the framework takes its own rewriting of an unknown address for somebody else's and fails. Only
  // families' pages, which set a cookie, need to know.
  if (surface === "open" && !FAMILY.test(path ?? "")) delete request.headers["x-forwarded-proto"];
  if (!refused) {
    request.url = throughTheDoor(host, request.url, path);
    return true;
  }
  request.url = host === "families" ? NOWHERE_OF_FAMILIES : NOWHERE;
  if (request.method !== "HEAD") request.method = "GET";
  for (const name of ["content-type", "content-length", "transfer-encoding", "next-action"])
    delete request.headers[name];
  return false;
}

/** The path as every later layer will understand it; `null` for what cannot be read in one way only. */
function pathOf(url) {
  if (!url.startsWith("/") || url.startsWith("//")) return null;
  const raw = url.split(/[?#]/, 1)[0];
  if (/[\\]|%2f|%5c|%00/i.test(raw)) return null;
  try {
    const decoded = decodeURIComponent(raw).replace(/\/{2,}/g, "/");
    return decoded.split("/").some((part) => part === "." || part === "..") ? null : decoded;
  } catch {
    return null;
  }
}
