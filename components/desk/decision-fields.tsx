import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { DecisionDraft } from "@/lib/vetting/cases/deciding/rules";
import type { ReviewRule } from "@/lib/vetting/review/rules";
import { criteria, outcomes } from "@/lib/vetting/schema";
import { choices, label } from "@/lib/vocabularies/rules";
import { DecisionPoint } from "./decision-point";
import { type Choice, DeskArea, DeskChoices, DeskSelect, DeskText } from "./fields";

interface DecisionFieldsProps {
  draft: DecisionDraft;
  /** What a point may rest on. */
  rests: Choice[];
  /** The days the rules give, with which rule each is. */
  days: { positive: RuledDay; negative: RuledDay };
  /** May choose another day for the next review. */
  maySetDay: boolean;
  locale: Locale;
}

export interface RuledDay {
  rule: ReviewRule;
  /** As people write it. */
  day: string;
}

const chosen = (value: string | null) => (value === null ? [] : [value]);

/**
 * The decision of method 1.0, point by point in the order it is reasoned. Judgements are chosen by whoever signs; only evidence (never
 * a lead) and facts with their sources can be picked.
 */
export function DecisionFields({ draft, rests, days, maySetDay, locale }: DecisionFieldsProps) {
  const t = translator(locale, "desk-decision");
  const point = { rests, locale };
  return (
    <div className="stack">
      <fieldset className="stack">
        <legend>{t("identity")}</legend>
        <DecisionPoint
          name="identity"
          draft={draft.identity}
          reason={t("identityHow")}
          hasResult
          {...point}
        />
      </fieldset>
      <fieldset className="stack">
        <legend>{t("deprivation")}</legend>
        <DecisionPoint
          name="deprivation"
          draft={draft.deprivation}
          reason={t("deprivationHow")}
          hasResult
          {...point}
        >
          <DeskChoices
            name="deprivation.agent"
            label={t("agent")}
            value={chosen(draft.deprivation.agent)}
            choices={choices("agent", locale)}
          />
        </DecisionPoint>
      </fieldset>
      <fieldset className="stack">
        <legend>{t("findings")}</legend>
        <p className="note">{t("findingsHint")}</p>
        {criteria.map((criterion, n) => (
          <div key={criterion} className="criterion stack">
            <h4>{label("pace_finding", criterion, locale)}</h4>
            <input type="hidden" name={`findings.${n}.criterion`} value={criterion} />
            <DecisionPoint
              name={`findings.${n}`}
              draft={draft.findings[criterion] ?? { result: null, reasoning: "", rests: [] }}
              reason={t("reason")}
              hasResult
              open={n === 0}
              {...point}
            />
          </div>
        ))}
      </fieldset>
      <fieldset className="stack">
        <legend>{t("exclusion")}</legend>
        <p className="note">{t("exclusionHint")}</p>
        <DecisionPoint name="exclusion" draft={draft.exclusion} reason={t("reason")} {...point}>
          <DeskChoices
            name="exclusion.kind"
            label={t("exclusionLabel")}
            value={chosen(draft.exclusion.kind)}
            choices={choices("exclusion", locale)}
          />
        </DecisionPoint>
      </fieldset>
      <fieldset className="stack">
        <legend>{t("counterTitle")}</legend>
        <DecisionPoint
          name="counterEvidence"
          draft={draft.counterEvidence}
          reason={t("counterEvidence")}
          {...point}
        />
      </fieldset>
      <fieldset className="stack">
        <legend>{t("conclusion")}</legend>
        <DeskChoices
          name="outcome"
          label={t("outcome")}
          value={chosen(draft.outcome)}
          choices={outcomes.map((value) => ({ value, label: label("vetting_state", value, locale) }))}
        />
        <DeskArea name="reasoning" label={t("reasoning")} value={draft.reasoning} />
        <DeskSelect
          name="confidence"
          label={t("confidence")}
          value={draft.confidence}
          choices={choices("confidence", locale)}
        />
      </fieldset>
      <NextReview days={days} maySetDay={maySetDay} locale={locale} />
      <details open={draft.wgad.length + draft.foroPenal.length > 0}>
        <summary>{t("beside")}</summary>
        <p className="note">{t("wgadHint")}</p>
        <DeskChoices
          name="wgad"
          many
          label={t("wgad")}
          value={draft.wgad}
          choices={choices("wgad_category", locale)}
        />
        <DeskChoices
          name="foroPenal"
          many
          label={t("foroPenal")}
          value={draft.foroPenal}
          choices={choices("foro_penal_category", locale)}
        />
      </details>
    </div>
  );
}

/** When it will be looked at again and by which rule, with a box for another day where the reader may choose one. */
function NextReview({ days, maySetDay, locale }: Pick<DecisionFieldsProps, "days" | "maySetDay" | "locale">) {
  const t = translator(locale, "desk-decision");
  return (
    <fieldset className="stack">
      <legend>{t("nextReview")}</legend>
      <ul className="note">
        {(["positive", "negative"] as const).map((which) => (
          <li key={which}>
            {t(`reviewRuleFor.${which}`)}: {t(`reviewRule.${days[which].rule}`, { day: days[which].day })}.
          </li>
        ))}
      </ul>
      {maySetDay ? (
        <DeskText name="nextReviewOn" type="date" label={t("nextReview")} hint={t("nextReviewHint")} />
      ) : (
        <p className="note">{t("reviewOnlyCoordinator")}</p>
      )}
    </fieldset>
  );
}
