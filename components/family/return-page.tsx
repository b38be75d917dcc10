import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { translator } from "@/lib/i18n/messages";
import type { PostedForm, Problem } from "@/lib/intake/typed/schema";
import { type Carried, type Post, PostForm } from "./post-form";
import { problemText } from "./problem-text";

interface ReturnProps {
  carried: Carried;
  open: Post;
  typed: PostedForm;
  problems: Problem[];
  links: { lost: string; site: string; start: string };
}

/** Where a number is typed. Mistyped, unknown, expired and revoked ones all get the same answer. */
export function ReturnPage({ carried, open, typed, problems, links }: ReturnProps) {
  const t = translator(carried.locale, "family");
  const text = problemText(carried.locale, problems, typed);
  return (
    <>
      <PostForm post={open} carried={carried}>
        <ErrorSummary title={t("frame.summary")} errors={text.summary} />
        <h1>{t("return.heading")}</h1>
        <TextField
          name="code"
          label={t("return.label")}
          hint={t("return.hint")}
          error={text.at("code")}
          defaultValue={typed.code}
          inputMode="numeric"
        />
        {problems.length > 0 && <p>{t("return.expired")}</p>}
        <Button large>{t("return.open")}</Button>
      </PostForm>
      <p>
        <a href={links.lost}>{t("frame.lost")}</a>
      </p>
      <p>
        <a href={links.site}>{translator(carried.locale, "safety")("site.link")}</a>
      </p>
      <p>
        <a href={links.start}>{t("return.begin")}</a>
      </p>
    </>
  );
}
