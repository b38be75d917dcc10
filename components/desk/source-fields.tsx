import { originClasses } from "@/lib/evidence/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { choices } from "@/lib/vocabularies/rules";
import { FieldGroup } from "./field-group";
import { DeskSelect, DeskText } from "./fields";

/** The origin of a source as a class and, where it helps, which one. */
export function OriginFields({ prefix, value, locale }: { prefix: string; value?: string; locale: Locale }) {
  const t = translator(locale, "desk");
  const [first = "family", ...which] = (value ?? "family").split(":");
  return (
    <>
      <DeskSelect
        name={`${prefix}originClass`}
        label={t("source.class")}
        value={first}
        choices={originClasses.map((one) => ({ value: one, label: t(`source.classes.${one}`) }))}
      />
      <DeskText name={`${prefix}originName`} label={t("source.name")} value={which.join(":")} />
    </>
  );
}

interface SourceFieldsProps {
  /** Start of the names: `fact.sources` gives `fact.sources.0.kind`. */
  prefix: string;
  /** Kind and class of the first rows, when they are known. */
  known?: { kind: string; origin: string }[];
  /** The key that leads to the first row still free. */
  letter?: string;
  locale: Locale;
}

/** Rows for sources, each with its origin: those that are known, one more, and never fewer than three. Rows without a kind are left out. */
export function SourceFields({ prefix, known = [], letter, locale }: SourceFieldsProps) {
  const t = translator(locale, "desk");
  return (
    <FieldGroup name={prefix} legend={t("source.title")} className="sources">
      <p className="note">{t("source.hint")}</p>
      {Array.from({ length: Math.max(3, known.length + 1) }, (_, n) => (
        <div key={n} className="row3">
          <DeskSelect
            name={`${prefix}.${n}.kind`}
            letter={letter && n === known.length ? letter : undefined}
            label={`${t("source.n", { n: n + 1 })}: ${t("source.kind").toLowerCase()}`}
            value={known[n]?.kind}
            empty={t("source.none")}
            choices={choices("source_kind", locale)}
          />
          <OriginFields prefix={`${prefix}.${n}.`} value={known[n]?.origin} locale={locale} />
        </div>
      ))}
    </FieldGroup>
  );
}
