import { LongTextField, SelectField, TextField } from "@/components/ui/field";
import { ChoiceField } from "@/components/ui/fieldset";
import { translator } from "@/lib/i18n/messages";
import { choices } from "@/lib/vocabularies/rules";
import { DateFields } from "./date-fields";
import { PostForm } from "./post-form";
import { problemText } from "./problem-text";
import { StepEnd } from "./step-end";
import { StepHead } from "./step-head";
import type { StepProps } from "./step-props";

/** The bodies offered: what people say they saw, not the whole organigram. The rest is for the desk. */
const offered = [
  "PNB",
  "GNB",
  "SEBIN",
  "DGCIM",
  "CICPC",
  "POL-EST",
  "POL-MUN",
  "FANB-EJ",
  "COLECTIVO",
  "UNIDENT",
  "OTRO",
];

/** When, where and by whom. Three boxes for the date, never a calendar; any of them may stay blank. */
export function DetentionPage({ carried, save, goTo, typed, problems, trouble, ...kept }: StepProps) {
  const { locale } = carried;
  const t = translator(locale, "family");
  const text = problemText(locale, problems);
  const isBetween =
    typed.precision === "between" || Boolean(typed.untilDay || typed.untilMonth || typed.untilYear);
  const forces = choices("force", locale).filter((force) => offered.includes(force.value));
  return (
    <>
      <StepHead
        carried={carried}
        step={2}
        heading={t("detention.heading")}
        summary={text.summary}
        back={{ post: goTo, to: "person" }}
        trouble={trouble}
      />
      <PostForm post={save} carried={carried}>
        <DateFields
          locale={locale}
          typed={typed}
          problemAt={text.at}
          name="date"
          legend={t("detention.date")}
          hint={t("detention.dateHint")}
        />
        <ChoiceField
          name="precision"
          legend={t("detention.precision")}
          value={typed.precision}
          choices={[
            { value: "unknown", label: t("detention.precisionUnknown") },
            { value: "exact", label: t("detention.precisionExact") },
            { value: "approximate", label: t("detention.precisionApproximate") },
            { value: "before", label: t("detention.precisionBefore") },
            { value: "after", label: t("detention.precisionAfter") },
            { value: "between", label: t("detention.precisionBetween") },
          ]}
        />
        <details open={isBetween}>
          <summary>{t("detention.untilOpen")}</summary>
          <DateFields
            locale={locale}
            typed={typed}
            problemAt={text.at}
            name="until"
            parts={["untilDay", "untilMonth", "untilYear"]}
            legend={t("detention.until")}
          />
        </details>
        <SelectField
          name="entity"
          label={t("detention.entity")}
          hint={t("detention.entityHint")}
          empty={t("detention.unknown")}
          choices={choices("entity", locale)}
          defaultValue={typed.entity}
        />
        <TextField
          name="place"
          label={t("detention.place")}
          hint={t("detention.placeHint")}
          error={text.at("place")}
          defaultValue={typed.place}
        />
        <ChoiceField
          name="force"
          legend={t("detention.force")}
          hint={t("detention.forceHint")}
          value={typed.force}
          choices={[{ value: "unknown", label: t("detention.unknown") }, ...forces]}
        />
        <LongTextField
          name="account"
          label={t("detention.account")}
          hint={t("detention.accountHint")}
          error={text.at("account")}
          defaultValue={typed.account}
          rows={4}
        />
        <StepEnd locale={carried.locale} {...kept} />
      </PostForm>
    </>
  );
}
