import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { homeOf } from "@/components/desk/frame/sections";
import { QueueRows } from "@/components/desk/queue-rows";
import { Views } from "@/components/desk/views";
import { may } from "@/lib/auth/permissions";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { listQueue } from "@/lib/vetting/reports/queries";
import { type QueueView, queueViews } from "@/lib/vetting/reports/schema";

const viewOf = (asked: unknown): QueueView => queueViews.find((view) => view === asked) ?? "all";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "desk")("queue.title") };
}

/** The queue: what waits, urgent first, each row with its age and what is missing. Every view has its own address. */
export default async function QueuePage({ searchParams }: { searchParams: Promise<{ ver?: string }> }) {
  const visit = await enterDesk();
  if (!may(visit.staff, "queue.read")) redirect(homeOf(visit.staff));
  const view = viewOf((await searchParams).ver);
  const { rows, counts } = await listQueue(visit.staff, view, wallClock);
  const t = translator(visit.locale, "desk");
  return (
    <>
      <h1>{t("queue.title")}</h1>
      <Views
        label={t("queue.viewsLabel")}
        views={queueViews.map((one) => ({
          href: `/equipo?ver=${one}`,
          label: t(`queue.views.${one}`),
          count: counts[one],
          isCurrent: one === view,
        }))}
      />
      {rows.length === 0 ? (
        <p className="empty">{t(`queue.empty.${view}`)}</p>
      ) : (
        <QueueRows rows={rows} now={wallClock()} locale={visit.locale} />
      )}
      {rows.length < counts[view] && <p className="note">{t("queue.more", { n: rows.length })}</p>}
    </>
  );
}
