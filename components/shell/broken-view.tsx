import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/**
 * A page that could not be prepared: whose fault, what to do, and a number to quote. Nothing technical. By its mark the server knows
 * to answer 500 and that nobody may keep it.
 */
export function BrokenView({ locale, reference }: { locale: Locale; reference: string }) {
  const t = translator(locale, "errors");
  return (
    <div className="sheet flow pt-8" data-broken="">
      <h1>{t("brokenTitle")}</h1>
      <p>{t("brokenBody")}</p>
      <p className="num">{t("brokenReference", { reference })}</p>
    </div>
  );
}
