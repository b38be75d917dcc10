import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { PublishedMoment } from "@/lib/balances/rules";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { type Ask, type Asked, type MomentName, momentsAsked } from "@/lib/tallies/asking/schema";
import { seriesKinds, seriesSteps } from "@/lib/tallies/series/schema";

interface QuestionFormProps {
  locale: Locale;
  ask: Ask;
  /** As typed, or as the question stands with its moments pinned down. */
  filled: Asked;
  errors: Partial<Record<MomentName, string>>;
  published: readonly PublishedMoment[];
}

/** One question as a form that needs no script: two boxes a moment, and the address of the answer holds all of it. */
export function QuestionForm({ locale, ask, filled, errors, published }: QuestionFormProps) {
  const t = translator(locale, "tallies");
  const hint = (name: MomentName) => {
    if (name === "from") return ask === "window" ? t("hints.from") : undefined;
    return name === "to" ? undefined : t(`hints.${name}`);
  };
  return (
    <form method="get" action="/equipo/recuentos" className="stack mt-4">
      <input type="hidden" name="ask" value={ask} />
      <p className="note">{t("momentHint")}</p>
      {momentsAsked[ask].map((name) => (
        <div key={name} className="row2">
          <TextField
            name={name}
            label={t(`fields.${name}`)}
            hint={hint(name)}
            error={errors[name]}
            defaultValue={filled[name]}
          />
          <TextField
            name={`${name}Time`}
            label={t("time")}
            aria-label={t("timeOf", { label: t(`fields.${name}`) })}
            inputMode="numeric"
            defaultValue={filled[`${name}Time`]}
          />
        </div>
      ))}
      {ask === "standing" && published.length > 0 && (
        <SelectField
          name="balance"
          label={t("balance")}
          hint={t("balanceHint")}
          empty={t("balanceNone")}
          choices={published.map(({ slug, kind }) => ({
            value: slug,
            label: t("balanceOf", { slug, kind }),
          }))}
        />
      )}
      {ask === "series" && (
        <div className="row2">
          <SelectField
            name="step"
            label={t("step")}
            defaultValue={filled.step ?? "week"}
            choices={seriesSteps.map((step) => ({ value: step, label: t(`steps.${step}`) }))}
          />
          <SelectField
            name="kind"
            label={t("kind")}
            defaultValue={filled.kind ?? "restated"}
            choices={seriesKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          />
        </div>
      )}
      <Button>{t("ask")}</Button>
    </form>
  );
}
