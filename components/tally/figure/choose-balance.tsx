import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { type FigureName, type FigureQuery, figurePaths } from "@/lib/opendata/figures/schema";
import type { Mark } from "@/lib/opendata/tallies/steps/schema";
import { shortMoment } from "../cut-off-day";

interface ChooseBalanceProps {
  locale: Locale;
  name: FigureName;
  asked: FigureQuery;
  marks: readonly Mark[];
  /** The balance shown now. */
  here: string;
}

/** Another balance by its date: the answer shows its number as published beside the same as known today. */
export function ChooseBalance({ locale, name, asked, marks, here }: ChooseBalanceProps) {
  const t = translator(locale, "figures");
  return (
    <search className="entry screen-only">
      <h2>{t("page.chooseTitle")}</h2>
      <form action={pathTo(locale, `/${figurePaths[name]}`)} method="get" className="filters">
        <SelectField
          name="balance"
          label={t("page.chooseLabel")}
          defaultValue={here}
          choices={marks.map(({ slug, at }) => ({ value: slug, label: shortMoment(locale, at) }))}
        />
        <input type="hidden" name="known" value="today" />
        {asked.by && <input type="hidden" name="by" value={asked.by} />}
        {asked.house === "without" && <input type="hidden" name="house" value="without" />}
        <Button>{t("page.chooseButton")}</Button>
      </form>
    </search>
  );
}
