import { origin } from "@/lib/core/env";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/paths";

/** Where anybody writes about a public page, on the families' own host. The page it is about is typed there, never in the address. */
export function replyDoor(locale: Locale): string {
  return `${origin("FAMILY") ?? ""}${pathTo(locale, "/tramite/escrito")}`;
}

/** Where families register: their own neutral host where there is one. */
export function familyDoor(locale: Locale): string {
  return `${origin("FAMILY") ?? ""}${pathTo(locale, "/tramite")}`;
}
