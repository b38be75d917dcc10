import type { StaffActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { Views } from "./views";

const pages = ["", "/linea", "/identidad", "/ficha", "/historia"] as const;
export type CasePage = (typeof pages)[number];
const letters: Partial<Record<CasePage, string>> = {
  "": "D",
  "/linea": "L",
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
    "/identidad": translator(locale, "desk-identity")("title"),
    "/ficha": translator(locale, "desk-ficha")("link"),
    "/historia": t("history.title"),
  };
  const isOpen = (page: CasePage) =>
    page === "/identidad"
      ? may(staff, "identity.correct")
      : page === "/ficha"
        ? may(staff, "filing.print")
        : may(staff, "case.read");
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
