import { givers } from "@/lib/consent/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { askedPurposes } from "@/lib/vetting/cases/opening/schema";
import { label } from "@/lib/vocabularies/rules";
import { DeskSelect, DeskText } from "./fields";

/** Who permits or refuses what where there is no report, and how that was checked; what was not asked stays blank. */
export function SpeakerFields({ locale }: { locale: Locale }) {
  const t = translator(locale, "desk");
  return (
    <fieldset className="stack">
      <legend>{t("opening.speaker")}</legend>
      <p className="note">{t("opening.speakerHint")}</p>
      <div className="row3">
        <DeskSelect
          name="speaker.givenBy"
          label={t("opening.givenBy")}
          value="relative"
          choices={givers.map((value) => ({ value, label: t(`permission.givers.${value}`) }))}
        />
        <DeskText name="speaker.who" label={t("opening.who")} />
        <DeskText name="speaker.how" label={t("opening.how")} hint={t("opening.howHint")} />
      </div>
      <div className="row3">
        {askedPurposes.map((purpose) => (
          <DeskSelect
            key={purpose}
            name={`speaker.${purpose}`}
            label={label("purpose", purpose, locale)}
            empty={t("permission.notAsked")}
            choices={[
              { value: "yes", label: t("permission.yes") },
              { value: "no", label: t("permission.no") },
            ]}
          />
        ))}
      </div>
    </fieldset>
  );
}
