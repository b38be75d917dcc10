import { saidOf } from "@/components/claim/said";
import { DetailsList } from "@/components/ui/details-list";
import type { Claim } from "@/lib/claims/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { partsWords } from "@/lib/opendata/claims/rules";

/** A figure in full, with the keys that the public reads, its parts, its relations and its note. */
export function HeldFigure({ claim, locale }: { claim: Claim; locale: Locale }) {
  const [t, c] = [translator(locale, "ledger"), translator(locale, "claims")];
  const whole = { ...claim, onDate: null, replacedBy: null, beside: [] };
  const parts = partsWords(wordsOf(locale, "claims"), whole);
  return (
    <>
      <DetailsList rows={saidOf(locale, whole)} />
      {parts && (
        <p>
          {c("page.ofWhich")}: {parts}.
        </p>
      )}
      {claim.flags.length > 0 && <p className="waits">{t("now.flags")}</p>}
      {claim.relations.length > 0 && (
        <ul className="plain-list">
          {claim.relations.map(({ relation, target }) => (
            <li key={relation + target} className="breakable">
              {t(`relations.${relation}`)} <a href={`/equipo/declaraciones/${target}`}>{target}</a>
            </li>
          ))}
        </ul>
      )}
      {claim.note && (
        <p className="note breakable">
          {c("page.note")}: {claim.note}
        </p>
      )}
    </>
  );
}
