import type { StaffActor } from "@/lib/auth/actor";
import { may, type PermissionTo } from "@/lib/auth/permissions";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { Views } from "./views";

const pages = ["", "/linea", "/evidencia", "/identidad", "/ficha", "/historia"] as const;
export type CasePage = (typeof pages)[number];
const letters: Partial<Record<CasePage, string>> = {
  "": "D",
  "/linea": "L",
  "/evidencia": "W",
  "/identidad": "I",
  "/ficha": "X",
};

interface CasePagesProps {
  reference: string;
  current?: CasePage;
  staff: StaffActor;
  locale: Locale;
}

/** The pages of one case, each with an address of its own, those alone that this person may open. */
export function CasePages({ reference, current = "", staff, locale }: CasePagesProps) {
  const t = translator(locale, "desk");
  const named: Record<CasePage, string> = {
    "": t("case.dossier"),
    "/linea": t("timeline.title"),
    "/evidencia": translator(locale, "evidence")("title"),
    "/identidad": translator(locale, "desk-identity")("title"),
    "/ficha": translator(locale, "desk-ficha")("link"),
    "/historia": t("history.title"),
  };
  const needs: Partial<Record<CasePage, PermissionTo>> = {
    "/evidencia": "evidence.open",
    "/identidad": "identity.correct",
    "/ficha": "filing.print",
  };
  const isOpen = (page: CasePage) => may(staff, needs[page] ?? "case.read");
  return (
    <Views
      label={t("case.pages")}
      views={pages.filter(isOpen).map((page) => ({
        href: `/equipo/casos/${reference}${page}`,
        label: named[page],
        isCurrent: page === current,
        letter: letters[page],
      }))}
    />
  );
}
