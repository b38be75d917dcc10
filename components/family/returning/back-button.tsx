import { translator } from "@/lib/i18n/messages";
import { type Carried, type Post, PostForm } from "../post-form";

/** Back to the report, by a button: where cookies are refused a link would lose the flow. */
export function BackButton({ carried, goTo, to = "report" }: { carried: Carried; goTo: Post; to?: string }) {
  const t = translator(carried.locale, "family");
  return (
    <PostForm post={goTo} carried={carried}>
      <p className="step">
        <button type="submit" name="to" value={to} className="link">
          {t("frame.back")}
        </button>
      </p>
    </PostForm>
  );
}
