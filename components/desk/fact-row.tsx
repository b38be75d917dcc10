import { originsOf } from "@/lib/evidence/rules";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { type DeskFact, statusOf } from "@/lib/vetting/cases/rules";
import { label } from "@/lib/vocabularies/rules";
import { boundsText, dayText, endOf } from "./when";
import { stateText } from "./words";

interface FactRowProps {
  fact: DeskFact;
  viewer: string;
  locale: Locale;
  /** The forms that confirm or withdraw it, where they make sense for this viewer. */
  children?: React.ReactNode;
}

/** One fact of the table: what, when, where, how many origins, since when known or who it waits for. */
export function FactRow({ fact, viewer, locale, children }: FactRowProps) {
  const t = translator(locale, "desk");
  const status = statusOf(fact);
  const origins = originsOf(fact.sources, false);
  const place = [
    fact.facility && label("facility", fact.facility, locale),
    fact.entity && label("entity", fact.entity, locale),
  ].filter(Boolean);
  const hidden = fact.whereabouts === "denied" || fact.whereabouts === "not_told_to_family";
  return (
    <tr className={status}>
      <th scope="row">
        {stateText(fact.track, fact.state, locale)}
        <span className="note">
          {t(`case.tracks.${fact.track}`)}
          {fact.episode !== null && ` · ${t("decision.episode", { n: fact.episode })}`}
        </span>
      </th>
      <td data-head={t("fact.when")}>{boundsText(fact, locale)}</td>
      <td data-head={t("fact.where")}>
        {place.length > 0 ? place.join(", ") : t("fact.notSaid")}
        {hidden && fact.whereabouts && (
          <span className="note">{label("whereabouts", fact.whereabouts, locale)}</span>
        )}
        {fact.forces.length > 0 && (
          <span className="note">{fact.forces.map((force) => label("force", force, locale)).join(", ")}</span>
        )}
        {outcomeOf(fact, locale).map((line) => (
          <span key={line} className="note">
            {line}
          </span>
        ))}
      </td>
      <td data-head={t("fact.sources")}>
        {t("fact.sourceCount", { n: origins.length })}
        <span className="note">
          {[...new Set(fact.sources.map((source) => label("source_kind", source.kind, locale)))].join(", ")}
        </span>
      </td>
      <td>
        {status === "known" &&
          fact.knownFrom &&
          t("fact.knownFrom", { day: dayText(fact.knownFrom, locale) })}
        {status === "ended" &&
          fact.knownFrom &&
          fact.knownTo &&
          t("fact.ended", { from: dayText(fact.knownFrom, locale), to: dayText(fact.knownTo, locale) })}
        {status === "dropped" && t("fact.dropped")}
        {status === "waiting" && (
          <strong className="waits">
            {fact.recordedBy === viewer ? t("fact.waitsYours") : t("fact.waitsFor", { who: fact.recordedBy })}
          </strong>
        )}
        {status === "known" && fact.confirmedBy && (
          <span className="note">
            {fact.recordedBy} · {fact.confirmedBy}
          </span>
        )}
        {fact.supersedesId && <span className="note">{t("fact.corrects", { why: fact.why ?? "" })}</span>}
        {children}
      </td>
    </tr>
  );
}

/** Of a measure its basis and its end; of a remedy or a denial before whom, what came of it, when, and who said it. */
function outcomeOf(fact: DeskFact, locale: Locale): string[] {
  const t = translator(locale, "desk");
  const ends = endOf(fact);
  const isOver = ends.earliest !== null || ends.latest !== null;
  const bounds = boundsText(ends, locale);
  return [
    fact.basis && `${t("fact.basis")}: ${label("measure_basis", fact.basis, locale)}`,
    fact.authority && `${t("fact.authority")}: ${fact.authority}`,
    fact.result && `${t("fact.result")}: ${label("remedy_result", fact.result, locale)}`,
    fact.track === "measure" && (isOver ? t("fact.endedOn", { bounds }) : t("fact.goesOnNow")),
    fact.track === "remedy" && isOver && t("fact.answeredOn", { bounds }),
    fact.said && t("fact.said", { said: fact.said }),
  ].filter((line): line is string => typeof line === "string" && line !== "");
}
