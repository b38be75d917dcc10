import { SelectField, TextField } from "@/components/ui/field";
import { ChoiceField } from "@/components/ui/fieldset";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { ways } from "@/lib/intake/contact/schema";
import type { PostedForm } from "@/lib/intake/typed/schema";

const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);

interface ContactFieldsProps {
  locale: Locale;
  typed: PostedForm;
  problemAt: (field: string) => string | undefined;
}

/** How to reach them without putting anybody at risk. Not being reached at all comes first and weighs as much as any other way. */
export function ContactFields({ locale, typed, problemAt }: ContactFieldsProps) {
  const t = translator(locale, "steps");
  const inOrder = ["none" as const, ...ways.filter((way) => way !== "none")];
  return (
    <>
      <ChoiceField
        name="way"
        legend={t("contact.way")}
        error={problemAt("way")}
        value={typed.way}
        choices={inOrder.map((value) => ({ value, label: t(`contact.way_${value}`) }))}
      />
      <TextField
        name="address"
        label={t("contact.address")}
        hint={t("contact.addressHint")}
        error={problemAt("address")}
        defaultValue={typed.address}
      />
      {(["from", "until"] as const).map((name) => (
        <SelectField
          key={name}
          name={name}
          label={t(`contact.${name}`)}
          hint={name === "from" ? t("contact.hoursHint") : undefined}
          error={problemAt(name)}
          empty={t("contact.anyHour")}
          choices={hours.map((value) => ({ value, label: value }))}
          defaultValue={typed[name]}
        />
      ))}
      <ChoiceField
        name="leave"
        legend={t("contact.leave")}
        hint={t("contact.leaveHint")}
        value={typed.leave}
        choices={(["no", "yes"] as const).map((value) => ({ value, label: t(`contact.leave_${value}`) }))}
      />
      <TextField
        name="safeWord"
        label={t("contact.safeWord")}
        hint={t("contact.safeWordHint")}
        error={problemAt("safeWord")}
        defaultValue={typed.safeWord}
      />
    </>
  );
}
