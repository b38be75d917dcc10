import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { translator } from "@/lib/i18n/messages";
import { isAtOnce } from "@/lib/intake/answers/rules";
import type { Choice } from "@/lib/intake/flow/schema";
import type { OpenedReport } from "@/lib/intake/receipt/schema";
import type { Problem } from "@/lib/intake/typed/schema";
import { type Carried, type Post, PostForm } from "../post-form";
import { problemText } from "../problem-text";
import { BackButton } from "./back-button";
import { effectText, purposeText } from "./purpose-text";
import { TroubleBox } from "./trouble-box";

interface ConfirmProps {
  carried: Carried;
  goTo: Post;
  choice: Choice;
  report: OpenedReport;
  problems: Problem[];
  trouble?: string;
  confirm: Post;
}

/** What follows from one change: when it holds, what it does, what it cannot undo, and one button. */
export function ConfirmPage({ carried, goTo, choice, report, problems, trouble, confirm }: ConfirmProps) {
  const { locale } = carried;
  const t = translator(locale, "returning");
  const { purpose, granted } = choice;
  const text = problemText(locale, problems);
  const atOnce = isAtOnce(choice, report.standing);
  return (
    <>
      <BackButton carried={carried} goTo={goTo} to={granted ? "answers" : "withdraw"} />
      <PostForm post={confirm} carried={carried}>
        <ErrorSummary title={translator(locale, "family")("frame.summary")} errors={text.summary} />
        {trouble && <TroubleBox locale={locale} reference={trouble} />}
        <h1>{t(granted ? "confirm.headingYes" : "confirm.headingNo")}</h1>
        <p>
          <b>{purposeText(locale, purpose)}</b>
        </p>
        <p>{t(atOnce ? "confirm.atOnce" : "confirm.reviewed")}</p>
        <p>{effectText(locale, purpose, granted)}</p>
        {!granted && <p>{t("confirm.cannotUndo")}</p>}
        <Button large id="confirmar">
          {t(atOnce ? "confirm.confirm" : "confirm.ask")}
        </Button>
      </PostForm>
    </>
  );
}
