import { translator } from "@/lib/i18n/messages";
import { PostForm } from "../post-form";
import { BackButton } from "./back-button";
import type { OwnAnswersProps } from "./own-answers-page";

const kinds = ["count", "name", "everything"] as const;

/** What can be taken back, what happens then and what stays, before anything is asked for. */
export function WithdrawPage({ carried, goTo, report, choose }: OwnAnswersProps) {
  const t = translator(carried.locale, "returning");
  return (
    <>
      <BackButton carried={carried} goTo={goTo} />
      <h1>{t("withdraw.heading")}</h1>
      <p>{t(report.standing ? "withdraw.standing" : "withdraw.unchecked")}</p>
      <PostForm post={choose} carried={carried}>
        {kinds.map((kind) => (
          <section key={kind} className="part">
            <h2>{t(`withdraw.kinds.${kind}`)}</h2>
            <p>{t(`withdraw.hints.${kind}`)}</p>
            <button
              type="submit"
              name="choice"
              value={`${kind}:no`}
              className="link"
              aria-label={`${t("withdraw.see")}: ${t(`withdraw.kinds.${kind}`)}`}
            >
              {t("withdraw.see")}
            </button>
          </section>
        ))}
      </PostForm>
      <h2>{t("withdraw.staysHeading")}</h2>
      <p>{t("withdraw.stays")}</p>
    </>
  );
}
