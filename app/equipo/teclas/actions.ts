"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { keysCookie } from "@/lib/auth/cookies";
import { deskOnly } from "@/lib/auth/session";

/** Switches the keys of the desk on or off on this device, and returns to one's own page. */
export async function switchKeys(form: FormData): Promise<void> {
  deskOnly();
  const { name, ...options } = keysCookie;
  const chosen = form.get("keys") === "off" ? "off" : "on";
  (await cookies()).set(name, chosen, { ...options, path: "/equipo", httpOnly: true, sameSite: "lax" });
  redirect("/equipo/cuenta#teclas");
}
