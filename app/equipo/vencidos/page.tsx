import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OverdueTable } from "@/components/desk/lists/overdue-table";
import { Views } from "@/components/desk/views";
import { Pagination } from "@/components/ui/pagination";
import { may } from "@/lib/auth/permissions";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { listOverdue } from "@/lib/vetting/lists/overdue/queries";
import { neededFor, overdueKinds } from "@/lib/vetting/lists/overdue/schema";
import { cursorIn } from "@/lib/vetting/lists/rules";
import { COUNTED } from "@/lib/vetting/lists/schema";

type Asked = { ver?: string; desde?: string };

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "lists")("overdue.title") };
}

/** What waits too long, one kind at a time and oldest first; the kind and the page are in the address. */
export default async function OverduePage({ searchParams }: { searchParams: Promise<Asked> }) {
  const { staff, locale } = await enterDesk("list.read");
  const { ver, desde } = await searchParams;
  const asked = overdueKinds.find((kind) => kind === ver) ?? null;
  if (asked !== null && !may(staff, neededFor(asked))) notFound();
  const { kind, rows, counts, next } = await listOverdue(staff, asked, wallClock, cursorIn(desde));
  const t = translator(locale, "lists");
  const address = (to: string) => `/equipo/vencidos?ver=${to}`;
  return (
    <>
      <h1>{t("overdue.title")}</h1>
      <p className="note">{t("overdue.lead")}</p>
      <Views
        label={t("overdue.views")}
        views={overdueKinds.flatMap((one) => {
          const n = counts[one];
          if (n === undefined || (n === 0 && one !== kind)) return [];
          const count = n > COUNTED ? t("moreThan", { n: COUNTED }) : n;
          return [{ href: address(one), label: t(`overdue.kinds.${one}`), count, isCurrent: one === kind }];
        })}
      />
      {kind === null ? (
        <p className="empty">{t("overdue.none")}</p>
      ) : (
        <>
          <p>{t(`overdue.rule.${kind}`)}</p>
          {rows.length === 0 ? (
            <p className="empty">{t("overdue.empty")}</p>
          ) : (
            <OverdueTable rows={rows} now={wallClock()} locale={locale} />
          )}
          <Pagination
            label={t("pages")}
            first={desde ? { href: address(kind), text: t("first") } : null}
            next={next ? { href: `${address(kind)}&desde=${next}`, text: t("next") } : null}
          />
        </>
      )}
    </>
  );
}
