import type { Metadata } from "next";
import { newsAddress } from "@/components/desk/news/addresses";
import { agoText } from "@/components/desk/when";
import { Pagination } from "@/components/ui/pagination";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { listNews } from "@/lib/vetting/news/queries";
import { cursorIn } from "@/lib/vetting/news/rules";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "desk-news")("title") };
}

interface NewsPageProps {
  searchParams: Promise<{ desde?: string; hecho?: string }>;
}

/** What families told later and nobody has attended to yet, what cannot wait first. */
export default async function NewsPage({ searchParams }: NewsPageProps) {
  const { staff, locale } = await enterDesk("message.read");
  const { desde, hecho } = await searchParams;
  const { rows, next } = await listNews(staff, wallClock, cursorIn(desde));
  const t = translator(locale, "desk-news");
  return (
    <>
      {hecho === "settled" && (
        <p className="done" role="status">
          {t("did.settled")}
        </p>
      )}
      <h1>{t("title")}</h1>
      <p className="note">{t("hint")}</p>
      {rows.length === 0 && <p className="empty">{t("empty")}</p>}
      <ol className="queue">
        {rows.map((row) => (
          <li key={row.id} className={row.urgent ? "urgent" : undefined}>
            <div className="line">
              <h2>
                <a href={`/equipo/novedades/${row.id}`}>{row.name}</a>
              </h2>
              <span className="whose">
                {row.urgent && <strong>{t("urgent")} · </strong>}
                {t("received", { ago: agoText(row.receivedAt, wallClock(), locale) })}
              </span>
            </div>
            <div className="line">
              <span>{t(`kinds.${row.kind}`)}</span>
              <span className="whose">
                {row.assignedTo ? t("held", { who: row.assignedTo }) : t("nobody")}
              </span>
            </div>
          </li>
        ))}
      </ol>
      <Pagination
        label={t("pages")}
        first={desde ? { href: newsAddress(), text: t("first") } : null}
        next={next ? { href: newsAddress(next), text: t("next") } : null}
      />
    </>
  );
}
