import type { Metadata } from "next";
import { repliesAddress } from "@/components/desk/replies/addresses";
import { ReplyTable } from "@/components/desk/replies/reply-table";
import { momentText } from "@/components/desk/when";
import { Pagination } from "@/components/ui/pagination";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { cursorIn } from "@/lib/vetting/news/rules";
import { listReplies, listSettledReplies } from "@/lib/vetting/replies/queries";

interface RepliesPageProps {
  searchParams: Promise<{ desde?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "replies")("title") };
}

/** What anybody wrote about a public page and nobody has answered yet, and what was answered lately. */
export default async function RepliesPage({ searchParams }: RepliesPageProps) {
  const { staff, locale } = await enterDesk("reply.read");
  const { desde } = await searchParams;
  const { rows, next } = await listReplies(staff, wallClock, cursorIn(desde));
  const settled = await listSettledReplies(staff);
  const t = translator(locale, "replies");
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="note">{t("hint")}</p>
      <ReplyTable rows={rows} now={wallClock()} locale={locale} />
      <Pagination
        label={t("pages")}
        first={desde ? { href: repliesAddress(), text: t("first") } : null}
        next={next ? { href: repliesAddress(next), text: t("next") } : null}
      />
      <section className="entry">
        <h2>{t("lately")}</h2>
        {settled.length === 0 && <p className="empty">{t("latelyNone")}</p>}
        <ul>
          {settled.map(({ id, outcome, by, at }) => (
            <li key={id}>
              <a href={`/equipo/replicas/${id}`}>{t(`outcomes.${outcome as "closed"}`)}</a> · {by} ·{" "}
              {momentText(at, locale)}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
