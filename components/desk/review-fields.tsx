import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { DeskFact } from "@/lib/vetting/cases/rules";
import { points } from "@/lib/vetting/schema";
import { DeskArea, DeskChoices } from "./fields";
import { Key } from "./keys/key";
import { SIGN } from "./keys/rules";
import { boundsText } from "./when";
import { stateText } from "./words";

interface ReviewFieldsProps {
  /** Waiting facts that somebody else recorded. */
  waiting: DeskFact[];
  locale: Locale;
}

/** The second person's form: each waiting fact may be left out, a point may be dissented from, and what is returned bears its reason. */
export function ReviewFields({ waiting, locale }: ReviewFieldsProps) {
  const t = translator(locale, "desk-decision");
  return (
    <fieldset className="stack">
      <legend>{t("review")}</legend>
      {waiting.length > 0 && (
        <DeskChoices
          name="factIds"
          many
          label={t("acceptFacts")}
          value={waiting.map((fact) => fact.id)}
          choices={waiting.map((fact) => ({
            value: fact.id,
            label: `${stateText(fact.track, fact.state, locale)}, ${boundsText(fact, locale)}`,
          }))}
        />
      )}
      <details>
        <summary>{t("dissent")}</summary>
        <DeskChoices
          name="dissentOn"
          many
          label={t("dissentOn")}
          hint={t("dissentHint")}
          choices={points.map((point) => ({ value: point, label: t(`points.${point}`) }))}
        />
        <DeskArea name="dissent" rows={2} label={t("dissent")} />
      </details>
      <DeskArea name="note" rows={2} label={t("note")} />
      <div className="buttons">
        <button type="submit" name="agreed" value="yes" className="button" data-key={SIGN}>
          {t("agree")} <Key of={SIGN} />
        </button>
        <button type="submit" name="agreed" value="no" className="button plain">
          {t("disagree")}
        </button>
      </div>
    </fieldset>
  );
}
