import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import type { FixedAt } from "@/lib/opendata/claims/moment/rules";
import { claimantWords } from "@/lib/opendata/claims/rules";
import { authorities, type ClaimFilters as Filters, kinds, measures } from "@/lib/opendata/claims/schema";

interface ClaimFiltersProps {
  locale: Locale;
  filters: Filters;
  claimants: readonly string[];
  /** The moment and the balance the list is kept to, which a filter does not undo. */
  kept: FixedAt;
}

/** Who, what kind, what it counts and when, as a GET form: every answer has an address that can be kept and sent. */
export function ClaimFilters({ locale, filters, claimants, kept }: ClaimFiltersProps) {
  const t = translator(locale, "claims");
  const words = wordsOf(locale, "claims");
  const who = claimants
    .map((claimant) => ({ value: claimant, label: claimantWords(words, { claimant }) }))
    .sort((a, b) => a.label.localeCompare(b.label, words.tag));
  return (
    <search aria-label={t("page.filters")}>
      <details open={Object.keys(filters).length > 0}>
        <summary>{t("page.filtersOpen")}</summary>
        <form action={href(locale, "comparar")} method="get" className="claim-filters">
          {kept.balance && <input type="hidden" name="balance" value={kept.balance} />}
          {kept.known && <input type="hidden" name="known" value={kept.known.toISOString()} />}
          <SelectField
            name="claimant"
            label={t("page.claimant")}
            empty={t("page.anyone")}
            choices={[{ value: authorities, label: t("page.authorities") }, ...who]}
            defaultValue={filters.claimant}
          />
          <SelectField
            name="measure"
            label={t("page.measure")}
            empty={t("page.anyMeasure")}
            choices={measures.map((value) => ({ value, label: t(`measureShort.${value}`) }))}
            defaultValue={filters.measure}
          />
          <SelectField
            name="kind"
            label={t("page.kind")}
            empty={t("page.anyKind")}
            choices={kinds.map((value) => ({ value, label: t(`kindShort.${value}`) }))}
            defaultValue={filters.kind}
          />
          <TextField
            name="from"
            label={t("page.from")}
            placeholder="2026-01-08"
            inputMode="numeric"
            defaultValue={filters.from}
          />
          <TextField
            name="to"
            label={t("page.to")}
            placeholder="2026-01-26"
            inputMode="numeric"
            defaultValue={filters.to}
          />
          <Button>{t("page.apply")}</Button>
        </form>
      </details>
    </search>
  );
}
