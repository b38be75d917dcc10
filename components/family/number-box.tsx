import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { formatCode } from "@/lib/intake/receipt/queries";

/** The number in five groups of four, large; read out digit by digit. */
export function NumberBox({ code, locale }: { code: string; locale: Locale }) {
  const t = translator(locale, "family");
  const groups = formatCode(code).split(" ");
  return (
    <p className="number" role="img" aria-label={t("number.label", { digits: [...code].join(" ") })}>
      {groups.map((group, at) => (
        <span key={at}>{group} </span>
      ))}
    </p>
  );
}
