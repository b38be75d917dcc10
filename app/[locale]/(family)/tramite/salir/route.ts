/** Where everybody goes on leaving unless the operator chose another: an everyday page, so that the screen shows nothing of this one. */
const EVERYDAY = "https://es.wikipedia.org/";

/**
 * The way out: takes the flow away from the browser, asks it to forget what it kept of these pages, and goes to an everyday
 * page. Works by a plain link, at any time, twice over.
 */
export function GET(): Response {
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
