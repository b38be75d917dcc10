import { DeskSelect, DeskText } from "@/components/desk/fields";
import { SourceFields } from "@/components/desk/source-fields";
import { type RemedyState, remedyForms } from "@/lib/cases/facts/remedies/rules";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { choices, label } from "@/lib/vocabularies/rules";

interface RemedyFieldsProps {
  state: RemedyState;
  episode: number;
  locale: Locale;
}

/** The boxes of one kind of remedy or denial: when, before whom or where, who said it, what came of it. Only what that kind has. */
export function RemedyFields({ state, episode, locale }: RemedyFieldsProps) {
  const t = translator(locale, "desk-remedies");
  const d = translator(locale, "desk");
  const form = remedyForms[state];
  return (
    <div className="stack">
      <div className="row3">
        <DeskText name="earliest" type="date" label={t(form.answered ? "filedOn" : "on")} />
        <DeskText name="latest" type="date" label={t("until")} />
        <DeskText name="episode" type="number" label={d("fact.episode")} value={String(episode)} />
      </div>
      {form.place && (
        <div className="row2">
          <DeskSelect
            name="facility"
            label={t("place")}
            empty={d("fact.notSaid")}
            choices={choices("facility", locale)}
          />
          <DeskSelect
            name="entity"
            label={d("fact.entity")}
            empty={d("fact.notSaid")}
            choices={choices("entity", locale)}
          />
        </div>
      )}
      <div className="row2">
        <DeskText name="authority" label={t(`authority.${state}`)} />
        <DeskText name="said" label={t("said")} hint={t("saidHint")} />
      </div>
      {form.results.length > 0 && (
        <div className="row2">
          <DeskSelect
            name="result"
            label={t(form.answered ? "answer" : "result")}
            empty={d("fact.notSaid")}
            choices={form.results.map((value) => ({ value, label: label("remedy_result", value, locale) }))}
          />
          {form.answered && <DeskText name="answeredOn" type="date" label={t("answeredOn")} />}
        </div>
      )}
      <SourceFields prefix="sources" known={[form.source]} locale={locale} />
    </div>
  );
}
