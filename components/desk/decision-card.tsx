import type { EvidenceItem } from "@/lib/evidence/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { DecisionRow } from "@/lib/vetting/rules";
import { label } from "@/lib/vocabularies/rules";
import { momentText } from "./when";

interface DecisionCardProps {
  decision: DecisionRow;
  evidence: EvidenceItem[];
  locale: Locale;
  children?: React.ReactNode;
}

/** A decision as it was reasoned, with the second person's word or the form for it below. */
export function DecisionCard({ decision, evidence, locale, children }: DecisionCardProps) {
  const t = translator(locale, "desk");
  const { words, review } = decision;
  const title = (id: string) => evidence.find((item) => item.id === id)?.words.title ?? id;
  return (
    <article className="decision">
      <h3>
        {label("vetting_state", decision.outcome, locale)}
        <span className="note">
          {[
            decision.episode !== null && t("decision.episode", { n: decision.episode }),
            t("decision.method", { version: decision.methodVersion }),
            t("decision.writtenBy", {
              who: decision.authoredBy,
              day: momentText(decision.authoredAt, locale),
            }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </h3>
      <p className="words">{words.reasoning}</p>
      <ul className="reasons">
        {decision.identityEstablished && (
          <li>
            <b>{t("decision.identityEstablished")}:</b> {words.identityHow}
          </li>
        )}
        {decision.deprivation && (
          <li>
            <b>{t("decision.deprivationEstablished")}:</b> {label("agent", decision.agent, locale)}
            {words.deprivationHow && `. ${words.deprivationHow}`}
          </li>
        )}
        {decision.findings.map((finding) => (
          <li key={finding.criterion}>
            <b>
              {label("pace_finding", finding.criterion, locale)}:{" "}
              {label("finding_result", finding.result, locale)}.
            </b>{" "}
            {finding.reasoning}
            {finding.evidenceIds.length > 0 && (
              <span className="note">
                {t("decision.restsOn")}: {finding.evidenceIds.map(title).join("; ")}
              </span>
            )}
          </li>
        ))}
        <li>
          <b>{t("decision.exclusionLabel")}:</b> {label("exclusion", decision.exclusion, locale)}
          {words.exclusionReasoning && `. ${words.exclusionReasoning}`}
        </li>
        {words.counterEvidence && (
          <li>
            <b>{t("decision.counterEvidence")}:</b> {words.counterEvidence}
          </li>
        )}
        {words.dissent && (
          <li>
            <b>{t("decision.dissent")}:</b> {words.dissent}
          </li>
        )}
      </ul>
      {review ? (
        <p>
          <strong>
            {t(review.agreed ? "decision.agreedBy" : "decision.disagreedBy", {
              who: review.reviewedBy,
              day: momentText(review.reviewedAt, locale),
            })}
          </strong>
          {review.note && <span className="words"> {review.note}</span>}
        </p>
      ) : (
        <p>
          <strong className="waits">{t("decision.waits")}</strong>
        </p>
      )}
      {children}
    </article>
  );
}
