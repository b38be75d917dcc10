import { DeskArea } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import { translator } from "@/lib/i18n/messages";
import { promoteOne, withdrawPiece } from "../actions";
import type { ItemActsProps } from "./given";
import { Grading } from "./grading";
import { Ties } from "./ties";

/** What is said of an item and can be: that a lead is evidence, its grade, the facts it is tied to, and that it carries nothing. */
export function ItemActs(given: ItemActsProps) {
  const { item, file, found, visit } = given;
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "evidence");
  const desk = translator(locale, "desk");
  const stands = item.withdrawn === null;
  const isOpen = stands && !file?.closed;
  const hidden = { caseId: found.caseId, reference: found.reference, evidenceId: item.id };
  const form = { csrf, locale, hidden };
  return (
    <>
      {isOpen && item.lead && may(staff, "evidence.weigh") && (
        <section className="entry" id="prueba">
          <h2>{t("promote.title")}</h2>
          <DeskForm id="es-prueba" action={promoteOne} {...form} labels={{ why: t("promote.why") }}>
            <DeskArea name="why" rows={2} label={t("promote.why")} />
            <Button>{t("promote.submit")}</Button>
          </DeskForm>
        </section>
      )}
      <Ties {...given} isOpen={isOpen} />
      <Grading {...given} isOpen={isOpen} />
      {stands && may(staff, "evidence.withdraw") && (
        <details className="form" id="retirar">
          <summary>{desk("evidence.withdraw")}</summary>
          <DeskForm
            id="retirar-prueba"
            action={withdrawPiece}
            {...form}
            labels={{ why: desk("evidence.withdrawWhy") }}
          >
            <DeskArea name="why" rows={2} label={desk("evidence.withdrawWhy")} />
            <Button plain>{desk("evidence.withdrawSubmit")}</Button>
          </DeskForm>
        </details>
      )}
    </>
  );
}
