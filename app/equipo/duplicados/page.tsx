import type { Metadata } from "next";
import { Reasons, SideName } from "@/components/desk/pairs/compared";
import { Views } from "@/components/desk/views";
import { Pagination } from "@/components/ui/pagination";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { canFindPairs, findLater } from "@/lib/vetting/pairs/commands";
import { COUNTED, listPairs, PAGE } from "@/lib/vetting/pairs/queries";
import { type PairSide, pairViews } from "@/lib/vetting/pairs/schema";

type Asked = { ver?: string; desde?: string };

const MOST = 100_000;
const addressOf = (view: string, skip = 0) =>
  `/equipo/duplicados?ver=${view}${skip > 0 ? `&desde=${skip}` : ""}`;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "pairs")("title") };
}

/** Pairs that may be one person, the most alike first; every view and page has its own address. */
export default async function PairsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const { staff, locale } = await enterDesk("pair.read");
  const { ver, desde } = await searchParams;
  const view = pairViews.find((one) => one === ver) ?? "likely";
  const skip = /^\d{1,5}$/.test(desde ?? "") ? Math.min(Number(desde), MOST) : 0;
  await findLater(staff, wallClock);
  const { rows, counts, more } = await listPairs(staff, view, skip, wallClock);
  const t = translator(locale, "pairs");
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="note">{t("lead")}</p>
      {!canFindPairs() && <p className="note">{t("building")}</p>}
      <Views
        label={t("viewsLabel")}
        views={pairViews.map((one) => ({
          href: addressOf(one),
          label: t(`views.${one}`),
          count: counts[one] > COUNTED ? t("moreThan", { n: COUNTED }) : counts[one],
          isCurrent: one === view,
        }))}
      />
      {rows.length === 0 ? (
        <p className="empty">{t(`empty.${view}`)}</p>
      ) : (
        <ol className="rows pairs">
          {rows.map((pair) => (
            <li key={pair.id}>
              <a href={`/equipo/duplicados/${pair.id}`}>
                {nameOf(pair.left)} — {nameOf(pair.right)}
              </a>
              <span className="note">
                <SideName side={pair.left} locale={locale} /> · <SideName side={pair.right} locale={locale} />
              </span>
              <span className="note">
                <Reasons pair={pair} locale={locale} />
              </span>
            </li>
          ))}
        </ol>
      )}
      <Pagination
        label={t("pages")}
        first={skip > 0 ? { href: addressOf(view), text: t("first") } : null}
        next={more ? { href: addressOf(view, skip + PAGE), text: t("next") } : null}
      />
    </>
  );
}

const nameOf = ({ givenNames, surnames }: PairSide) => `${givenNames} ${surnames}`;
