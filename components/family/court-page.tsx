import { LongTextField, TextField } from "@/components/ui/field";
import { ChoiceField } from "@/components/ui/fieldset";
import { translator } from "@/lib/i18n/messages";
import { presented } from "@/lib/intake/schema";
import { DateFields } from "./date-fields";
import { PostForm } from "./post-form";
import { problemText } from "./problem-text";
import { StepEnd } from "./step-end";
import { StepHead } from "./step-head";
import type { StepProps } from "./step-props";

/** Whom the family was offered as a lawyer, in their words. The vocabulary's own words are for the desk. */
const counsel = [
  "unknown",
  "none",
  "public_imposed",
  "public_accepted",
  "private",
  "ngo",
  "refused",
] as const;

/** Court and lawyer: what was told, never what it means. Every box may stay blank. */
export function CourtPage({ carried, save, goTo, typed, problems, trouble, ...kept }: StepProps) {
  const { locale } = carried;
  const t = translator(locale, "steps");
  const text = problemText(locale, problems);
  return (
    <>
      <StepHead
        carried={carried}
        step={4}
        heading={t("court.heading")}
        lead={t("blank")}
        summary={text.summary}
        back={{ post: goTo, to: "whereabouts" }}
        trouble={trouble}
      />
      <PostForm post={save} carried={carried}>
        <ChoiceField
          name="presented"
          legend={t("court.presented")}
          value={typed.presented}
          choices={presented.map((value) => ({ value, label: t(`court.presented_${value}`) }))}
        />
        <ChoiceField
          name="counsel"
          legend={t("court.counsel")}
          hint={t("court.counselHint")}
          value={typed.counsel}
          choices={counsel.map((value) => ({ value, label: t(`court.counsel_${value}`) }))}
        />
        <TextField
          name="court"
          label={t("court.court")}
          hint={t("court.courtHint")}
          error={text.at("court")}
          defaultValue={typed.court}
        />
        <LongTextField
          name="charges"
          label={t("court.charges")}
          hint={t("court.chargesHint")}
          error={text.at("charges")}
          defaultValue={typed.charges}
          rows={2}
        />
        <DateFields
          locale={locale}
          typed={typed}
          problemAt={text.at}
          name="hearing"
          legend={t("court.hearing")}
          hint={t("court.hearingHint")}
        />
        <StepEnd locale={locale} {...kept} />
      </PostForm>
    </>
  );
}
