import { Button } from "@/components/ui/button";
import type { FormState } from "@/lib/core/form";
import { translator } from "@/lib/i18n/messages";
import { type ContactCard, callResults } from "@/lib/vetting/contacts/schema";
import { DeskChoices } from "../fields";
import { DeskForm } from "../form";
import { momentText } from "../when";
import type { ContactForm } from "./card";

interface CallsProps {
  card: ContactCard;
  form: ContactForm;
  log: (before: FormState, form: FormData) => Promise<FormState>;
}

/** Every try and every call outside the hours, newest first: when, by whom, how it ended. */
export function Calls({ card, form, log }: CallsProps) {
  const { locale } = form;
  const t = translator(locale, "desk-messages");
  const rows = [
    ...card.calls.map(({ result, ...row }) => ({ ...row, said: t(`card.results.${result}`) })),
    ...card.overrides.map(({ why, ...row }) => ({ ...row, said: t("card.outside", { why }) })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  return (
    <section className="entry">
      <h2>{t("card.calls")}</h2>
      {rows.length === 0 && <p className="empty">{t("card.noCalls")}</p>}
      <ol className="rows">
        {rows.map(({ at, by, said }) => (
          <li key={`${at.toISOString()}-${said}`}>
            {said}
            <span className="note">
              {momentText(at, locale)} · {by}
            </span>
          </li>
        ))}
      </ol>
      <DeskForm id="intento" className="stack" action={log} {...form} labels={{ result: t("card.result") }}>
        <p className="note">{t("card.logHint")}</p>
        <DeskChoices
          name="result"
          label={t("card.result")}
          choices={callResults.map((value) => ({ value, label: t(`card.results.${value}`) }))}
        />
        <Button plain>{t("card.log")}</Button>
      </DeskForm>
    </section>
  );
}
