import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { choices } from "@/lib/vocabularies/rules";
import { DeskChoices, DeskSelect, DeskText } from "./fields";

export interface KnownIdentity {
  givenNames: string;
  surnames: string;
  documentKind: string;
  documentNumber: string;
  documentCountry: string;
  sex: string;
  birthYear: string;
  age: string;
  aliases?: string;
  birthDate?: string;
  ageMax?: string;
  nationality?: string;
  civilMilitary?: string;
  sectors?: string[];
}

/** Who the person is, and the few traits that counting needs, filled with what the family wrote. */
export function IdentityFields({ known, locale }: { known: KnownIdentity; locale: Locale }) {
  const t = translator(locale, "desk");
  return (
    <fieldset className="stack">
      <legend>{t("identity.title")}</legend>
      <div className="row2">
        <DeskText name="identity.givenNames" label={t("identity.givenNames")} value={known.givenNames} />
        <DeskText name="identity.surnames" label={t("identity.surnames")} value={known.surnames} />
      </div>
      <DeskText name="identity.aliases" label={t("identity.aliases")} value={known.aliases} />
      <div className="row3">
        <DeskSelect
          name="identity.documentKind"
          label={t("identity.documentKind")}
          value={known.documentKind}
          empty={t("identity.noDocument")}
          choices={choices("document_kind", locale)}
        />
        <DeskText
          name="identity.documentNumber"
          label={t("identity.documentNumber")}
          value={known.documentNumber}
        />
        <DeskText
          name="identity.documentCountry"
          label={t("identity.documentCountry")}
          value={known.documentCountry}
        />
      </div>
      <div className="row3">
        <DeskSelect
          name="traits.sex"
          label={t("identity.sex")}
          value={known.sex}
          choices={choices("sex", locale)}
        />
        <DeskText
          name="traits.birthDate"
          type="date"
          label={t("identity.birthDate")}
          value={known.birthDate}
        />
        <DeskText
          name="traits.birthYear"
          type="number"
          label={t("identity.birthYear")}
          value={known.birthYear}
        />
      </div>
      <div className="row2">
        <DeskText name="traits.ageMin" type="number" label={t("identity.ageMin")} value={known.age} />
        <DeskText
          name="traits.ageMax"
          type="number"
          label={t("identity.ageMax")}
          value={known.ageMax ?? known.age}
        />
      </div>
      <div className="row2">
        <DeskSelect
          name="traits.nationality"
          label={t("identity.nationality")}
          value={known.nationality ?? "unknown"}
          choices={choices("nationality", locale)}
        />
        <DeskSelect
          name="traits.civilMilitary"
          label={t("identity.civilMilitary")}
          value={known.civilMilitary ?? "unknown"}
          choices={choices("civil_military", locale)}
        />
      </div>
      <DeskChoices
        name="traits.sectors"
        many
        label={t("identity.sectors")}
        value={known.sectors}
        choices={choices("sector", locale)}
      />
    </fieldset>
  );
}
