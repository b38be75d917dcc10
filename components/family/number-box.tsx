import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** The number in five groups of four, large; read out digit by digit. */
export function NumberBox({ code, locale }: { code: string; locale: Locale }) {
  const t = translator(locale, "family");
  const groups = code.match(/\d{1,4}/g) ?? [];
  return (
    <p className="number" role="img" aria-label={t("number.label", { digits: [...code].join(" ") })}>
      {groups.map((group, at) => (
        <span key={at}>{group} </span>
      ))}
    </p>
  );
}
