import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { PostedForm, Problem } from "@/lib/intake/typed/schema";
import { type Carried, type Post, PostForm } from "../post-form";
import { problemText } from "../problem-text";

interface RevokeProps {
  carried: Carried;
  typed: PostedForm;
  problems: Problem[];
  links: { lost: string };
  revoke: Post;
}

/** Takes a number back with the number and its safe word, from any device. A wrong number and a wrong word get the same answer. */
export function RevokePage({ carried, typed, problems, links, revoke }: RevokeProps) {
  const t = translator(carried.locale, "returning");
  const family = translator(carried.locale, "family");
  const text = problemText(carried.locale, problems, typed);
  return (
    <>
      <PostForm post={revoke} carried={carried}>
        <ErrorSummary title={family("frame.summary")} errors={text.summary} />
        <h1>{t("revoke.heading")}</h1>
        <p>{t("revoke.lead")}</p>
        <TextField
          name="code"
          label={family("return.label")}
          hint={family("return.hint")}
          error={text.at("code")}
          defaultValue={typed.code}
          inputMode="numeric"
        />
        <TextField name="word" label={t("revoke.word")} hint={t("revoke.wordHint")} maxLength={60} />
        <p>{t("revoke.after")}</p>
        <Button large>{t("revoke.do")}</Button>
      </PostForm>
      <p>{t("revoke.noWord")}</p>
      <p>
        <a href={links.lost}>{family("frame.lost")}</a>
      </p>
    </>
  );
}

/** The number is gone: what that means, and how to begin again. */
export function RevokedPage({ locale, start }: { locale: Locale; start: string }) {
  const t = translator(locale, "returning");
  return (
    <>
      <h1>{t("revoke.done")}</h1>
      <p>{t("revoke.doneMore")}</p>
      <p>
        <a href={start}>{translator(locale, "family")("trouble.again")}</a>
      </p>
    </>
  );
}
