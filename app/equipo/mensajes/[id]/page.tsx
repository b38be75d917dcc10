import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeskForm } from "@/components/desk/form";
import { Conversation } from "@/components/desk/messages/conversation";
import { MessageForms } from "@/components/desk/messages/forms";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { openThread } from "@/lib/vetting/threads/queries";
import { foundOr404 } from "../../found";
import { sendOwnWords, sendSentences, settleOne } from "../actions";

/** The title stays in the history of a browser: never a name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "desk-messages")("thread.title") };
}

interface ThreadPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ hecho?: string }>;
}

const acts = ["sent", "settled"] as const;

/** The conversation with whoever sent one report, and what can be written to them. */
export default async function ThreadPage({ params, searchParams }: ThreadPageProps) {
  const { staff, csrf, locale } = await enterDesk("message.read");
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const thread = await foundOr404(openThread(staff, id, wallClock));
  const t = translator(locale, "desk-messages");
  const { hecho } = await searchParams;
  const done = acts.find((act) => act === hecho);
  const told = thread.page === null ? "thread" : "ofPage";
  const hidden = { reportId: id, seen: String(thread.messages.length) };
  return (
    <>
      {done && (
        <p className="done" role="status">
          {t(`thread.did.${done}`)}
        </p>
      )}
      <p>
        <a href="/equipo/mensajes">{t("back")}</a> ·{" "}
        {thread.page === null ? (
          <>
            <a href={`/equipo/reportes/${id}`}>{t("report")}</a> ·{" "}
            <a href={`/equipo/reportes/${id}/contacto`}>{t("contact")}</a>
          </>
        ) : (
          <a href={`/equipo/replicas/${id}`}>{t("toReply")}</a>
        )}
      </p>
      <h1>{thread.page === null ? thread.name : t("replyAbout", { reference: thread.page })}</h1>
      <p className="note">
        {t(`${told}.waiting_${thread.waiting ?? "none"}`)}{" "}
        {thread.assignedTo ? t("held", { who: thread.assignedTo }) : t("nobody")}.
      </p>
      <div className="panes">
        <section className="entry">
          <h2>{t("thread.title")}</h2>
          <Conversation thread={thread} locale={locale} />
          {thread.waiting !== null && may(staff, "message.send") && (
            <DeskForm
              id="cerrar"
              className="stack"
              action={settleOne}
              csrf={csrf}
              locale={locale}
              hidden={hidden}
            >
              <Button plain>{t(`thread.settle_${thread.waiting}`)}</Button>
            </DeskForm>
          )}
        </section>
        <section className="entry" id="escribir">
          <h2>{t(`${told}.write`)}</h2>
          {thread.hasCode ? (
            <MessageForms
              language={thread.locale}
              ofPage={thread.page !== null}
              form={{ csrf, locale, hidden }}
              acts={{ sentences: sendSentences, own: sendOwnWords }}
            />
          ) : (
            <p className="empty">{t("thread.noCode")}</p>
          )}
        </section>
      </div>
    </>
  );
}
