import { Button } from "@/components/ui/button";
import type { FormState } from "@/lib/core/form";
import { translator } from "@/lib/i18n/messages";
import type { FamilySide } from "@/lib/vetting/contacts/codes/schema";
import { helps, reasonsFor } from "@/lib/vetting/threads/outcomes/schema";
import { DeskChoices } from "../fields";
import { DeskForm } from "../form";
import type { SideForm } from "./codes";

interface ExplainProps {
  side: FamilySide;
  isAllowed: boolean;
  form: SideForm;
  send: (before: FormState, form: FormData) => Promise<FormState>;
}

/** A verdict that does not count somebody, explained once. With a death in the case there is no form, only the sentence why. */
export function Explain({ side, isAllowed, form, send }: ExplainProps) {
  const t = translator(form.locale, "desk-messages");
  const { toExplain } = side;
  return (
    <section className="entry" id="explicar">
      <h2>{t("side.explain")}</h2>
      {side.hasDeath ? (
        <p>{t("side.death")}</p>
      ) : !toExplain ? (
        <p className="empty">{t("side.explainNone")}</p>
      ) : side.withCode.length === 0 ? (
        <p className="empty">{t("side.explainNoCode")}</p>
      ) : (
        isAllowed && (
          <DeskForm
            id="explicacion"
            className="stack sentences"
            action={send}
            {...form}
            labels={{ reason: t("side.reason") }}
          >
            <p className="note">{t("side.explainHint")}</p>
            <p className="words">{t(`explained.begins.${toExplain.outcome}`)}</p>
            <DeskChoices
              name="reason"
              label={t("side.reason")}
              choices={reasonsFor[toExplain.outcome].map((value) => ({
                value,
                label: t(`explained.reasons.${value}`),
              }))}
            />
            <DeskChoices
              many
              name="helps"
              label={t("side.help")}
              choices={helps.map((value) => ({ value, label: t(`explained.helps.${value}`) }))}
            />
            <p className="words">{t("explained.again")}</p>
            <Button>{t("side.send")}</Button>
          </DeskForm>
        )
      )}
    </section>
  );
}
