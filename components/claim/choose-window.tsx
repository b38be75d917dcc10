import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import type { LedgerView } from "@/lib/opendata/claims/moment/queries";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";
import type { WindowChoice } from "@/lib/opendata/claims/windows/rules";

interface ChooseWindowProps {
  locale: Locale;
  claim: PublishedClaim;
  choices: readonly WindowChoice[];
  chosen: string | undefined;
  view: LedgerView;
}

/** From when what was verified is to be read beside an authority's figure: one select and a button; every answer has its address. */
export function ChooseWindow({ locale, claim, choices, chosen, view }: ChooseWindowProps) {
  const t = translator(locale, "claims");
  if (choices.length < 2) return null;
  return (
    <search className="screen-only" aria-label={t("windows.title")}>
      <form action={href(locale, "comparar", claim.id)} method="get" className="choose-window">
        <SelectField
          name="desde"
          label={t("windows.choose")}
          hint={t("windows.note")}
          choices={choices.map(({ key, label }) => ({ value: key, label }))}
          defaultValue={chosen}
        />
        {view.known && view.balance && <input type="hidden" name="balance" value={view.balance.slug} />}
        {view.known && <input type="hidden" name="known" value={view.known.toISOString()} />}
        <Button>{t("windows.button")}</Button>
      </form>
    </search>
  );
}
