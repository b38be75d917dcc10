import type { NextAuthOptions } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { wallClock } from "@/lib/core/clock";
import { secret } from "@/lib/core/env";
import { Refusal } from "@/lib/core/refusal";
import { sessionCookie } from "./cookies";
import { signInForm } from "./schema";
import { signOut } from "./sessions";
import { signIn } from "./sign-in";

/**
 * next-auth as the desk uses it: its token carries the session id and nothing else, and whoever holds it is asked
 * of the database at every request. No other provider, no pages of its own, nothing about the person in the answer.
 */
export function authOptions(): NextAuthOptions {
  const { name, options } = sessionCookie();
  return {
    secret: secret("AUTH_SECRET"),
    session: { strategy: "jwt", maxAge: options.maxAge },
    cookies: { sessionToken: { name, options } },
    pages: { signIn: "/equipo/entrar", signOut: "/equipo/salir", error: "/equipo/entrar" },
    providers: [
      Credentials({
        credentials: { username: {}, passphrase: {}, totp: {} },
        authorize: async (typed) => {
          const { username, passphrase, totp } = signInForm.parse(typed);
          const id = await orNobody(signIn(username, passphrase, totp, wallClock));
          return id ? { id } : null;
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === "string") await signOut(token.sid, wallClock);
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

/** The cookie's value for a session id. */
export const tokenOf = (sessionId: string): Promise<string> =>
  encode({
    token: { sid: sessionId },
    secret: secret("AUTH_SECRET"),
    maxAge: sessionCookie().options.maxAge,
  });

/** The session id in a cookie's value, or null when we did not make it. */
export async function sessionIdIn(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: secret("AUTH_SECRET") });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    return null;
  }
}

async function orNobody(signedIn: Promise<string>): Promise<string | null> {
  try {
    return await signedIn;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
