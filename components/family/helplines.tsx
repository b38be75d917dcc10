import { helplines } from "@/lib/core/env";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** Whom to ring today, as the operator of this installation set it; nothing where nobody was named, since a wrong number costs a day. */
export function Helplines({ locale }: { locale: Locale }) {
  const t = translator(locale, "steps");
  const lines = helplines();
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{t("danger.lines")}</h2>
      <p>{t("danger.linesHint")}</p>
      <ul className="plain-list">
        {lines.map(({ name, number, dialled }) => (
          <li key={`${name} ${dialled}`}>
            {name}: <a href={`tel:${dialled}`}>{number}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
