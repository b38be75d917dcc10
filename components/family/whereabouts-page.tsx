import { SelectField, TextField } from "@/components/ui/field";
import { ChoiceField } from "@/components/ui/fieldset";
import { translator } from "@/lib/i18n/messages";
import { relations } from "@/lib/intake/schema";
import { FacilityField } from "./facility-field";
import { PostForm } from "./post-form";
import { problemText } from "./problem-text";
import { StepEnd } from "./step-end";
import { StepHead } from "./step-head";
import type { StepProps } from "./step-props";

/** What the family was told and where it was denied. A denial is worth as much to the desk as a place. */
export function WhereaboutsPage({ carried, save, goTo, typed, problems, trouble, ...kept }: StepProps) {
  const { locale } = carried;
  const t = translator(locale, "family");
  const text = problemText(locale, problems);
  return (
    <>
      <StepHead
        carried={carried}
        step={3}
        heading={t("whereabouts.heading")}
        lead={t("whereabouts.lead")}
        summary={text.summary}
        back={{ post: goTo, to: "detention" }}
        trouble={trouble}
      />
      <PostForm post={save} carried={carried}>
        <ChoiceField
          name="told"
          legend={t("whereabouts.told")}
          value={typed.told}
          choices={[
            { value: "unknown", label: t("whereabouts.toldUnknown") },
            { value: "not_told", label: t("whereabouts.toldNotTold") },
            { value: "denied", label: t("whereabouts.toldDenied") },
            { value: "told", label: t("whereabouts.toldTold") },
          ]}
        />
        <FacilityField locale={locale} value={typed.facility} />
        <TextField
          name="otherPlace"
          label={t("whereabouts.otherPlace")}
          error={text.at("otherPlace")}
          defaultValue={typed.otherPlace}
        />
        {(["deniedWhere", "lastContact"] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(`whereabouts.${name}`)}
            hint={t(`whereabouts.${name}Hint`)}
            error={text.at(name)}
            defaultValue={typed[name]}
          />
        ))}
        <SelectField
          name="relation"
          label={t("whereabouts.relation")}
          hint={t("whereabouts.relationHint")}
          choices={relations.map((value) => ({ value, label: t(`whereabouts.relation_${value}`) }))}
          defaultValue={typed.relation}
        />
        <StepEnd locale={locale} {...kept} />
      </PostForm>
    </>
  );
}
