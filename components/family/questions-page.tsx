import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { ChoiceField } from "@/components/ui/fieldset";
import { translator } from "@/lib/i18n/messages";
import type { PostedForm, Problem } from "@/lib/intake/typed/schema";
import { type Carried, type Post, PostForm } from "./post-form";
import { problemText } from "./problem-text";

interface QuestionsProps {
  carried: Carried;
  answer: Post;
  typed: PostedForm;
  problems: Problem[];
}

/** The two permissions asked before anything is kept. Nothing is chosen for the person, and both answers weigh the same. */
export function QuestionsPage({ carried, answer, typed, problems }: QuestionsProps) {
  const t = translator(carried.locale, "family");
  const text = problemText(carried.locale, problems);
  return (
    <PostForm post={answer} carried={carried}>
      <ErrorSummary title={t("frame.summary")} errors={text.summary} />
      <h1>{t("questions.heading")}</h1>
      {(["store", "count"] as const).map((name) => (
        <ChoiceField
          key={name}
          name={name}
          legend={t(`questions.${name}`)}
          hint={t(`questions.${name}Hint`)}
          error={text.at(name)}
          value={typed[name]}
          choices={[
            { value: "yes", label: t(`questions.${name}Yes`) },
            { value: "no", label: t(`questions.${name}No`) },
          ]}
        />
      ))}
      <p>{t("questions.later")}</p>
      <Button large>{t("frame.next")}</Button>
    </PostForm>
  );
}
