import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { filterKeys } from "@/lib/opendata/cases/rules";
import type { CaseFilters } from "@/lib/opendata/cases/schema";
import { label } from "@/lib/vocabularies/rules";

interface ActiveFiltersProps {
  locale: Locale;
  filters: CaseFilters;
  /** Address of the list with these filters. */
  listAt: (filters: CaseFilters) => string;
}

/** Each filter in use as a link that takes it away. */
export function ActiveFilters({ locale, filters, listAt }: ActiveFiltersProps) {
  const t = translator(locale, "cases");
  const words = {
    q: filters.q && t("filterText", { value: filters.q }),
    state: filters.state && t(`groups.${filters.state}`),
    process: filters.process && label("process_state", filters.process, locale),
    entity: filters.entity && label("entity", filters.entity, locale),
    sex: filters.sex && label("sex", filters.sex, locale),
    since: filters.since && t("filterSince", { value: filters.since }),
  };
  const used = filterKeys.filter((key) => words[key]);
  if (used.length === 0) return null;
  return (
    <ul aria-label={t("activeLabel")} className="flex flex-wrap gap-x-6">
      {used.map((key) => (
        <li key={key}>
          {words[key]}{" "}
          <a href={listAt({ ...filters, [key]: undefined })} className="leading-11">
            {t("remove")}
          </a>
        </li>
      ))}
    </ul>
  );
}
