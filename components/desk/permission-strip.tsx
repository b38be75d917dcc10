import { purposes } from "@/lib/consent/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { label } from "@/lib/vocabularies/rules";

interface Answered {
  purpose: string;
  granted: boolean;
}

interface PermissionStripProps {
  answers: Answered[];
  /** A minor's, or an age in doubt: whatever was said about the name and the photo is not shown as a permission. */
  isShielded?: boolean;
  locale: Locale;
}

/** What the family permits, purpose by purpose, always in sight: allowed in ink, refused struck, unasked in grey; each in words too. */
export function PermissionStrip({ answers, isShielded = false, locale }: PermissionStripProps) {
  const t = translator(locale, "desk");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls where it is narrow, so the keyboard must reach it (WCAG 2.1.1)
    <section className="strip" aria-label={t("permission.strip")} tabIndex={0}>
      <ul>
        {purposes.map((purpose) => {
          const given = answers.filter((answer) => answer.purpose === purpose);
          const isRefused = given.some((answer) => !answer.granted);
          const answer = given.length === 0 ? "notAsked" : isRefused ? "refused" : "allowed";
          const name = label("purpose", purpose, locale);
          if (isShielded && isNaming(purpose))
            return (
              <li key={purpose} className="refused">
                {name}: {t("permission.shielded")}
              </li>
            );
          return (
            <li key={purpose} className={answer}>
              {isRefused ? <s>{name}</s> : name}: {t(`permission.${answer}`)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The purposes by which somebody could be recognised in public. */
export const isNaming = (purpose: string): boolean => purpose === "name" || purpose === "photo";
