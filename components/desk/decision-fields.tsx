import type { EvidenceItem } from "@/lib/evidence/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { criteria, outcomes } from "@/lib/vetting/schema";
import { choices, label } from "@/lib/vocabularies/rules";
import { DeskArea, DeskCheck, DeskChoices, DeskSelect, DeskText } from "./fields";

/**
 * The decision of method 1.0, criterion by criterion, in the order it is reasoned. Nothing is chosen beforehand, and only evidence
 * (never a lead) can be picked for a criterion.
 */
export function DecisionFields({ evidence, locale }: { evidence: EvidenceItem[]; locale: Locale }) {
  const t = translator(locale, "desk");
  const usable = evidence
    .filter((item) => !item.lead)
    .map((item) => ({ value: item.id, label: item.words.title }));
  return (
    <div className="stack">
      <fieldset className="stack">
        <legend>{t("decision.identity")}</legend>
        <DeskCheck name="identityEstablished" label={t("decision.identityEstablished")} />
        <DeskArea name="identityHow" rows={2} label={t("decision.how")} />
      </fieldset>
      <fieldset className="stack">
        <legend>{t("decision.deprivation")}</legend>
        <DeskCheck name="deprivation" label={t("decision.deprivationEstablished")} />
        <DeskChoices name="agent" label={t("decision.agent")} choices={choices("agent", locale)} />
        <DeskArea name="deprivationHow" rows={2} label={t("decision.how")} />
      </fieldset>
      <fieldset className="stack">
        <legend>{t("decision.findings")}</legend>
        <p className="note">{t("decision.findingsHint")}</p>
        {criteria.map((criterion, n) => (
          <div key={criterion} className="criterion">
            <h4>{label("pace_finding", criterion, locale)}</h4>
            <input type="hidden" name={`findings.${n}.criterion`} value={criterion} />
            <DeskChoices
              name={`findings.${n}.result`}
              label={t("decision.result")}
              choices={choices("finding_result", locale)}
            />
            {usable.length > 0 ? (
              <DeskChoices
                name={`findings.${n}.evidenceIds`}
                many
                label={t("decision.restsOn")}
                choices={usable}
              />
            ) : (
              <p className="note">{t("decision.noEvidence")}</p>
            )}
            <DeskArea name={`findings.${n}.reasoning`} rows={2} label={t("decision.reason")} />
          </div>
        ))}
      </fieldset>
      <fieldset className="stack">
        <legend>{t("decision.exclusion")}</legend>
        <DeskChoices
          name="exclusion"
          label={t("decision.exclusionLabel")}
          choices={choices("exclusion", locale)}
        />
        <DeskArea name="exclusionReasoning" rows={2} label={t("decision.reason")} />
      </fieldset>
      <fieldset className="stack">
        <legend>{t("decision.conclusion")}</legend>
        <DeskChoices
          name="outcome"
          label={t("decision.outcome")}
          choices={outcomes.map((value) => ({ value, label: label("vetting_state", value, locale) }))}
        />
        <DeskArea name="reasoning" label={t("decision.reasoning")} />
        <DeskArea name="counterEvidence" rows={2} label={t("decision.counterEvidence")} />
        <DeskArea name="dissent" rows={2} label={t("decision.dissent")} />
        <div className="row2">
          <DeskSelect
            name="confidence"
            label={t("decision.confidence")}
            value="medium"
            choices={choices("confidence", locale)}
          />
          <DeskText name="nextReviewOn" type="date" label={t("decision.nextReviewOn")} />
        </div>
      </fieldset>
      <details>
        <summary>{t("decision.beside")}</summary>
        <DeskChoices name="wgad" many label={t("decision.wgad")} choices={choices("wgad_category", locale)} />
        <DeskChoices
          name="foroPenal"
          many
          label={t("decision.foroPenal")}
          choices={choices("foro_penal_category", locale)}
        />
      </details>
    </div>
  );
}
