import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { translator } from "@/lib/i18n/messages";
import type { PostedForm, Problem } from "@/lib/intake/typed/schema";
import { type Carried, type Post, PostForm } from "./post-form";
import { problemText } from "./problem-text";

interface ResumeProps {
  carried: Carried;
  /** What was typed on the page, and which page it was. */
  typed: PostedForm;
  problems: Problem[];
  save: Post;
  start: string;
}

/** A page was posted after its visit was over: the number is asked for once more, and what was typed waits in the form itself. */
export function ResumePage({ carried, typed, problems, save, start }: ResumeProps) {
  const t = translator(carried.locale, "family");
  const { code, ...page } = typed;
  const text = problemText(carried.locale, problems, typed);
  return (
    <>
      <PostForm post={save} carried={carried}>
        <ErrorSummary title={t("frame.summary")} errors={text.summary} />
        <h1>{t("resume.heading")}</h1>
        <p>{t("resume.lead")}</p>
        {Object.entries(page).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          name="code"
          label={t("return.label")}
          hint={t("return.hint")}
          error={text.at("code")}
          defaultValue={code}
          inputMode="numeric"
        />
        <Button large>{t("resume.save")}</Button>
      </PostForm>
      <p>
        <a href={start}>{t("ended.begin")}</a>
      </p>
    </>
  );
}
