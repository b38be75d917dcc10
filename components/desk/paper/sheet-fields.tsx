import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { relations } from "@/lib/intake/schema";
import { choices } from "@/lib/vocabularies/rules";
import { DeskArea, DeskSelect, DeskText } from "../fields";
import { LaterFields } from "./later-fields";

/** The fields of the sheet, in its order and under its numbers, in the words that families read. */
export function SheetFields({ locale }: { locale: Locale }) {
  const t = translator(locale, "paper");
  const f = translator(locale, "family");
  const sheet = translator(locale, "sheet");
  const answers = [
    { value: "yes", label: t("yes") },
    { value: "no", label: t("no") },
  ];
  const empty = t("notSaid");
  return (
    <>
      <div className="row2">
        <DeskText name="number" label={t("number")} hint={t("numberHint")} />
        <DeskText name="takenOn" type="date" label={t("takenOn")} />
      </div>
      <h2>{t("permissions")}</h2>
      <div className="row2">
        <DeskSelect name="store" label={t("store")} empty={empty} choices={answers} />
        <DeskSelect name="count" label={t("count")} empty={empty} choices={answers} />
      </div>
      <h2>{sheet("s1")}</h2>
      <div className="row2">
        <DeskText name="person.givenNames" label={f("person.givenNames")} />
        <DeskText name="person.surnames" label={f("person.surnames")} />
      </div>
      <div className="row2">
        <DeskSelect
          name="person.idKind"
          label={f("person.idKind")}
          empty={empty}
          choices={[
            { value: "V", label: f("person.idV") },
            { value: "E", label: f("person.idE") },
            { value: "passport", label: f("person.idPassport") },
          ]}
        />
        <DeskText name="person.idNumber" label={f("person.idNumber")} />
      </div>
      <div className="row3">
        <DeskText name="person.birthYear" label={f("person.birthYear")} />
        <DeskText name="person.approxAge" label={f("person.approxAge")} />
        <DeskSelect
          name="person.sex"
          label={f("person.sex")}
          empty={empty}
          choices={[
            { value: "woman", label: f("person.sexWoman") },
            { value: "man", label: f("person.sexMan") },
            { value: "other", label: f("person.sexOther") },
          ]}
        />
      </div>
      <h2>{sheet("s2")}</h2>
      <div className="row3">
        <DeskText name="detention.day" label={f("detention.day")} />
        <DeskText name="detention.month" label={f("detention.month")} />
        <DeskText name="detention.year" label={f("detention.year")} />
      </div>
      <div className="row2">
        <DeskSelect
          name="detention.precision"
          label={f("detention.precision")}
          empty={empty}
          choices={[
            { value: "exact", label: f("detention.precisionExact") },
            { value: "approximate", label: f("detention.precisionApproximate") },
            { value: "before", label: f("detention.precisionBefore") },
            { value: "after", label: f("detention.precisionAfter") },
          ]}
        />
        <DeskSelect
          name="detention.entity"
          label={f("detention.entity")}
          empty={empty}
          choices={choices("entity", locale)}
        />
      </div>
      <div className="row2">
        <DeskText name="detention.place" label={f("detention.place")} />
        <DeskSelect
          name="detention.force"
          label={f("detention.force")}
          empty={empty}
          choices={choices("force", locale)}
        />
      </div>
      <DeskArea name="detention.account" label={f("detention.account")} />
      <h2>{sheet("s3")}</h2>
      <div className="row2">
        <DeskSelect
          name="whereabouts.told"
          label={f("whereabouts.told")}
          empty={empty}
          choices={[
            { value: "not_told", label: f("whereabouts.toldNotTold") },
            { value: "denied", label: f("whereabouts.toldDenied") },
            { value: "told", label: f("whereabouts.toldTold") },
          ]}
        />
        <DeskText name="whereabouts.otherPlace" label={f("whereabouts.otherPlace")} />
      </div>
      <div className="row2">
        <DeskText name="whereabouts.deniedWhere" label={f("whereabouts.deniedWhere")} />
        <DeskText name="whereabouts.lastContact" label={f("whereabouts.lastContact")} />
      </div>
      <DeskSelect
        name="whereabouts.relation"
        label={f("whereabouts.relation")}
        empty={empty}
        choices={relations
          .filter((one) => one !== "not_said")
          .map((value) => ({ value, label: f(`whereabouts.relation_${value}`) }))}
      />
      <LaterFields locale={locale} />
    </>
  );
}
