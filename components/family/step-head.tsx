import { ErrorSummary } from "@/components/ui/error-summary";
import { translator } from "@/lib/i18n/messages";
import { type Carried, type Post, PostForm } from "./post-form";
import { TroubleBox } from "./returning/trouble-box";

interface StepHeadProps {
  carried: Carried;
  /** Which of the nine pages. */
  step: number;
  heading: string;
  lead?: string;
  summary: { href: string; text: string }[];
  /** Where "back" leads, by a button: a link would lose the flow where cookies are refused. */
  back: { post: Post; to: string };
  /** The page could not be saved: says so above, with the number of the failure; what was typed stands below. */
  trouble?: string;
}

/** The top of a page of the report: back, which page of how many, what must be mended, the question. */
export function StepHead({ carried, step, heading, lead, summary, back, trouble }: StepHeadProps) {
  const t = translator(carried.locale, "family");
  return (
    <>
      <PostForm post={back.post} carried={carried}>
        <p className="step">
          <button type="submit" name="to" value={back.to} className="link">
            {t("frame.back")}
          </button>{" "}
          <span>{t("frame.stepOf", { step })}</span>
        </p>
      </PostForm>
      <ErrorSummary title={t("frame.summary")} errors={summary} />
      {trouble && <TroubleBox locale={carried.locale} reference={trouble} />}
      <h1>{heading}</h1>
      {lead && <p>{lead}</p>}
    </>
  );
}
