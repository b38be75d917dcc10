import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { wallClock } from "@/lib/core/clock";
import { surface } from "@/lib/core/env";
import { Refusal } from "@/lib/core/refusal";
import type { Locale } from "@/lib/i18n/locales";
import type { StaffActor } from "./actor";
import { keysCookie, languageCookie, sessionCookie } from "./cookies";
import { sessionIdIn } from "./next-auth";
import { may, type PermissionTo } from "./permissions";
import { csrfTokenOf, openSession } from "./sessions";

/** What every desk page has in hand: who looks, the token its forms carry, and the language. */
export interface DeskVisit {
  staff: StaffActor;
  csrf: string;
  locale: Locale;
}

/** First thing in whatever serves the desk: in any other process there is no desk. */
export function deskOnly(): void {
  if (surface() !== "desk") throw new Refusal("not_found");
}

/** The session id that came with this request, or null. */
export const currentSessionId = cache(
  async (): Promise<string | null> => sessionIdIn((await cookies()).get(sessionCookie().name)?.value),
);

/** Who is signed in on this request, as they stand in the database now, or null. */
export const currentStaff = cache(async (): Promise<StaffActor | null> => {
  const id = await currentSessionId();
  deskOnly();
  return id === null ? null : openSession(id, wallClock);
});

/** The signed-in member of staff, or the refusal `not_signed_in`. For actions and route handlers; pages use `enterDesk`. */
export async function requireStaff(): Promise<StaffActor> {
  const staff = await currentStaff();
  if (!staff) throw new Refusal("not_signed_in");
  return staff;
}

/** Who looks, for drawing the frame; null at the door. Decides nothing. */
export async function currentVisit(): Promise<DeskVisit | null> {
  const [staff, id] = [await currentStaff(), await currentSessionId()];
  return staff && id ? { staff, csrf: csrfTokenOf(id), locale: await deskLocale() } : null;
}

/**
 * First line of every desk page: sends whoever is not signed in to the door, and answers "not found" to a role that
 * has no business here. Layouts are not trusted with this.
 */
export async function enterDesk(toDo: PermissionTo = "desk.enter"): Promise<DeskVisit> {
  await cookies();
  if (surface() !== "desk") notFound();
  const visit = await currentVisit();
  if (!visit) redirect("/equipo/entrar");
  if (!may(visit.staff, toDo)) notFound();
  return visit;
}

/** The desk speaks Spanish until somebody chooses otherwise. */
export async function deskLocale(): Promise<Locale> {
  return (await cookies()).get(languageCookie.name)?.value === "en" ? "en" : "es";
}

/** The keys of the desk act until somebody switches them off on this device. */
export async function keysAreOn(): Promise<boolean> {
  return (await cookies()).get(keysCookie.name)?.value !== "off";
}
