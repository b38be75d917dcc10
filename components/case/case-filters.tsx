import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { type CaseFilters as Filters, stateGroups } from "@/lib/opendata/cases/schema";
import { choices } from "@/lib/vocabularies/rules";

/** Search and filters as a GET form: every answer has an address that can be kept and sent. */
export function CaseFilters({ locale, filters }: { locale: Locale; filters: Filters }) {
  const t = translator(locale, "cases");
  const groups = stateGroups.map((group) => ({ value: group, label: t(`groups.${group}`) }));
  const sexes = choices("sex", locale).filter((choice) => choice.value !== "unknown");
  return (
    <search aria-label={t("filtersLabel")}>
      <form action={pathTo(locale, "/casos")} method="get" className="filters">
        <TextField
          name="q"
          type="search"
          label={t("search")}
          hint={t("searchHint")}
          defaultValue={filters.q}
          maxLength={80}
        />
        <SelectField
          name="state"
          label={t("state")}
          choices={groups}
          empty={t("any")}
          defaultValue={filters.state}
        />
        <SelectField
          name="process"
          label={t("process")}
          choices={choices("process_state", locale)}
          empty={t("any")}
          defaultValue={filters.process}
        />
        <SelectField
          name="entity"
          label={t("entity")}
          choices={choices("entity", locale)}
          empty={t("anyEntity")}
          defaultValue={filters.entity}
        />
        <SelectField
          name="sex"
          label={t("sex")}
          choices={sexes}
          empty={t("any")}
          defaultValue={filters.sex}
        />
        <TextField
          name="since"
          label={t("since")}
          hint={t("sinceHint")}
          inputMode="numeric"
          defaultValue={filters.since}
          maxLength={7}
        />
        <Button>{t("apply")}</Button>
      </form>
    </search>
  );
}
