import { Button } from "@/components/ui/button";
import type { FormState } from "@/lib/core/form";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pageTemplates, templates } from "@/lib/vetting/threads/schema";
import { DeskArea, DeskCheck, DeskChoices } from "../fields";
import { DeskForm } from "../form";

type Act = (before: FormState, form: FormData) => Promise<FormState>;

interface MessageFormsProps {
  /** The language the family chose. */
  language: Locale;
  /** Somebody wrote about a public page: sentences about a report would tell them nothing. */
  ofPage: boolean;
  form: { csrf: string; locale: Locale; hidden: Record<string, string> };
  acts: { sentences: Act; own: Act };
}

/** Sentences to choose from, first; words of one's own behind a choice that says what is checked. */
export function MessageForms({ language, ofPage, form, acts }: MessageFormsProps) {
  const t = translator(form.locale, "desk-messages");
  return (
    <>
      <p className="note">{t(ofPage ? "ofPage.writeHint" : "thread.writeHint")}</p>
      <DeskForm
        id="frases"
        action={acts.sentences}
        {...form}
        className="sentences"
        labels={{ templates: t("thread.sentences") }}
      >
        <DeskChoices
          many
          name="templates"
          label={t("thread.sentences")}
          choices={(ofPage ? pageTemplates : templates).map((value) => ({
            value,
            label: t(`templates.${value}`),
          }))}
        />
        <Button data-key="M" aria-keyshortcuts="M">
          {t("thread.send")}
        </Button>
      </DeskForm>
      <details className="form">
        <summary>{t("thread.own")}</summary>
        <DeskForm id="palabras" action={acts.own} {...form} labels={{ words: t("thread.words") }}>
          <div className="stack">
            <p className="note">{t("thread.ownHint", { language: t(`thread.languages.${language}`) })}</p>
            <DeskArea name="words" label={t("thread.words")} />
            <DeskCheck name="asks" label={t("thread.asks")} />
            <DeskCheck name="own" label={t("thread.ownTick")} />
            <div>
              <Button plain>{t("thread.send")}</Button>
            </div>
          </div>
        </DeskForm>
      </details>
    </>
  );
}
