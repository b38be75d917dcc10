"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { deviceCookie, sessionCookie } from "@/lib/auth/cookies";
import { newDevice } from "@/lib/auth/device";
import { tokenOf } from "@/lib/auth/next-auth";
import { signInForm } from "@/lib/auth/schema";
import { deskOnly } from "@/lib/auth/session";
import { signIn } from "@/lib/auth/sign-in";
import { wallClock } from "@/lib/core/clock";
import { fieldsOf } from "@/lib/core/form";
import { Refusal } from "@/lib/core/refusal";

/** Opens the session, or returns to the door with one and the same answer whatever was wrong. */
export async function enter(form: FormData): Promise<void> {
  deskOnly();
  const { username, passphrase, totp } = signInForm.parse(fieldsOf(form));
  const [session, device] = [sessionCookie(), deviceCookie()];
  const jar = await cookies();
  let sessionId: string;
  try {
    sessionId = await signIn(username, passphrase, totp, wallClock, jar.get(device.name)?.value);
  } catch (error) {
    if (error instanceof Refusal) redirect("/equipo/entrar?error=1#resumen");
    throw error;
  }
  jar.set(session.name, await tokenOf(sessionId), session.options);
  jar.set(device.name, newDevice(username), device.options);
  redirect("/equipo");
}
