import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { LookAsked } from "@/lib/vetting/documents/schema";
import { Key } from "../keys/key";
import { dayText } from "../when";
import { lookAt } from "./viewer";

interface VeilProps {
  graphic: { by: string; at: Date } | null;
  /** The picture was asked for and is on the page. */
  isOpen: boolean;
  look: LookAsked;
  path: string;
  locale: Locale;
}

/** Says that a file is hard to look at, and who said so, with the way to see it and to cover it again. Nothing where it is not. */
export function Veil({ graphic, isOpen, look, path, locale }: VeilProps) {
  const t = translator(locale, "documents");
  if (!graphic) return null;
  return (
    <div className="veil" id="dificil">
      <p>
        <strong>{t("graphic")}.</strong>{" "}
        {t("graphicBy", { who: graphic.by, day: dayText(graphic.at, locale) })}
      </p>
      <p>
        <a href={lookAt(path, { ...look, ver: isOpen ? undefined : "si" })} data-key="V">
          {t(isOpen ? "hide" : "show")} <Key of="V" />
        </a>
      </p>
    </div>
  );
}
