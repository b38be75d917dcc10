import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { homeOf } from "@/components/desk/frame/sections";
import { newsAddress } from "@/components/desk/news/addresses";
import { queueAddress } from "@/components/desk/queue/addresses";
import { QueueRows } from "@/components/desk/queue/rows";
import { repliesAddress } from "@/components/desk/replies/addresses";
import { Views } from "@/components/desk/views";
import { Pagination } from "@/components/ui/pagination";
import { may } from "@/lib/auth/permissions";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { countNews, COUNTED as NEWS_COUNTED } from "@/lib/vetting/news/queries";
import { countReplies, COUNTED as REPLIES_COUNTED } from "@/lib/vetting/replies/queries";
import { listQueue } from "@/lib/vetting/reports/queue/queries";
import { cursorIn } from "@/lib/vetting/reports/queue/rules";
import { COUNTED } from "@/lib/vetting/reports/queue/views/queries";
import { type QueueView, queueViews } from "@/lib/vetting/reports/schema";
import { LEAVES } from "@/lib/vetting/reports/triage/queries";
import { ChosenReport } from "./reportes/chosen";

type Asked = { ver?: string; desde?: string; reporte?: string; parecidos?: string; hecho?: string };

const viewOf = (asked: unknown): QueueView => queueViews.find((view) => view === asked) ?? "all";
const explained = ["suspicious", "disappeared", "snoozed"] as const;
const acts = ["taken", "given", "snoozed", "woken", "asked"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "desk")("queue.title") };
}

/** The queue: what waits, urgent first, with the chosen report beside it. Every view, page and choice has its own address. */
export default async function QueuePage({ searchParams }: { searchParams: Promise<Asked> }) {
  const visit = await enterDesk();
  if (!may(visit.staff, "queue.read")) redirect(homeOf(visit.staff));
  const asked = await searchParams;
  const view = viewOf(asked.ver);
  const { rows, counts, next, stopped } = await listQueue(
    visit.staff,
    view,
    wallClock,
    cursorIn(asked.desde),
  );
  const t = translator(visit.locale, "desk");
  const q = translator(visit.locale, "desk-queue");
  const chosen = z.uuid().safeParse(asked.reporte).data ?? null;
  const place = { view, after: asked.desde };
  const done = acts.find((act) => act === asked.hecho);
  const reason = explained.find((one) => one === view);
  return (
    <>
      {done && (
        <p className="done" role="status">
          {q(`done.${done}`)}
        </p>
      )}
      <h1>{t("queue.title")}</h1>
      <Views
        label={t("queue.viewsLabel")}
        views={[
          ...queueViews.map((one) => ({
            href: queueAddress({ view: one }),
            label: q(`views.${one}`),
            count: countText(counts[one], (n) => q("moreThan", { n })),
            isCurrent: one === view,
          })),
          await newsView(visit),
          await repliesView(visit),
        ]}
      />
      {reason && <p className="note">{q(`explained.${reason}`)}</p>}
      {stopped && <p className="note">{q("stopped", { n: LEAVES })}</p>}
      <div className={chosen ? "list-pane chosen" : "list-pane"}>
        <div className="list">
          {rows.length === 0 ? (
            <p className="empty">{q(`empty.${view}`)}</p>
          ) : (
            <QueueRows
              rows={rows}
              now={wallClock()}
              locale={visit.locale}
              chosen={chosen}
              addressOf={(report) => queueAddress({ ...place, report })}
            />
          )}
          <Pagination
            label={q("pages")}
            first={asked.desde ? { href: queueAddress({ view }), text: q("first") } : null}
            next={next ? { href: queueAddress({ view, after: next }), text: q("next") } : null}
          />
        </div>
        {chosen ? (
          <ChosenReport
            visit={visit}
            reportId={chosen}
            place={place}
            nextId={rows[rows.findIndex((row) => row.id === chosen) + 1]?.id ?? null}
            compare={asked.parecidos === "1"}
          />
        ) : (
          <p className="pane empty">{q("select")}</p>
        )}
      </div>
    </>
  );
}

/** The view beside the reports: news told later, with how many cannot wait. */
async function newsView({ staff, locale }: Awaited<ReturnType<typeof enterDesk>>) {
  const t = translator(locale, "desk-news");
  const { waiting, urgent } = await countNews(staff);
  const many = waiting > NEWS_COUNTED ? t("moreThan", { n: NEWS_COUNTED }) : waiting;
  return {
    href: newsAddress(),
    label: urgent > 0 ? t("urgentView", { n: urgent }) : t("title"),
    count: many,
    isCurrent: false,
  };
}

/** And what was written about public pages, with how much of it bears danger. */
async function repliesView({ staff, locale }: Awaited<ReturnType<typeof enterDesk>>) {
  const t = translator(locale, "replies");
  const { waiting, urgent } = await countReplies(staff);
  return {
    href: repliesAddress(),
    label: urgent > 0 ? t("urgentView", { n: urgent }) : t("title"),
    count: waiting > REPLIES_COUNTED ? t("moreThan", { n: REPLIES_COUNTED }) : waiting,
    isCurrent: false,
  };
}

const countText = (n: number | null, moreThan: (n: number) => string) =>
  n === null ? undefined : n > COUNTED ? moreThan(COUNTED) : n;
