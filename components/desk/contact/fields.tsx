import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { ways } from "@/lib/intake/contact/schema";
import { DeskChoices, DeskText } from "../fields";

/** How somebody asks to be reached: nothing is chosen beforehand, and "none" weighs as much as the rest. */
export function ContactFields({ locale }: { locale: Locale }) {
  const t = translator(locale, "desk-messages");
  return (
    <div className="stack">
      <DeskChoices
        name="way"
        label={t("card.way")}
        choices={ways.map((value) => ({ value, label: t(`card.ways.${value}`) }))}
      />
      <DeskText name="address" label={t("card.address")} />
      <div className="row2">
        <DeskText name="from" type="time" label={t("card.from")} hint={t("card.hoursHint")} />
        <DeskText name="until" type="time" label={t("card.until")} />
      </div>
      <DeskChoices
        name="mayLeaveMessage"
        label={t("card.mayLeave")}
        choices={[
          { value: "yes", label: t("card.yes") },
          { value: "no", label: t("card.no") },
        ]}
      />
      <DeskText name="safeWord" label={t("card.word")} />
    </div>
  );
}
