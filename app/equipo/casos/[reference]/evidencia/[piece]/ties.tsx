import { factFate, factLine, factsToTie } from "@/components/desk/evidence/words";
import { DeskArea, DeskChoices, DeskSelect } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { dayText } from "@/components/desk/when";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import type { Tie } from "@/lib/evidence/links/schema";
import { relations } from "@/lib/evidence/links/schema";
import { translator } from "@/lib/i18n/messages";
import { successorsOf } from "@/lib/vetting/cases/correcting/rules";
import { statusOf } from "@/lib/vetting/cases/rules";
import { tieOne, untieOne } from "../actions";
import type { ItemActsProps } from "./given";

type TiesProps = ItemActsProps & { isOpen: boolean };

/** The facts an item is tied to, those ended included, and the form for another. A lead is tied to none. */
export function Ties(given: TiesProps) {
  const { item, found, visit, isOpen } = given;
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "evidence");
  const tied = new Set(item.ties.filter((tie) => tie.ended === null).map((tie) => tie.factId));
  const facts = factsToTie(found.facts).filter((fact) => !tied.has(fact.id));
  const hasForm = isOpen && !item.lead && may(staff, "evidence.tie");
  return (
    <section className="entry" id="enlaces">
      <h2>{t("tie.title")}</h2>
      {item.lead && <p className="note">{t("tie.leads")}</p>}
      {!item.lead && item.ties.length === 0 && <p className="empty">{t("tie.none")}</p>}
      <ol className="rows">
        {item.ties.map((tie) => (
          <OneTie key={tie.id} tie={tie} {...given} />
        ))}
      </ol>
      {hasForm && facts.length === 0 && tied.size === 0 && <p className="note">{t("tie.noFacts")}</p>}
      {hasForm && facts.length > 0 && (
        <details className="form" open={item.ties.length === 0}>
          <summary>{t("tie.add")}</summary>
          <DeskForm
            id="enlazar"
            action={tieOne}
            csrf={csrf}
            locale={locale}
            hidden={{ caseId: found.caseId, reference: found.reference, evidenceId: item.id }}
            labels={{ factId: t("tie.fact"), relation: t("tie.relation"), why: t("tie.why") }}
          >
            <div className="stack">
              <DeskSelect
                name="factId"
                label={t("tie.fact")}
                empty=""
                choices={facts.map((fact) => ({ value: fact.id, label: factLine(fact, locale) }))}
              />
              <DeskChoices
                name="relation"
                label={t("tie.relation")}
                choices={relations.map((value) => ({ value, label: t(`relation.${value}`) }))}
              />
              <DeskArea name="why" rows={2} label={t("tie.why")} />
              <div>
                <Button>{t("tie.submit")}</Button>
              </div>
            </div>
          </DeskForm>
        </details>
      )}
    </section>
  );
}

function OneTie({ tie, item, found, visit }: TiesProps & { tie: Tie }) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "evidence");
  const fact = found.facts.find(({ id }) => id === tie.factId);
  if (!fact) return null;
  const fate = factFate(fact, locale);
  const next = successorsOf(found.facts, fact.id).findLast((one) => statusOf(one) === "known");
  const said = ({ by, at, why }: { by: string; at: Date; why: string }) => ({
    ...{ who: by, day: dayText(at, locale), why },
  });
  return (
    <li className={tie.ended ? "past" : undefined}>
      <b>{t(`relation.${tie.relation}`)}</b>:{" "}
      <a href={`/equipo/casos/${found.reference}/hechos/${fact.id}`}>{factLine(fact, locale)}</a>
      {fate && <strong className="waits"> {fate}</strong>}
      {next && <span className="note">{t("factNext", { fact: factLine(next, locale) })}</span>}
      <span className="note breakable">{t("tie.by", said(tie))}</span>
      {tie.ended && <span className="note breakable">{t("tie.ended", said(tie.ended))}</span>}
      {!tie.ended && may(staff, "evidence.tie") && (
        <details>
          <summary>{t("tie.end")}</summary>
          <DeskForm
            id={`terminar-${tie.id}`}
            action={untieOne}
            csrf={csrf}
            locale={locale}
            hidden={{
              ...{ caseId: found.caseId, reference: found.reference },
              ...{ piece: item.id, linkId: tie.id },
            }}
            labels={{ why: t("tie.endWhy") }}
          >
            <DeskArea name="why" rows={2} label={t("tie.endWhy")} />
            <Button plain>{t("tie.endSubmit")}</Button>
          </DeskForm>
        </details>
      )}
    </li>
  );
}
