import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { CaseForDesk, DeskFact } from "@/lib/vetting/cases/rules";
import { momentText } from "./when";
import { stateText } from "./words";

interface Act {
  at: Date;
  who: string;
  what: string;
}

/** What was done to the case, newest first, from its own rows; who looked at it is in the full history. */
export function CaseHistory({ found, locale }: { found: CaseForDesk; locale: Locale }) {
  const t = translator(locale, "desk");
  const acts: Act[] = [
    { at: found.openedAt, who: found.openedBy, what: t("history.acts.case.opened") },
    ...found.facts.flatMap((fact) => actsOf(fact, t, locale)),
    ...found.evidence.map((item) => ({
      at: item.receivedAt,
      who: item.addedBy,
      what: t("history.acts.evidence.added"),
    })),
    ...found.permissions.map((row) => ({
      at: row.knownFrom,
      who: row.recordedBy,
      what: t("history.acts.permission.recorded"),
    })),
    ...found.decisions.flatMap(({ authoredAt, authoredBy, review }) => [
      { at: authoredAt, who: authoredBy, what: t("history.acts.decision.written") },
      ...(review
        ? [
            {
              at: review.reviewedAt,
              who: review.reviewedBy,
              what: t(`history.acts.decision.${review.agreed ? "agreed" : "disagreed"}`),
            },
          ]
        : []),
    ]),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  return (
    <section className="entry" id="historia">
      <h2>{t("history.title")}</h2>
      <ol className="rows">
        {acts.map((act, n) => (
          <li key={n}>
            <time dateTime={act.at.toISOString()}>{momentText(act.at, locale)}</time> · <b>{act.who}</b>{" "}
            {act.what}
          </li>
        ))}
      </ol>
      <p>
        <a href={`/equipo/casos/${found.reference}/historia`}>{t("history.full")}</a>
      </p>
    </section>
  );
}

/** Recording and confirming a fact; a case taken for evaluation by its own name, and a verdict only by its decision. */
function actsOf(fact: DeskFact, t: ReturnType<typeof translator<"desk">>, locale: Locale): Act[] {
  const what = stateText(fact.track, fact.state, locale);
  const taken = fact.state === "pending_evaluation";
  if (fact.track === "vetting" && !taken) return [];
  return [
    ...(taken
      ? []
      : [{ at: fact.recordedAt, who: fact.recordedBy, what: `${t("history.acts.fact.recorded")}: ${what}` }]),
    ...(fact.knownFrom && fact.confirmedBy
      ? [
          {
            at: fact.knownFrom,
            who: fact.confirmedBy,
            what: taken ? t("history.acts.case.taken") : `${t("history.acts.fact.confirmed")}: ${what}`,
          },
        ]
      : []),
  ];
}
