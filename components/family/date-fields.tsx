import { Fieldset } from "@/components/ui/fieldset";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { PostedForm } from "@/lib/intake/typed/schema";

interface DateFieldsProps {
  locale: Locale;
  typed: PostedForm;
  problemAt: (field: string) => string | undefined;
}

/** Day, month and year in three boxes, any of them blank. One sentence above says what to mend, and marks the box it means. */
export function DateFields({ locale, typed, problemAt }: DateFieldsProps) {
  const t = translator(locale, "family");
  const parts = ["day", "month", "year"] as const;
  const wrong = parts.find((name) => problemAt(name));
  return (
    <Fieldset
      name="date"
      legend={t("detention.date")}
      hint={t("detention.dateHint")}
      error={wrong && problemAt(wrong)}
    >
      <div className="date">
        {parts.map((name) => (
          <div key={name}>
            <label htmlFor={name}>{t(`detention.${name}`)}</label>
            <input
              className="box"
              id={name}
              name={name}
              defaultValue={typed[name]}
              inputMode="numeric"
              autoComplete="off"
              aria-describedby={name === wrong ? "date-error" : undefined}
              aria-invalid={name === wrong ? true : undefined}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  );
}
