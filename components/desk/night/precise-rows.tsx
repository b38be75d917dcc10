import { DeskSelect, DeskText } from "@/components/desk/fields";
import { SourceFields } from "@/components/desk/source-fields";
import { stateText } from "@/components/desk/words";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { preciseKinds } from "@/lib/vetting/night/schema";
import type { SheetRow } from "@/lib/vetting/night/sheets/queries";

/** Releases that stand, each with what it turned out to be; a row left as it is changes nothing. */
export function PreciseRows({ locale, rows }: { locale: Locale; rows: readonly SheetRow[] }) {
  const t = translator(locale, "night");
  const kinds = preciseKinds.map((value) => ({ value, label: stateText("custody", value, locale) }));
  return (
    <div className="stack">
      <p className="note">{t("preciseNote")}</p>
      <DeskText name="reason" label={t("reason")} />
      <SourceFields prefix="sources" locale={locale} />
      <div className="row3">
        {rows.map(({ fact, name }) => (
          <DeskSelect
            key={fact.id}
            name={`kind.f${fact.id}`}
            label={`${name}: ${stateText("custody", fact.state, locale)}`}
            empty={t("unchanged")}
            choices={kinds.filter(({ value }) => value !== fact.state)}
          />
        ))}
      </div>
    </div>
  );
}
