import type { EvidenceItem } from "@/lib/evidence/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { DeskFact } from "@/lib/vetting/cases/rules";
import type { DecisionRow } from "@/lib/vetting/rules";
import type { Rests, Result } from "@/lib/vetting/schema";
import { label } from "@/lib/vocabularies/rules";
import { restText } from "./decision-rests";
import { momentText } from "./when";

interface DecisionCardProps {
  decision: DecisionRow;
  evidence: EvidenceItem[];
  facts: DeskFact[];
  locale: Locale;
  children?: React.ReactNode;
}

/** A decision as it was reasoned, point by point with what each rests on, and the second person's word or the form for it below. */
export function DecisionCard({ decision, evidence, facts, locale, children }: DecisionCardProps) {
  const t = translator(locale, "desk-decision");
  const { checks, review } = decision;
  const rests = { evidence, facts, locale };
  const beside = [
    ...decision.wgad.map((code) => label("wgad_category", code, locale)),
    ...decision.foroPenal.map((code) => label("foro_penal_category", code, locale)),
  ];
  return (
    <article className="decision">
      <h3>
        {label("vetting_state", decision.outcome, locale)}
        <span className="note">
          {[
            decision.episode !== null && t("episode", { n: decision.episode }),
            t("method", { version: decision.methodVersion }),
            t("writtenBy", { who: decision.authoredBy, day: momentText(decision.authoredAt, locale) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </h3>
      <p className="words">{decision.reasoning}</p>
      <ul className="reasons">
        <Point title={t("points.identity")} point={checks.identity} {...rests} />
        <Point
          title={t("points.deprivation")}
          point={checks.deprivation}
          says={`${resultText(checks.deprivation, locale)}, ${label("agent", decision.agent, locale)}`}
          {...rests}
        />
        {decision.findings.map((finding) => (
          <Point
            key={finding.criterion}
            title={label("pace_finding", finding.criterion, locale)}
            point={finding}
            {...rests}
          />
        ))}
        <Point
          title={t("points.exclusion")}
          point={checks.exclusion}
          says={label("exclusion", decision.exclusion, locale)}
          {...rests}
        />
        <Point
          title={t("counterLabel")}
          point={checks.counter_evidence}
          says={checks.counter_evidence.reasoning === "" ? t("nothingAgainst") : ""}
          {...rests}
        />
        {decision.dissent && (
          <li>
            <b>{t("dissent")}:</b> {decision.dissent}
          </li>
        )}
      </ul>
      {beside.length > 0 && <p className="note">{t("besideShown", { list: beside.join("; ") })}</p>}
      <Word review={review} locale={locale} />
      {children}
    </article>
  );
}

const resultText = ({ result }: { result: Result }, locale: Locale) =>
  label("finding_result", result, locale);

interface PointProps {
  title: string;
  point: Rests & { result: Result };
  /** Instead of the result, where the point has its own words for it. */
  says?: string;
  evidence: EvidenceItem[];
  facts: DeskFact[];
  locale: Locale;
}

function Point({ title, point, says, evidence, facts, locale }: PointProps) {
  const t = translator(locale, "desk-decision");
  const rests = restText(point, evidence, facts, locale);
  const said = says ?? resultText(point, locale);
  return (
    <li>
      <b>
        {title}
        {said && `: ${said}`}.
      </b>{" "}
      {point.reasoning}
      {rests.length > 0 && (
        <span className="note">
          {t("rests")}: {rests.join("; ")}
        </span>
      )}
    </li>
  );
}

/** The second person's word: agreed, agreed with a dissent, returned; or that it is waited for. */
function Word({ review, locale }: { review: DecisionRow["review"]; locale: Locale }) {
  const t = translator(locale, "desk-decision");
  if (!review)
    return (
      <p>
        <strong className="waits">{t("waits")}</strong>
      </p>
    );
  const who = { who: review.reviewedBy, day: momentText(review.reviewedAt, locale) };
  return (
    <>
      <p>
        <strong>{t(review.agreed ? "agreedBy" : "returnedBy", who)}</strong>
        {review.note && <span className="words"> {review.note}</span>}
      </p>
      {review.dissent && (
        <p>
          <strong>
            {t("dissented", {
              list: review.dissentOn.map((point) => t(`points.${point}` as "points.a")).join(", "),
            })}
            :
          </strong>
          <span className="words"> {review.dissent}</span>
        </p>
      )}
    </>
  );
}
