import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { agreementOf, beganOf, type ComparedRow, comparedRows, saidIn } from "@/lib/vetting/pairs/rules";
import type { PairShown, PairSide } from "@/lib/vetting/pairs/schema";
import { label } from "@/lib/vocabularies/rules";
import { daysText, dayText } from "../when";

/** Which of the two it is: a case by its reference, or a family's report. */
export function SideName({ side, locale }: { side: PairSide; locale: Locale }) {
  const t = translator(locale, "pairs");
  return side.reference === null ? (
    <a href={`/equipo/reportes/${side.id}`}>{t("reportIs")}</a>
  ) : (
    <a href={`/equipo/casos/${side.reference}`}>{t("caseIs", { reference: side.reference })}</a>
  );
}

const lists = {
  sex: "sex",
  nationality: "nationality",
  civilMilitary: "civil_military",
  entity: "entity",
  state: "custody_state",
  verdict: "vetting_state",
} as const;

function textOf(side: PairSide, row: ComparedRow, locale: Locale): string {
  const said = saidIn(side, row);
  if (said === null) return translator(locale, "pairs")("notSaid");
  if (row === "birth" && said === String(side.age))
    return translator(locale, "pairs")("aged", { n: side.age ?? 0 });
  if (row === "from") {
    const began = beganOf(side);
    return daysText(began?.earliest ?? null, began?.latest ?? null, locale);
  }
  if (said === side.birthDate) return dayText(new Date(`${said}T16:00:00Z`), locale);
  const list = lists[row as keyof typeof lists];
  return list ? label(list, said, locale) : said;
}

/** Two who may be one, side by side, and between them in a word how they stand to each other. What neither says takes one line. */
export function Compared({ pair, locale }: { pair: PairShown; locale: Locale }) {
  const t = translator(locale, "pairs");
  const { left, right } = pair;
  const rows = comparedRows.filter((row) => saidIn(left, row) !== null || saidIn(right, row) !== null);
  const unsaid = comparedRows.filter((row) => !rows.includes(row)).map((row) => t(`rows.${row}`));
  return (
    <>
      <table className="compared">
        <thead>
          <tr>
            <th scope="col">
              <SideName side={left} locale={locale} />
            </th>
            <th scope="col">{t("agreement")}</th>
            <th scope="col">
              <SideName side={right} locale={locale} />
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            // How many items there are speaks neither for nor against.
            const isCount = row === "evidence" || row === "reports";
            const agreement = agreementOf(left, right, row, pair.reasons);
            return (
              <tr key={row} className={agreement}>
                <td>{textOf(left, row, locale)}</td>
                <th scope="row">
                  {t(`rows.${row}`)}
                  <span className="note">
                    {isCount ? null : agreement === "same" ? (
                      <b>{t("agreements.same")}</b>
                    ) : agreement === "different" ? (
                      <s>{t("agreements.different")}</s>
                    ) : (
                      t(`agreements.${agreement}`)
                    )}
                  </span>
                </th>
                <td>{textOf(right, row, locale)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {unsaid.length > 0 && <p className="note">{t("unsaid", { list: unsaid.join(", ").toLowerCase() })}</p>}
    </>
  );
}

/** What speaks for and against, as one sentence. */
export function Reasons({ pair, locale }: { pair: Pick<PairShown, "score" | "reasons">; locale: Locale }) {
  const t = translator(locale, "pairs");
  const words = pair.reasons.map((reason) => t(`reasons.${reason}`));
  return <>{[t("score", { n: Math.round(pair.score / 10) }), ...words].join(" · ")}</>;
}
