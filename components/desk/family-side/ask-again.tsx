import { Button } from "@/components/ui/button";
import { purposes } from "@/lib/consent/schema";
import type { FormState } from "@/lib/core/form";
import { translator } from "@/lib/i18n/messages";
import { means } from "@/lib/vetting/contacts/asked/schema";
import { label } from "@/lib/vocabularies/rules";
import { DeskArea, DeskChoices, DeskSelect, DeskText } from "../fields";
import { DeskForm } from "../form";
import type { SideForm } from "./codes";

interface AskAgainProps {
  freedSince: Date | null;
  isAllowed: boolean;
  form: SideForm;
  save: (before: FormState, form: FormData) => Promise<FormState>;
}

/** The released person's own answer to each purpose, none of them chosen beforehand, with who asked, how, when, and how it was checked. */
export function AskAgain({ freedSince, isAllowed, form, save }: AskAgainProps) {
  const { locale } = form;
  const t = translator(locale, "desk-messages");
  return (
    <section className="entry" id="preguntar">
      <h2>{t("side.ask")}</h2>
      {freedSince === null ? (
        <p className="empty">{t("side.askNone")}</p>
      ) : (
        isAllowed && (
          <DeskForm
            id="respuesta"
            className="stack"
            action={save}
            {...form}
            labels={{
              askedBy: t("side.askedBy"),
              means: t("side.means"),
              on: t("side.on"),
              checked: t("side.checked"),
              ...Object.fromEntries(
                purposes.map((purpose) => [`answers.${purpose}`, label("purpose", purpose, locale)]),
              ),
            }}
          >
            <p className="note">{t("side.askHint")}</p>
            <div className="row2">
              <DeskText name="askedBy" label={t("side.askedBy")} />
              <DeskSelect
                name="means"
                label={t("side.means")}
                empty=""
                choices={means.map((value) => ({ value, label: t(`side.meansOf.${value}`) }))}
              />
            </div>
            <DeskText name="on" type="date" label={t("side.on")} />
            <DeskArea name="checked" label={t("side.checked")} />
            {purposes.map((purpose) => (
              <DeskChoices
                key={purpose}
                name={`answers.${purpose}`}
                label={label("purpose", purpose, locale)}
                choices={[
                  { value: "yes", label: t("side.yes") },
                  { value: "no", label: t("side.no") },
                ]}
              />
            ))}
            <Button>{t("side.save")}</Button>
          </DeskForm>
        )
      )}
    </section>
  );
}
