import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeskForm } from "@/components/desk/form";
import { NewsAccount } from "@/components/desk/news/news-account";
import { ReportAccount } from "@/components/desk/report-account";
import { agoText, momentText } from "@/components/desk/when";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { fullName } from "@/lib/people/rules";
import { openNews } from "@/lib/vetting/news/queries";
import { foundOr404 } from "../../found";
import { settleOne } from "../actions";
import { SuggestFact } from "./suggest-fact";

/** The title stays in the history of a browser: never a name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "desk-news")("title") };
}

interface OneNewsProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ caso?: string | string[] }>;
}

/** One piece of news beside the report it came to, and the fact it may become: proposed by somebody, never by itself. */
export default async function OneNewsPage({ params, searchParams }: OneNewsProps) {
  const visit = await enterDesk("message.read");
  const { staff, csrf, locale } = visit;
  const { id } = await params;
  const { caso } = await searchParams;
  if (!z.guid().safeParse(id).success) notFound();
  const news = await foundOr404(openNews(staff, id, wallClock));
  const t = translator(locale, "desk-news");
  return (
    <>
      <p>
        <a href="/equipo/novedades">{t("back")}</a> ·{" "}
        <a href={`/equipo/mensajes/${news.reportId}`}>{t("conversation")}</a> ·{" "}
        <a href={`/equipo/reportes/${news.reportId}`}>{t("report")}</a>
      </p>
      <h1>
        {fullName(news.report.payload.person)}
        {news.urgent && <strong className="mark-urgent"> {t("urgent")}</strong>}
      </h1>
      <p className="note">{t("received", { ago: agoText(news.receivedAt, wallClock(), locale) })}</p>
      {news.settled && (
        <p className="note">
          {t("settled", { who: news.settled.by, when: momentText(news.settled.at, locale) })}
        </p>
      )}
      {news.item.kind === "died" && (
        <p>
          <strong>{t("death")}</strong>
        </p>
      )}
      <div className="panes">
        <div>
          <section className="entry">
            <h2>{t("told")}</h2>
            <NewsAccount item={news.item} locale={locale} />
            {!news.settled && may(staff, "message.send") && (
              <DeskForm id="atendida" action={settleOne} csrf={csrf} locale={locale} hidden={{ id }}>
                <p className="note">{t("settleHint")}</p>
                <Button plain>{t("settle")}</Button>
              </DeskForm>
            )}
          </section>
          {news.others.length > 0 && (
            <section className="entry">
              <h2>{t("others")}</h2>
              <ul>
                {news.others.map((other) => (
                  <li key={other.id}>
                    <a href={`/equipo/novedades/${other.id}`}>{momentText(other.receivedAt, locale)}</a>
                    {other.urgent && <strong className="mark-urgent"> {t("urgent")}</strong>}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <div>
          <section className="entry">
            <h2>{t("before")}</h2>
            <ReportAccount report={news.report} locale={locale} />
          </section>
          {may(staff, "case.open") && may(staff, "fact.record") && (
            <SuggestFact news={news} asked={typeof caso === "string" ? caso : null} visit={visit} />
          )}
        </div>
      </div>
    </>
  );
}
