"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { languageCookie } from "@/lib/auth/cookies";
import { deskOnly } from "@/lib/auth/session";
import { localeOf } from "@/lib/i18n/locales";

/** Remembers the language on this device and returns to the same page of the desk. */
export async function chooseLanguage(form: FormData): Promise<void> {
  deskOnly();
  const { name, ...options } = languageCookie;
  const chosen = localeOf(String(form.get("locale")));
  (await cookies()).set(name, chosen, { ...options, path: "/equipo", httpOnly: true, sameSite: "lax" });
  redirect(pathOnDesk((await headers()).get("referer")));
}

function pathOnDesk(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return "/equipo";
  const { pathname, search } = new URL(referer);
  return /^\/equipo(\/[\w./-]*)?$/.test(pathname) ? pathname + search : "/equipo";
}
