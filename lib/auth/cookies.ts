import { origin } from "@/lib/core/env";

const LONGEST = 12 * 60 * 60;

/**
 * The one cookie of the desk. Over https it carries the `__Host-` prefix, so that no neighbouring host can plant it;
 * over plain http (a trial on one's own machine) browsers would drop that, so the name is plain. No other cookie may
 * begin with this name: next-auth takes those for pieces of it.
 */
export function sessionCookie() {
  const secure = deskAddress().startsWith("https:");
  return {
    name: secure ? "__Host-equipo" : "equipo",
    options: { httpOnly: true, sameSite: "strict" as const, path: "/", secure, maxAge: LONGEST },
  };
}

/** Ninety days of not waiting behind strangers' guesses, on a browser that has signed in before. */
export function deviceCookie() {
  const { options } = sessionCookie();
  const name = options.secure ? "__Host-lugar" : "lugar";
  return { name, options: { ...options, maxAge: 90 * 24 * 60 * 60 } };
}

/** Remembers the language a member of staff chose; says nothing else. */
export const languageCookie = { name: "idioma", maxAge: 365 * 24 * 60 * 60 };

/** Remembers on one device that somebody switched the keys of the desk off; says nothing else. */
export const keysCookie = { name: "teclas", maxAge: 365 * 24 * 60 * 60 };

const deskAddress = () => origin("DESK") ?? process.env.NEXTAUTH_URL ?? "";
