import { SelectField } from "@/components/ui/field";
import type { AskedPurpose } from "@/lib/consent/schema";
import { translator } from "@/lib/i18n/messages";
import { relations } from "@/lib/intake/schema";
import { PermissionFields } from "./permission-fields";
import { PostForm } from "./post-form";
import { problemText } from "./problem-text";
import { StepEnd } from "./step-end";
import { StepHead } from "./step-head";
import type { StepProps } from "./step-props";

interface PermissionsPageProps extends StepProps {
  offered: readonly AskedPurpose[];
  under18: boolean;
  /** They said before what they are to the person, so that it is not asked again. */
  isToldBefore: boolean;
}

/** What may be done with what they told, purpose by purpose. Who gives a permission is asked only where nobody said it yet. */
export function PermissionsPage(props: PermissionsPageProps) {
  const { carried, save, goTo, typed, problems, trouble, ready, expiresAt } = props;
  const { locale } = carried;
  const t = translator(locale, "permissions");
  const f = translator(locale, "family");
  const text = problemText(locale, problems);
  return (
    <>
      <StepHead
        carried={carried}
        step={8}
        heading={t("heading")}
        lead={t("lead")}
        summary={text.summary}
        back={{ post: goTo, to: "contact" }}
        trouble={trouble}
      />
      <p>{t("change")}</p>
      <PostForm post={save} carried={carried}>
        {!props.isToldBefore && (
          <SelectField
            name="relation"
            label={t("relationFirst")}
            hint={t("relationHint")}
            error={text.at("relation")}
            choices={relations.map((value) => ({ value, label: f(`whereabouts.relation_${value}`) }))}
            defaultValue={typed.relation}
          />
        )}
        <PermissionFields
          locale={locale}
          offered={props.offered}
          under18={props.under18}
          typed={typed}
          problemAt={text.at}
        />
        <StepEnd locale={locale} ready={ready} expiresAt={expiresAt} />
      </PostForm>
    </>
  );
}
