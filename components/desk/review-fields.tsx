import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { DeskFact } from "@/lib/vetting/cases/rules";
import { DeskArea, DeskChoices } from "./fields";
import { boundsText } from "./when";
import { stateText } from "./words";

interface ReviewFieldsProps {
  /** Waiting facts that somebody else recorded. */
  waiting: DeskFact[];
  /** What agreement would do to the national total; null when it cannot be said. */
  effect: { before: number; difference: number } | null;
  /** The name would be on a public page. */
  isNamed: boolean;
  locale: Locale;
}

/** The second person's form: what it would change is said before the buttons, and each waiting fact may be left out. */
export function ReviewFields({ waiting, effect, isNamed, locale }: ReviewFieldsProps) {
  const t = translator(locale, "desk");
  return (
    <fieldset className="stack">
      <legend>{t("decision.review")}</legend>
      {effect && (
        <p className="notice">
          {effect.difference === 0
            ? t("decision.effectNone", { before: effect.before })
            : t("decision.effect", { before: effect.before, after: effect.before + effect.difference })}{" "}
          {t(isNamed ? "decision.effectNamed" : "decision.effectOnly")}
        </p>
      )}
      {waiting.length > 0 && (
        <DeskChoices
          name="factIds"
          many
          label={t("decision.acceptFacts")}
          value={waiting.map((fact) => fact.id)}
          choices={waiting.map((fact) => ({
            value: fact.id,
            label: `${stateText(fact.track, fact.state, locale)}, ${boundsText(fact, locale)}`,
          }))}
        />
      )}
      <DeskArea name="note" rows={2} label={t("decision.note")} />
      <div className="buttons">
        <button type="submit" name="agreed" value="yes" className="button">
          {t("decision.agree")}
        </button>
        <button type="submit" name="agreed" value="no" className="button plain">
          {t("decision.disagree")}
        </button>
      </div>
    </fieldset>
  );
}
