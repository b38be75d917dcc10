import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { ChoiceField } from "@/components/ui/fieldset";
import { translator } from "@/lib/i18n/messages";
import { newsKinds } from "@/lib/intake/news/schema";
import type { Problem } from "@/lib/intake/typed/schema";
import { type Carried, type Post, PostForm } from "../post-form";
import { problemText } from "../problem-text";
import { BackButton } from "./back-button";

interface WhichNewsProps {
  carried: Carried;
  goTo: Post;
  problems: Problem[];
  choose: Post;
}

/** What happened since: one of six things, or a message for anything else. */
export function WhichNewsPage({ carried, goTo, problems, choose }: WhichNewsProps) {
  const t = translator(carried.locale, "returning");
  const text = problemText(carried.locale, problems);
  return (
    <>
      <BackButton carried={carried} goTo={goTo} />
      <PostForm post={choose} carried={carried}>
        <ErrorSummary title={translator(carried.locale, "family")("frame.summary")} errors={text.summary} />
        <h1>{t("news.heading")}</h1>
        <p>{t("news.lead")}</p>
        <ChoiceField
          name="kind"
          legend={t("news.which")}
          error={text.at("kind")}
          choices={newsKinds.map((value) => ({ value, label: t(`news.kinds.${value}`) }))}
        />
        <p>{t("news.else")}</p>
        <Button large>{translator(carried.locale, "family")("frame.next")}</Button>
      </PostForm>
    </>
  );
}
