import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import type { Mark } from "@/lib/opendata/tallies/steps/schema";
import { shortMoment } from "./cut-off-day";

interface ChooseBalancesProps {
  locale: Locale;
  marks: readonly Mark[];
  from: string;
  to: string;
}

/** Any two balances, by a form that needs no script: the answer has an address of its own. */
export function ChooseBalances({ locale, marks, from, to }: ChooseBalancesProps) {
  const t = translator(locale, "changes");
  const choices = marks.map(({ slug, at }) => ({ value: slug, label: shortMoment(locale, at) }));
  return (
    <search className="screen-only">
      <h2 className="mb-3">{t("choose.title")}</h2>
      <form action={href(locale, "cambios")} method="get" className="claim-filters">
        <SelectField name="de" label={t("choose.from")} choices={choices} defaultValue={from} />
        <SelectField name="a" label={t("choose.to")} choices={choices} defaultValue={to} />
        <Button>{t("choose.button")}</Button>
      </form>
    </search>
  );
}
