import { askedPurposes } from "@/lib/consent/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { ways } from "@/lib/intake/contact/schema";
import { boxOf } from "@/lib/intake/permissions/schema";
import { conditions, presented } from "@/lib/intake/schema";
import { DeskArea, DeskChoices, DeskSelect, DeskText } from "../fields";

const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);
const counsel = ["none", "public_imposed", "public_accepted", "private", "ngo", "refused"] as const;

/** The second half of the sheet, all of which may be blank: court, health, contact and the permissions. Papers come with the code alone. */
export function LaterFields({ locale }: { locale: Locale }) {
  const t = translator(locale, "steps");
  const f = translator(locale, "family");
  const p = translator(locale, "permissions");
  const sheet = translator(locale, "sheet");
  const empty = translator(locale, "paper")("notSaid");
  const yesOrNo = [
    { value: "yes", label: sheet("yes") },
    { value: "no", label: sheet("no") },
  ];
  return (
    <>
      <h2>{sheet("s4")}</h2>
      <div className="row2">
        <DeskSelect
          name="court.presented"
          label={t("court.presented")}
          empty={empty}
          choices={presented.map((value) => ({ value, label: t(`court.presented_${value}`) }))}
        />
        <DeskSelect
          name="court.counsel"
          label={t("court.counsel")}
          empty={empty}
          choices={counsel.map((value) => ({ value, label: t(`court.counsel_${value}`) }))}
        />
      </div>
      <div className="row2">
        <DeskText name="court.court" label={t("court.court")} />
        <DeskText name="court.charges" label={t("court.charges")} />
      </div>
      <h3>{t("court.hearing")}</h3>
      <div className="row3">
        <DeskText name="court.day" label={f("detention.day")} />
        <DeskText name="court.month" label={f("detention.month")} />
        <DeskText name="court.year" label={f("detention.year")} />
      </div>
      <h2>{sheet("s5")}</h2>
      <div className="row2">
        <DeskSelect name="health.danger" label={t("health.danger")} empty={empty} choices={yesOrNo} />
        <DeskSelect name="health.listener" label={t("health.listener")} empty={empty} choices={yesOrNo} />
      </div>
      <DeskChoices
        many
        name="health.conditions"
        label={t("health.conditions")}
        choices={conditions.map((value) => ({ value, label: t(`health.condition_${value}`) }))}
      />
      <DeskText name="health.medicine" label={t("health.medicine")} />
      <DeskArea name="health.healthAccount" label={t("health.account")} />
      <h2>{sheet("s7")}</h2>
      <div className="row2">
        <DeskSelect
          name="contact.way"
          label={t("contact.way")}
          empty={empty}
          choices={ways.map((value) => ({ value, label: t(`contact.way_${value}`) }))}
        />
        <DeskText name="contact.address" label={t("contact.address")} />
      </div>
      <div className="row2">
        {(["from", "until"] as const).map((name) => (
          <DeskSelect
            key={name}
            name={`contact.${name}`}
            label={t(`contact.${name}`)}
            empty={t("contact.anyHour")}
            choices={hours.map((value) => ({ value, label: value }))}
          />
        ))}
      </div>
      <div className="row2">
        <DeskSelect name="contact.leave" label={t("contact.leave")} empty={empty} choices={yesOrNo} />
        <DeskText name="contact.safeWord" label={t("contact.safeWord")} />
      </div>
      <h2>{sheet("s8")}</h2>
      {askedPurposes.map((purpose) => (
        <DeskSelect
          key={purpose}
          name={`permissions.${boxOf(purpose)}`}
          label={p(purpose)}
          empty={empty}
          choices={yesOrNo}
        />
      ))}
    </>
  );
}
