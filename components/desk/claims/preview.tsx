import { Verdict } from "@/components/claim/verdict";
import type { EntryPreview } from "@/lib/claims/ledger/schema";
import { type Locale, locales } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { claimantWords, figure } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";

interface PreviewProps {
  preview: EntryPreview;
  locale: Locale;
}

/**
 * What the public will read of a figure that waits, in both languages, drawn by the very pieces that draw it there; and the figures of
 * authorities that would be opened beside another one because of it.
 */
export function Preview({ preview: { claim, around, reopened }, locale }: PreviewProps) {
  const t = translator(locale, "ledger");
  const words = wordsOf(locale, "claims");
  const [nearest, ...others] = claim.beside.flatMap(({ id }) => around.get(id) ?? []);
  const named = (one: PublishedClaim) => ({ figure: figure(words, one), who: claimantWords(words, one) });
  return (
    <section className="entry" id="publico">
      <h2>{t("preview.title")}</h2>
      <p className="note">{t("preview.lead")}</p>
      {nearest ? (
        <>
          <h3>{t("preview.pair", named(nearest))}</h3>
          <InEachLanguage claim={claim} other={nearest} around={around} locale={locale} />
        </>
      ) : (
        <p>{t("preview.alone")}</p>
      )}
      {others.length > 0 && (
        <details>
          <summary>
            {t("preview.others")} <span className="num">{others.length}</span>
          </summary>
          {others.map((other) => (
            <div key={other.id}>
              <h3>{t("preview.pair", named(other))}</h3>
              <InEachLanguage claim={claim} other={other} around={around} locale={locale} />
            </div>
          ))}
        </details>
      )}
      {reopened.length > 0 && (
        <>
          <h3>{t("preview.reopened")}</h3>
          <ul className="plain-list">
            {reopened.map(({ claim: one, nearest: other }) => (
              <li key={one.id}>
                <a href={`/equipo/declaraciones/${one.id}`}>
                  {other
                    ? t("preview.reopenedWith", {
                        ...named(one),
                        other: `${named(other).figure}, ${named(other).who}`,
                      })
                    : t("preview.reopenedAlone", named(one))}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface PairProps {
  claim: PublishedClaim;
  other: PublishedClaim;
  around: ReadonlyMap<string, PublishedClaim>;
  locale: Locale;
}

function InEachLanguage({ claim, other, around, locale }: PairProps) {
  const t = translator(locale, "ledger");
  return locales.map((one) => (
    <div key={one} lang={one}>
      <p className="note" lang={locale}>
        {t(one === "es" ? "preview.sentence" : "preview.sentenceOther")}
      </p>
      <Verdict locale={one} a={claim} b={other} around={around} />
    </div>
  ));
}
