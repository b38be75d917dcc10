import { momentText } from "@/components/desk/when";
import type { DraftView } from "@/lib/balances/drafts/list/queries";
import { warningsOf } from "@/lib/balances/drafts/warnings/rules";
import type { DraftWatch } from "@/lib/balances/drafts/warnings/schema";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { movedWords } from "@/lib/opendata/tallies/sentences/rules";
import { learnedTerms } from "@/lib/tallies/learned/schema";

interface WatchProps {
  locale: Locale;
  draft: DraftView;
  watch: DraftWatch;
  opensCases: boolean;
}

/** What whoever signs should know first: what waits, what moved since, what is old, and that the numbers are the ones that were hashed. */
export function Watch({ locale, draft, watch, opensCases }: WatchProps) {
  const t = translator(locale, "desk-balances");
  const { references } = watch.waiting;
  const warnings = warningsOf(draft, watch);
  const [signed] = draft.signedBy;
  return (
    <section className="entry flow" id="antes">
      <h2>{t("watch.title")}</h2>
      <ul className="reasons">
        {warnings.map((warning) => (
          <li key={warning.code}>{words(locale, warning)}</li>
        ))}
        {warnings.length === 0 && <li>{t("watch.nothing")}</li>}
      </ul>
      {references.length > 0 && (
        <p className="note">
          {t("watch.waitingSome")}{" "}
          {references.map((reference, place) => (
            <span key={reference}>
              {place > 0 && ", "}
              {opensCases ? <a href={`/equipo/casos/${reference}`}>{reference}</a> : reference}
            </span>
          ))}
        </p>
      )}
      <p className="note">{t("watch.deathsRule")}</p>
      {watch.asHashed && (
        <p className="note">
          {signed && !draft.publishedAt
            ? t("watch.sameSinceSigned", { who: signed.who, when: momentText(signed.signedAt, locale) })
            : t("watch.asHashed", { when: momentText(draft.draftedAt, locale) })}
        </p>
      )}
    </section>
  );
}

function words(locale: Locale, { code, values }: ReturnType<typeof warningsOf>[number]): string {
  const t = translator(locale, "desk-balances");
  if (code === "restated") {
    const why = movedWords(wordsOf(locale, "changes"), values.learned, learnedTerms).replace(/\.$/, "");
    const [published, restated] = [number(locale, values.published), number(locale, values.restated)];
    return t("watch.restated", { slug: values.slug, published, restated, why });
  }
  if (code === "stale") return t("watch.stale", { ...values, when: momentText(values.when, locale) });
  if (code === "notConfirmed")
    return t("watch.notConfirmed", { n: values.n, total: number(locale, values.total) });
  return t(`watch.${code}`, values as never);
}
