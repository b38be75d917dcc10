import { boundsText } from "@/components/desk/when";
import { stateText } from "@/components/desk/words";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { SheetRow } from "@/lib/vetting/night/sheets/queries";
import { label } from "@/lib/vocabularies/rules";
import { RowReason, RowTick } from "./row-boxes";

interface AnswerRowsProps {
  locale: Locale;
  rows: readonly SheetRow[];
  viewer: string;
  mayConfirm: boolean;
}

/** What waits, one person to a row, each to be ticked or refused by itself: there is no box that ticks them all. */
export function AnswerRows({ locale, rows, viewer, mayConfirm }: AnswerRowsProps) {
  const t = translator(locale, "night");
  const refusals = translator(locale, "refusals");
  const heads = ["name", "what", "when", "prison", "refuseWhy"] as const;
  return (
    <div className="scroll">
      <table className="table cards night">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ fact, name, reference, standing, refusal }) => {
            const isOwn = fact.recordedBy === viewer;
            return (
              <tr key={fact.id}>
                <th scope="row">
                  <RowTick value={fact.id} isDisabled={isOwn || !mayConfirm}>
                    {name}{" "}
                    <small className="note">
                      <a href={`/equipo/casos/${reference}`}>{reference}</a>
                      {isOwn && ` · ${t("own")}`}
                    </small>
                  </RowTick>
                </th>
                <td data-head={t("what")}>
                  {standing && `${stateText("custody", standing.state, locale)} → `}
                  {stateText("custody", fact.state, locale)}
                </td>
                <td data-head={t("when")}>{boundsText(fact, locale)}</td>
                <td data-head={t("prison")}>{fact.facility && label("facility", fact.facility, locale)}</td>
                <td data-head={t("refuseWhy")}>
                  {refusal && <span className="problem">{refusals(refusal as "not_found")}</span>}
                  {mayConfirm && !isOwn && (
                    <RowReason name={`why.f${fact.id}`} label={`${t("refuseWhy")}: ${name}`} />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
