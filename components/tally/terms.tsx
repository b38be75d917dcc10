import { DetailsList } from "@/components/ui/details-list";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { reconciliationTerms } from "@/lib/opendata/tallies/joins/schema";

/** Every line an account can have, with what it means in one sentence. */
export function Terms({ locale }: { locale: Locale }) {
  const t = translator(locale, "changes");
  return (
    <section className="entry">
      <h2>{t("explainedTitle")}</h2>
      <DetailsList
        rows={[
          ...reconciliationTerms.map((term) => ({
            term: t(`terms.${term}`),
            detail: t(`explained.${term}`),
          })),
          { term: t("residual"), detail: t("residualExplained") },
        ]}
      />
    </section>
  );
}
