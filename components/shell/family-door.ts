import { origin } from "@/lib/core/env";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/paths";

/** Where families register: their own neutral host where there is one. */
export function familyDoor(locale: Locale): string {
  return `${origin("FAMILY") ?? ""}${pathTo(locale, "/tramite")}`;
}
