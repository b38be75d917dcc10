import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { translator } from "@/lib/i18n/messages";
import type { PostedForm, Problem } from "@/lib/intake/typed/schema";
import { type Carried, type Post, PostForm } from "../post-form";
import { problemText } from "../problem-text";
import { BackButton } from "./back-button";
import { TroubleBox } from "./trouble-box";

interface WordProps {
  carried: Carried;
  goTo: Post;
  typed: PostedForm;
  problems: Problem[];
  trouble?: string;
  keep: Post;
}

/** A number that came without a word gets one, to be taken back with from any telephone. The number is asked for once more. */
export function WordPage({ carried, goTo, typed, problems, trouble, keep }: WordProps) {
  const { locale } = carried;
  const t = translator(locale, "returning");
  const family = translator(locale, "family");
  const text = problemText(locale, problems, typed);
  return (
    <>
      <BackButton carried={carried} goTo={goTo} />
      <PostForm post={keep} carried={carried}>
        <ErrorSummary title={family("frame.summary")} errors={text.summary} />
        {trouble && <TroubleBox locale={locale} reference={trouble} />}
        <h1>{t("word.heading")}</h1>
        <p>{t("word.lead")}</p>
        <TextField
          name="word"
          label={t("word.label")}
          hint={t("word.hint")}
          error={text.at("word")}
          defaultValue={typed.word}
          maxLength={40}
        />
        <TextField
          name="code"
          label={family("return.label")}
          hint={t("word.codeHint")}
          error={text.at("code")}
          defaultValue={typed.code}
          inputMode="numeric"
        />
        <p>{t("word.once")}</p>
        <Button large>{t("word.keep")}</Button>
      </PostForm>
    </>
  );
}
