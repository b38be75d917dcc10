import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import { foundationShortfalls, originsNamed, sourcesOf } from "@/lib/vetting/rules";
import { label } from "@/lib/vocabularies/rules";
import { originText } from "./words";

interface GroundsProps {
  found: CaseForDesk;
  locale: Locale;
}

/** What keeps the case itself from being verified, each with the way to what is missing. */
export function DecisionBlocks({ found, locale }: GroundsProps) {
  const t = translator(locale, "desk-decision");
  const { grounds, reference, identity } = found;
  const here = `/equipo/casos/${reference}`;
  const refusals = translator(locale, "refusals");
  const usable = grounds.factIds.length + grounds.evidence.filter((item) => !item.lead).length;
  const toFacts = { href: `${here}#hechos`, words: t("blocks.goFacts") };
  const toEvidence = { href: `${here}#pruebas`, words: t("blocks.goEvidence") };
  const blocks = [
    ...foundationShortfalls(grounds).map((code) => ({
      says: refusals(code),
      ...(code === "deprivation_not_established" ? toFacts : toEvidence),
    })),
    ...(usable === 0 ? [{ says: t("blocks.noEvidence"), ...toEvidence }] : []),
  ];
  return (
    <section className="entry" id="falta">
      <h2>{t("blocks.title")}</h2>
      {blocks.length === 0 && <p>{t("blocks.none")}</p>}
      <ul className="rows">
        {blocks.map(({ says, href, words }) => (
          <li key={says}>
            {says} <a href={href}>{words}</a>
          </li>
        ))}
        {identity.idDocument === null && <li className="note">{t("blocks.noDocument")}</li>}
        {grounds.episode > 1 && !isCovered(found) && (
          <li>{t("blocks.newDetention", { n: grounds.episode })}</li>
        )}
      </ul>
    </section>
  );
}

const isCovered = ({ decisions, grounds }: CaseForDesk): boolean =>
  decisions.some(
    ({ episode, review }) => review?.agreed && (episode === null || episode === grounds.episode),
  );

/** The independent origins behind the case, counted and named, each with the sources that are one in it. */
export function DecisionOrigins({ found, locale }: GroundsProps) {
  const t = translator(locale, "desk-decision");
  const { grounds } = found;
  const origins = originsNamed(sourcesOf(grounds), grounds.disappeared);
  return (
    <section className="entry" id="origenes">
      <h2>{t("originsTitle")}</h2>
      {origins.length === 0 ? (
        <p className="empty">{t("originsNone")}</p>
      ) : (
        <>
          <p>{t("originsCount", { n: origins.length })}</p>
          <ol className="rows">
            {origins.map(({ origin, of }) => (
              <li key={origin}>
                <b>{originText(origin, locale)}</b>
                <span className="note">
                  {of
                    .map(
                      (source) =>
                        `${label("source_kind", source.kind, locale)} (${originText(source.origin, locale)})`,
                    )
                    .join("; ")}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      <p className="note">
        {t("originsFolded")} {grounds.disappeared && t("originsDisappeared")}
      </p>
    </section>
  );
}

interface SecondsProps extends GroundsProps {
  author: string;
  recorders: readonly string[];
}

/** Who may be the second person of this decision, who may not, and why. */
export function DecisionSeconds({ found, author, recorders, locale }: SecondsProps) {
  const t = translator(locale, "desk-decision");
  const { graveCauses } = found.grounds;
  const others = recorders.filter((who) => who !== author && who !== found.openedBy);
  return (
    <section className="entry" id="segunda">
      <h2>{t("seconds.title")}</h2>
      {graveCauses.length > 0 && (
        <p>{t("graveWhy", { list: graveCauses.map((cause) => t(`graveCauses.${cause}`)).join("; ") })}</p>
      )}
      <p>{t(graveCauses.length > 0 ? "seconds.coordinator" : "seconds.anyone")}</p>
      <ul className="reasons">
        <li>{t("seconds.author", { who: author })}</li>
        {found.openedBy !== author && <li>{t("seconds.registrar", { who: found.openedBy })}</li>}
        {others.map((who) => (
          <li key={who}>{t("seconds.recorder", { who })}</li>
        ))}
      </ul>
    </section>
  );
}
