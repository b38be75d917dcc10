import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { LongTextField, TextField } from "@/components/ui/field";
import { ChoiceField } from "@/components/ui/fieldset";
import { translator } from "@/lib/i18n/messages";
import { replyAsks, replySpeakers } from "@/lib/intake/replies/schema";
import type { PostedForm, Problem } from "@/lib/intake/typed/schema";
import { NumberBox } from "../number-box";
import { type Carried, type Post, PostForm } from "../post-form";
import { problemText } from "../problem-text";
import { TroubleBox } from "../returning/trouble-box";

interface ReplyPageProps {
  carried: Carried;
  code: string;
  typed: PostedForm;
  problems: Problem[];
  trouble?: string;
  send: Post;
  /** Where whoever has a number comes in. */
  back: string;
}

/**
 * To ask, without an account, that a name be taken down or something corrected, or to answer in private: the number first, then one page.
 * It asks for the reference as it stands on the public page, and answers alike for every reference.
 */
export function ReplyPage({ carried, code, typed, problems, trouble, send, back }: ReplyPageProps) {
  const { locale } = carried;
  const t = translator(locale, "reply");
  const family = translator(locale, "family");
  const text = problemText(locale, problems);
  return (
    <PostForm post={send} carried={carried}>
      <ErrorSummary title={family("frame.summary")} errors={text.summary} />
      {trouble && <TroubleBox locale={locale} reference={trouble} />}
      <h1>{t("heading")}</h1>
      <p>{t("lead")}</p>
      <p>{t.rich("holder", { a: (words) => <a href={back}>{words}</a> })}</p>
      <h2>{t("number")}</h2>
      <NumberBox code={code} locale={locale} />
      <p>{t("numberOnly")}</p>
      <p>
        <b>{family("number.notAccount")}</b>
      </p>
      <TextField
        name="reference"
        label={t("reference")}
        hint={t("referenceHint")}
        error={text.at("reference")}
        defaultValue={typed.reference}
        autoCapitalize="characters"
        maxLength={20}
      />
      <ChoiceField
        name="asks"
        legend={t("asks")}
        error={text.at("asks")}
        value={typed.asks}
        choices={replyAsks.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <ChoiceField
        name="speaks"
        legend={t("speaks")}
        error={text.at("speaks")}
        value={typed.speaks}
        choices={replySpeakers.map((value) => ({ value, label: t(`speakers.${value}`) }))}
      />
      <LongTextField
        name="words"
        label={t("words")}
        hint={t("wordsHint")}
        error={text.at("words")}
        defaultValue={typed.words}
        maxLength={2000}
        rows={5}
      />
      <TextField
        name="reach"
        label={t("reach")}
        hint={t("reachHint")}
        error={text.at("reach")}
        defaultValue={typed.reach}
        maxLength={300}
      />
      <p>{t("who")}</p>
      <Button large>{t("send")}</Button>
    </PostForm>
  );
}
