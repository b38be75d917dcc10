import type { Metadata } from "next";
import { threadsAddress } from "@/components/desk/messages/addresses";
import { Views } from "@/components/desk/views";
import { agoText } from "@/components/desk/when";
import { Pagination } from "@/components/ui/pagination";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { COUNTED, listThreads } from "@/lib/vetting/threads/queries";
import { cursorIn, isThreadView } from "@/lib/vetting/threads/rules";
import { threadViews } from "@/lib/vetting/threads/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "desk-messages")("title") };
}

interface MessagesPageProps {
  searchParams: Promise<{ ver?: string; desde?: string }>;
}

/** Conversations that wait, whoever waited longest first. Every list and page has its own address. */
export default async function MessagesPage({ searchParams }: MessagesPageProps) {
  const { staff, locale } = await enterDesk("message.read");
  const { ver, desde } = await searchParams;
  const view = isThreadView(ver) ? ver : "us";
  const { rows, counts, next } = await listThreads(staff, view, wallClock, cursorIn(desde));
  const t = translator(locale, "desk-messages");
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="note">{t("hint")}</p>
      <p>
        <a href="/equipo/preguntar">{t("toAsk.title")}</a>
      </p>
      <Views
        label={t("viewsLabel")}
        views={threadViews.map((one) => ({
          href: threadsAddress(one),
          label: t(`views.${one}`),
          count: counts[one] > COUNTED ? t("moreThan", { n: COUNTED }) : counts[one],
          isCurrent: one === view,
        }))}
      />
      {rows.length === 0 && <p className="empty">{t(`empty.${view}`)}</p>}
      <ol className="rows queue">
        {rows.map((row) => (
          <li key={row.reportId}>
            <p className="line">
              <a href={`/equipo/mensajes/${row.reportId}`} data-row={row.name}>
                {row.page === null ? row.name : t("replyAbout", { reference: row.page })}
              </a>
              {row.unread && <strong>{t("unread")}</strong>}
              <span className="note">{t("since", { when: agoText(row.since, wallClock(), locale) })}</span>
              <span className="note">
                {row.assignedTo ? t("held", { who: row.assignedTo }) : t("nobody")}
              </span>
            </p>
          </li>
        ))}
      </ol>
      <Pagination
        label={t("pages")}
        first={desde ? { href: threadsAddress(view), text: t("first") } : null}
        next={next ? { href: threadsAddress(view, next), text: t("next") } : null}
      />
    </>
  );
}
