import { changeable } from "@/lib/consent/withdrawals/schema";
import { translator } from "@/lib/i18n/messages";
import { isAtOnce, mayGiveHere } from "@/lib/intake/answers/rules";
import type { OpenedReport } from "@/lib/intake/receipt/schema";
import { type Carried, type Post, PostForm } from "../post-form";
import { BackButton } from "./back-button";
import { purposeText } from "./purpose-text";

export interface OwnAnswersProps {
  carried: Carried;
  goTo: Post;
  report: OpenedReport;
  choose: Post;
}

/** Each permission by itself: what was answered with this number and when, and the one change that is possible. Changes nothing here. */
export function OwnAnswersPage({ carried, goTo, report, choose }: OwnAnswersProps) {
  const t = translator(carried.locale, "returning");
  const { answers, standing } = report;
  return (
    <>
      <BackButton carried={carried} goTo={goTo} />
      <h1>{t("permissions.heading")}</h1>
      <p>{t(standing ? "permissions.standing" : "permissions.unchecked")}</p>
      <PostForm post={choose} carried={carried}>
        {changeable.flatMap((purpose) => {
          if (purpose === "everything") return [];
          const said = answers.get(purpose);
          const next = !(said?.granted ?? false);
          const isOffered = next ? mayGiveHere(purpose, standing) : true;
          return (
            <section key={purpose} className="part">
              <h2>{purposeText(carried.locale, purpose)}</h2>
              <p>
                {said
                  ? t(said.granted ? "permissions.saidYes" : "permissions.saidNo", { date: said.at })
                  : t("permissions.unsaid")}
              </p>
              {isOffered && (
                <button
                  type="submit"
                  name="choice"
                  value={`${purpose}:${next ? "yes" : "no"}`}
                  className="link"
                  aria-label={`${t(next ? "permissions.allow" : "permissions.takeBack")}: ${purposeText(carried.locale, purpose)}`}
                >
                  {t(next ? "permissions.allow" : "permissions.takeBack")}
                  {!isAtOnce({ purpose, granted: next }, standing) && ` ${t("permissions.reviewed")}`}
                </button>
              )}
            </section>
          );
        })}
      </PostForm>
      <p>{t("permissions.minor")}</p>
    </>
  );
}
