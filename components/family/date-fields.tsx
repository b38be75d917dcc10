import { Fieldset } from "@/components/ui/fieldset";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { PostedForm } from "@/lib/intake/typed/schema";

const words = ["day", "month", "year"] as const;

interface DateFieldsProps {
  locale: Locale;
  typed: PostedForm;
  problemAt: (field: string) => string | undefined;
  /** Where the problem stands, and the id of the whole question. */
  name: string;
  legend: string;
  hint?: string;
  /** The names of day, month and year in the form. */
  parts?: readonly [string, string, string];
}

/** Day, month and year in three boxes, any of them blank. One sentence above says what to mend, and marks the box it means. */
export function DateFields({ locale, typed, problemAt, parts = words, ...asked }: DateFieldsProps) {
  const t = translator(locale, "family");
  const wrong = parts.find((name) => problemAt(name));
  return (
    <Fieldset {...asked} error={wrong && problemAt(wrong)}>
      <div className="date">
        {parts.map((name, n) => (
          <div key={name}>
            <label htmlFor={name}>{t(`detention.${words[n] ?? "year"}`)}</label>
            <input
              className="box"
              id={name}
              name={name}
              defaultValue={typed[name]}
              inputMode="numeric"
              autoComplete="off"
              aria-describedby={name === wrong ? `${asked.name}-error` : undefined}
              aria-invalid={name === wrong ? true : undefined}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  );
}
