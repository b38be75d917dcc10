import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { momentText } from "@/components/desk/when";
import { Due } from "@/components/desk/withdrawals/request-table";
import { DetailsList } from "@/components/ui/details-list";
import { may } from "@/lib/auth/permissions";
import { type DeskVisit, deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { openReply } from "@/lib/vetting/replies/queries";
import { type OpenedReply, replyOutcomes } from "@/lib/vetting/replies/schema";
import { foundOr404 } from "../../found";
import { AnswerForms } from "./answer-forms";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ hecho?: string }>;
}

/** The title stays in the history of a browser: never a reference. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "replies")("one") };
}

/** What somebody wrote about a public page beside the case it names, and what can be done: answer, take the name down, ask two, end it. */
export default async function ReplyPage({ params, searchParams }: Props) {
  const visit = await enterDesk("reply.read");
  const { staff, locale } = visit;
  const id = z.uuid().safeParse((await params).id).data ?? notFound();
  const reply = await foundOr404(openReply(staff, id, wallClock));
  const t = translator(locale, "replies");
  const { hecho } = await searchParams;
  const done = replyOutcomes.find((outcome) => outcome === hecho);
  return (
    <>
      {done && (
        <p className="done" role="status">
          {t(`did.${done}`)}
        </p>
      )}
      <p>
        <a href="/equipo/replicas">{t("back")}</a>
      </p>
      <h1>
        {t(`kinds.${reply.item.asks}`)}
        {reply.urgent && <strong className="mark-urgent"> {t("urgent")}</strong>}
      </h1>
      <p className="note">
        {momentText(reply.receivedAt, locale)}
        {!reply.settled && (
          <>
            {" · "}
            <Due at={reply.dueAt} now={wallClock()} locale={locale} />
          </>
        )}
      </p>
      <div className="panes">
        <div>
          <Written reply={reply} visit={visit} />
          <Meant reply={reply} visit={visit} />
        </div>
        {reply.settled ? (
          <section className="entry">
            <h2>{t(`outcomes.${reply.settled.outcome as "closed"}`)}</h2>
            <p>{t("settledBy", { who: reply.settled.by, when: momentText(reply.settled.at, locale) })}</p>
            {reply.settled.reason && <p>{t(`reasons.${reply.settled.reason}`)}</p>}
            <p className="words">{reply.settled.why}</p>
          </section>
        ) : (
          <AnswerForms reply={reply} visit={visit} />
        )}
      </div>
    </>
  );
}

function Written({
  reply: { id, item, locale: asked, isWaiting },
  visit: { staff, locale },
}: {
  reply: OpenedReply;
  visit: DeskVisit;
}) {
  const t = translator(locale, "replies");
  const blank = t("blank");
  return (
    <section className="entry">
      <h2>{t("written")}</h2>
      <DetailsList
        rows={[
          { term: t("speaks"), detail: t(`speakers.${item.speaks}`) },
          { term: t("page"), detail: item.reference },
          { term: t("words"), detail: <span className="words">{item.words ?? blank}</span> },
          { term: t("reach"), detail: <span className="words">{item.reach ?? blank}</span> },
          { term: t("language"), detail: t(`languages.${asked}`) },
        ]}
      />
      <p className="note">{t("unchecked")}</p>
      {may(staff, "message.read") && (
        <p>
          <a href={`/equipo/mensajes/${id}`}>{t("conversation")}</a>
          {isWaiting && <strong className="waits"> {t("wroteAgain")}</strong>}
        </p>
      )}
    </section>
  );
}

function Meant({ reply: { found }, visit: { locale } }: { reply: OpenedReply; visit: DeskVisit }) {
  const t = translator(locale, "replies");
  return (
    <section className="entry">
      <h2>{t("meant")}</h2>
      {found ? (
        <p>
          <a href={`/equipo/casos/${found.reference}`}>{t("toCase", { reference: found.reference })}</a> ·{" "}
          {t(found.published ? "published" : "unpublished")}
        </p>
      ) : (
        <p>{t("noCase")}</p>
      )}
    </section>
  );
}
