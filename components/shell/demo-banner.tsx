import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** Says on every page of a demonstration that nobody on it exists; also on paper. */
export function DemoBanner({ locale }: { locale: Locale }) {
  const t = translator(locale, "common");
  return (
    <aside className="demo" aria-label={t("demoLabel")}>
      <div className="sheet">
        <p>{t.rich("demo", { b: (words) => <b>{words}</b> })}</p>
      </div>
    </aside>
  );
}
