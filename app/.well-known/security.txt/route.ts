import { openRoute, Problem } from "@/lib/core/answer";
import { wallClock } from "@/lib/core/clock";
import { contacts, origin } from "@/lib/core/env";
import { securityText } from "@/lib/opendata/site/rules";

export const dynamic = "force-dynamic";

/** Whom to tell of a hole (RFC 9116); where this installation named nobody, 404 and a sentence that says so. */
export const GET = openRoute(async () => {
  const text = securityText({ contacts: contacts("SECURITY"), site: origin("PUBLIC"), now: wallClock() });
  if (!text) throw new Problem(404, "not-configured", "This installation has declared no security contact");
  return { shown: text, filename: "security.txt" };
});
