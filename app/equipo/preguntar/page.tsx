import type { Metadata } from "next";
import { Views } from "@/components/desk/views";
import { dayText } from "@/components/desk/when";
import { stateText } from "@/components/desk/words";
import { Pagination } from "@/components/ui/pagination";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { listToAsk } from "@/lib/vetting/contacts/asked/queries";
import { askViews, cursorIn } from "@/lib/vetting/contacts/asked/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "desk-messages")("toAsk.title") };
}

interface ToAskPageProps {
  searchParams: Promise<{ ver?: string; desde?: string }>;
}

const addressOf = (view: string, after?: string) =>
  `/equipo/preguntar?${new URLSearchParams({ ver: view, ...(after ? { desde: after } : {}) })}`;

/** Who was freed and not asked since: those with a public page first, because it hides its details until they are. */
export default async function ToAskPage({ searchParams }: ToAskPageProps) {
  const { staff, locale } = await enterDesk("permission.record");
  const { ver, desde } = await searchParams;
  const view = askViews.find((one) => one === ver) ?? "named";
  const { rows, next } = await listToAsk(staff, view, wallClock, cursorIn(desde));
  const t = translator(locale, "desk-messages");
  return (
    <>
      <h1>{t("toAsk.title")}</h1>
      <p className="note">{t("toAsk.hint")}</p>
      <Views
        label={t("toAsk.viewsLabel")}
        views={askViews.map((one) => ({
          href: addressOf(one),
          label: t(`toAsk.views.${one}`),
          isCurrent: one === view,
        }))}
      />
      {rows.length === 0 && <p className="empty">{t("toAsk.empty")}</p>}
      <ol className="rows queue">
        {rows.map((row) => (
          <li key={row.reference}>
            <p className="line">
              <a href={`/equipo/casos/${row.reference}/familia#preguntar`}>{row.name}</a>
              <span className="num">{row.reference}</span>
              <span className="note">{stateText("custody", row.state, locale)}</span>
              <span className="note">{t("toAsk.since", { when: dayText(row.knownFrom, locale) })}</span>
              {row.isNamed && <strong>{t("toAsk.hidden")}</strong>}
            </p>
          </li>
        ))}
      </ol>
      <Pagination
        label={t("pages")}
        first={desde ? { href: addressOf(view), text: t("first") } : null}
        next={next ? { href: addressOf(view, next), text: t("next") } : null}
      />
    </>
  );
}
