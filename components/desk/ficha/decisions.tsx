import { momentText } from "@/components/desk/when";
import type { SheetDecision } from "@/lib/filings/sheet/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { label } from "@/lib/vocabularies/rules";

interface SheetDecisionsProps {
  decisions: readonly SheetDecision[];
  locale: Locale;
}

/** Each reviewed decision as it was reasoned: criteria, what was weighed against it, dissent, and the second person's word. */
export function SheetDecisions({ decisions, locale }: SheetDecisionsProps) {
  const t = translator(locale, "desk-ficha");
  if (decisions.length === 0) return <p>{t("decisions.none")}</p>;
  return decisions.map((decision) => (
    <SheetDecisionWords key={decision.id} decision={decision} locale={locale} />
  ));
}

function SheetDecisionWords({ decision, locale }: { decision: SheetDecision; locale: Locale }) {
  const t = translator(locale, "desk-ficha");
  const d = translator(locale, "desk-decision");
  const { review } = decision;
  const said: [string, string][] = [
    [d("identityHow"), decision.identityHow ?? ""],
    [
      d("deprivationHow"),
      decision.deprivationHow === null
        ? ""
        : `${label("agent", decision.agent, locale)}. ${decision.deprivationHow}`,
    ],
    ...decision.findings.map((finding): [string, string] => [
      label("pace_finding", finding.criterion, locale),
      [
        `${label("finding_result", finding.result, locale)}.`,
        finding.reasoning,
        finding.restsOn.length > 0 && `(${t("decisions.restsOn", { list: finding.restsOn.join(", ") })})`,
      ]
        .filter(Boolean)
        .join(" "),
    ]),
    [
      d("exclusionLabel"),
      [`${label("exclusion", decision.exclusion, locale)}.`, decision.exclusionReasoning].join(" "),
    ],
    [d("reasoning"), decision.reasoning],
    [d("counterLabel"), decision.counterEvidence],
    [d("dissent"), decision.dissent],
    [d("confidence"), label("confidence", decision.confidence, locale)],
    [t("decisions.categories"), categoriesOf(decision, locale)],
    [d("note"), review.note],
  ];
  const who = t("team", { letter: review.by });
  const day = momentText(review.at, locale);
  return (
    <article>
      <h3>
        {label("vetting_state", decision.outcome, locale)}
        {decision.episode !== null && ` · ${t("episode", { n: decision.episode })}`}
      </h3>
      <p>
        {t("decisions.by", {
          author: t("team", { letter: decision.authoredBy }),
          day: momentText(decision.authoredAt, locale),
          version: decision.methodVersion,
        })}
        . {t(review.agreed ? "decisions.agreed" : "decisions.disagreed", { who, day })}.
      </p>
      <dl className="said">
        {said
          .filter(([, words]) => words.trim() !== "")
          .map(([head, words]) => (
            <div key={head}>
              <dt>{head}</dt>
              <dd className="words">{words}</dd>
            </div>
          ))}
      </dl>
    </article>
  );
}

function categoriesOf({ wgad, foroPenal }: SheetDecision, locale: Locale): string {
  const t = translator(locale, "desk-ficha");
  const named = (list: "wgad_category" | "foro_penal_category", codes: string[]) =>
    codes.map((code) => label(list, code, locale)).join("; ");
  return [
    wgad.length > 0 && t("decisions.wgad", { list: named("wgad_category", wgad) }),
    foroPenal.length > 0 && t("decisions.foroPenal", { list: named("foro_penal_category", foroPenal) }),
  ]
    .filter(Boolean)
    .join(". ");
}
