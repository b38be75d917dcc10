import { TextField } from "@/components/ui/field";
import { ChoiceField } from "@/components/ui/fieldset";
import { translator } from "@/lib/i18n/messages";
import { PostForm } from "./post-form";
import { problemText } from "./problem-text";
import { StepEnd } from "./step-end";
import { StepHead } from "./step-head";
import type { StepProps } from "./step-props";

/** Who the person is: names as the family writes them, and everything else with "I do not know" first. */
export function PersonPage({ carried, save, goTo, typed, problems, trouble, ...kept }: StepProps) {
  const t = translator(carried.locale, "family");
  const text = problemText(carried.locale, problems);
  return (
    <>
      <StepHead
        carried={carried}
        step={1}
        heading={t("person.heading")}
        lead={t("person.lead")}
        summary={text.summary}
        back={{ post: goTo, to: "number" }}
        trouble={trouble}
      />
      <PostForm post={save} carried={carried}>
        {(["givenNames", "surnames"] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(`person.${name}`)}
            hint={name === "givenNames" ? t("person.namesHint") : undefined}
            error={text.at(name)}
            defaultValue={typed[name]}
            autoCapitalize="words"
          />
        ))}
        <ChoiceField
          name="idKind"
          legend={t("person.idKind")}
          hint={t("person.idKindHint")}
          error={text.at("idKind")}
          value={typed.idKind}
          choices={[
            { value: "unknown", label: t("person.idUnknown") },
            { value: "V", label: t("person.idV") },
            { value: "E", label: t("person.idE") },
            { value: "passport", label: t("person.idPassport") },
          ]}
        />
        <TextField
          name="idNumber"
          label={t("person.idNumber")}
          hint={t("person.idNumberHint")}
          error={text.at("idNumber")}
          defaultValue={typed.idNumber}
        />
        <ChoiceField
          name="ageKind"
          legend={t("person.age")}
          value={typed.ageKind}
          choices={[
            { value: "unknown", label: t("person.ageUnknown") },
            { value: "year", label: t("person.ageYear") },
            { value: "age", label: t("person.ageAbout") },
          ]}
        />
        {(["birthYear", "approxAge"] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(`person.${name}`)}
            hint={t(`person.${name}Hint`)}
            error={text.at(name)}
            defaultValue={typed[name]}
            inputMode="numeric"
            size={6}
          />
        ))}
        <ChoiceField
          name="sex"
          legend={t("person.sex")}
          value={typed.sex}
          choices={[
            { value: "unknown", label: t("person.sexUnknown") },
            { value: "woman", label: t("person.sexWoman") },
            { value: "man", label: t("person.sexMan") },
            { value: "other", label: t("person.sexOther") },
          ]}
        />
        <StepEnd locale={carried.locale} {...kept} />
      </PostForm>
    </>
  );
}
