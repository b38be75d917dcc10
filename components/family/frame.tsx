import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

interface FrameProps {
  locale: Locale;
  demo: boolean;
  exit: string;
  children: React.ReactNode;
}

/**
 * Everything around a family page, which is next to nothing: the way out, first in the order of the keyboard and always at
 * the bottom of the screen, and the page. No name of the registry, no colour that could be recognised from afar.
 */
export function FamilyFrame({ locale, demo, exit, children }: FrameProps) {
  const t = translator(locale, "family");
  return (
    <div className="family">
      <a className="exit" href={exit} rel="noreferrer">
        {t("frame.exit")}
      </a>
      {demo && <p className="demo sheet">{t("frame.demo")}</p>}
      <main className="sheet">{children}</main>
    </div>
  );
}
