"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { sessionCookie } from "@/lib/auth/cookies";
import { checkToken } from "@/lib/auth/desk-action";
import { currentSessionId, deskOnly } from "@/lib/auth/session";
import { signOut } from "@/lib/auth/sessions";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";

/** Ends the session on both sides: its row with the sealed keys, and the cookie that opened them. */
export async function leave(form: FormData): Promise<void> {
  deskOnly();
  const id = await currentSessionId();
  try {
    await checkToken(form.get("csrf"));
    if (id) await signOut(id, wallClock);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code !== "not_signed_in") redirect("/equipo");
  }
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
  redirect("/equipo/salir");
}
