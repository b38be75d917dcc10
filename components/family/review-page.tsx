import { Button } from "@/components/ui/button";
import { translator } from "@/lib/i18n/messages";
import { type Draft, type Step, steps } from "@/lib/intake/draft/schema";
import { type Carried, type Post, PostForm } from "./post-form";
import { reviewRows } from "./review-rows";

interface ReviewProps {
  carried: Carried;
  draft: Draft;
  expiresAt: Date;
  today: string;
  /** How many files came with it so far. */
  documents: number;
  goTo: Post;
  send: Post;
}

/** All that will be sent, page by page with its way back, what happens then, and one button. */
export function ReviewPage({ carried, draft, expiresAt, today, documents, goTo, send }: ReviewProps) {
  const t = translator(carried.locale, "family");
  const counted = draft.permissions.some((answer) => answer.purpose === "count" && answer.granted);
  const shown = { ...draft, locale: carried.locale };
  const s = translator(carried.locale, "steps");
  const headings: Record<Step, string> = {
    person: t("person.heading"),
    detention: t("detention.heading"),
    whereabouts: t("whereabouts.heading"),
    court: s("review.court"),
    health: s("health.heading"),
    contact: s("contact.heading"),
    permissions: t("review.permissionsAsked"),
  };
  return (
    <>
      <p className="step">
        <span>{t("frame.stepOf", { step: 9 })}</span>
      </p>
      <h1>{t("review.heading")}</h1>
      <p>
        <b>{t("review.lead")}</b> {t("review.expires", { date: expiresAt })}
      </p>
      <PostForm post={goTo} carried={carried}>
        {steps.map((step) => {
          const rows = reviewRows(step, shown, today);
          return (
            <section key={step} className="part">
              <h2>{headings[step]}</h2>
              {rows === null && <p className="problem">{t("review.missing")}</p>}
              {rows?.length === 0 && <p>{t("review.nothing")}</p>}
              {rows && rows.length > 0 && (
                <dl>
                  {rows.map((row) => (
                    <div key={row.term}>
                      <dt>{row.term}</dt>
                      <dd>{row.detail}</dd>
                    </div>
                  ))}
                </dl>
              )}
              <button
                type="submit"
                name="to"
                value={step}
                className="link"
                aria-label={t("review.changeWhat", { what: headings[step] })}
              >
                {t("review.change")}
              </button>
            </section>
          );
        })}
      </PostForm>
      <PostForm post={goTo} carried={carried}>
        <section className="part">
          <h2>{t("documents.link")}</h2>
          <p>{documents === 0 ? t("documents.none") : t("documents.count", { count: documents })}</p>
          <button type="submit" name="to" value="documents" className="link">
            {t("documents.linkReport")}
          </button>
        </section>
      </PostForm>
      <section className="part">
        <h2>{t("review.keep")}</h2>
        <ul className="plain-list">
          <li>{t("review.keepYes")}</li>
          <li>{counted ? t("review.countYes") : t("review.countNo")}</li>
        </ul>
      </section>
      <h2>{t("review.nextHeading")}</h2>
      <ol className="plain-list">
        <li>{t("review.next1")}</li>
        <li>{t("review.next2")}</li>
        <li>{t("review.next3")}</li>
      </ol>
      <p>{t("review.guarantee")}</p>
      <PostForm post={send} carried={carried}>
        <Button large>{t("review.send")}</Button>
      </PostForm>
    </>
  );
}
