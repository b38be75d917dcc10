import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { addressOf } from "@/components/desk/tallies/addresses";
import { Answer } from "@/components/desk/tallies/answer";
import { Keep } from "@/components/desk/tallies/keep";
import { QuestionForm } from "@/components/desk/tallies/question-form";
import { Shortcuts } from "@/components/desk/tallies/shortcuts";
import { Views } from "@/components/desk/views";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { listPublishedMoments } from "@/lib/balances/moments/queries";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { translator } from "@/lib/i18n/messages";
import { askQuestion } from "@/lib/tallies/asking/commands";
import { askedFrom, askOf, commandOf, fieldsOfQuestion, readQuestion } from "@/lib/tallies/asking/rules";
import { type MomentName, momentsAsked, type Question } from "@/lib/tallies/asking/schema";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "tallies")("title") };
}

/**
 * Exact numbers at any (at, known): how many, why it differs from today's answer, what happened, a series. One address holds the
 * question, so the page needs no script, and every answer is on the trail.
 */
export default async function Tallies({ searchParams }: Props) {
  const { staff, locale } = await enterDesk("tally.read");
  const t = translator(locale, "tallies");
  const [address, published] = await Promise.all([searchParams, listPublishedMoments(staff)]);
  const from = askedFrom(address, published);
  if (!from) notFound();
  const { asked, sent } = from;
  const ask = askOf(asked.ask);
  const now = wallClock();
  const read = sent ? readQuestion(asked, now) : null;
  const problems = read && "problems" in read ? read.problems : {};
  const errors: Partial<Record<MomentName, string>> = {};
  for (const name of momentsAsked[ask]) {
    const problem = problems[name];
    if (problem) errors[name] = t(`problem.${problem}`, { field: t(`fields.${name}`) });
  }
  const question = read && "question" in read ? read.question : null;
  const answered = question ? await answerOrRefusal(question) : null;
  const refused =
    answered instanceof Refusal ? translator(locale, "refusals")(answered.code, answered.values) : null;
  const summary = [
    ...momentsAsked[ask].flatMap((name) => (errors[name] ? [{ href: `#${name}`, text: errors[name] }] : [])),
    ...(refused ? [{ href: "#from", text: refused }] : []),
  ];
  return (
    <div className="flow pb-10">
      <h1>{t("title")}</h1>
      <p>{t("lead")}</p>
      <Notice kind="care">{t("exact")}</Notice>
      <Views
        label={t("questions")}
        views={(["standing", "window", "series"] as const).map((one) => ({
          href: one === "standing" ? "/equipo/recuentos" : addressOf({ ask: one }),
          label: t(`asks.${one}`),
          isCurrent: one === ask,
        }))}
      />
      <ErrorSummary title={t("problems")} errors={summary} />
      <QuestionForm locale={locale} ask={ask} filled={asked} errors={errors} published={published} />
      {answered && !(answered instanceof Refusal) && question ? (
        <>
          <Answer locale={locale} answered={answered} now={now} />
          <Keep locale={locale} fields={fieldsOfQuestion(question)} command={commandOf(question)} />
        </>
      ) : (
        <Shortcuts locale={locale} ask={ask} now={now} published={published} />
      )}
    </div>
  );

  async function answerOrRefusal(asking: Question) {
    try {
      return await askQuestion(staff, asking, wallClock);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }
}
