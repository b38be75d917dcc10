import { LongTextField, TextField } from "@/components/ui/field";
import { ChoiceField } from "@/components/ui/fieldset";
import { translator } from "@/lib/i18n/messages";
import { conditions } from "@/lib/intake/schema";
import { PostForm } from "./post-form";
import { problemText } from "./problem-text";
import { StepEnd } from "./step-end";
import { StepHead } from "./step-head";
import type { StepProps } from "./step-props";

/** Health and danger: as little as is needed to act. What was done to somebody's body is never asked in writing. */
export function HealthPage({ carried, save, goTo, typed, problems, trouble, ...kept }: StepProps) {
  const { locale } = carried;
  const t = translator(locale, "steps");
  const text = problemText(locale, problems);
  return (
    <>
      <StepHead
        carried={carried}
        step={5}
        heading={t("health.heading")}
        lead={t("blank")}
        summary={text.summary}
        back={{ post: goTo, to: "court" }}
        trouble={trouble}
      />
      <PostForm post={save} carried={carried}>
        <ChoiceField
          name="danger"
          legend={t("health.danger")}
          hint={t("health.dangerHint")}
          value={typed.danger}
          choices={(["unknown", "no", "yes"] as const).map((value) => ({
            value,
            label: t(`health.danger_${value}`),
          }))}
        />
        <ChoiceField
          name="conditions"
          legend={t("health.conditions")}
          hint={t("health.conditionsHint")}
          many
          value={typed.conditions?.split(",")}
          choices={conditions.map((value) => ({ value, label: t(`health.condition_${value}`) }))}
        />
        <TextField
          name="medicine"
          label={t("health.medicine")}
          error={text.at("medicine")}
          defaultValue={typed.medicine}
        />
        <LongTextField
          name="healthAccount"
          label={t("health.account")}
          hint={t("health.accountHint")}
          error={text.at("healthAccount")}
          defaultValue={typed.healthAccount}
          rows={3}
        />
        <ChoiceField
          name="listener"
          legend={t("health.listener")}
          hint={t("health.listenerHint")}
          value={typed.listener}
          choices={(["no", "yes"] as const).map((value) => ({ value, label: t(`health.listener_${value}`) }))}
        />
        <StepEnd locale={locale} {...kept} />
      </PostForm>
    </>
  );
}
