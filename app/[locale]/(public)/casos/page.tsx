import type { Metadata } from "next";
import { ActiveFilters } from "@/components/case/active-filters";
import { CaseFilters } from "@/components/case/case-filters";
import { CaseList } from "@/components/case/case-list";
import { CountSentence } from "@/components/case/count-sentence";
import { NoCases } from "@/components/case/no-cases";
import { replyDoor } from "@/components/shell/family-door";
import { Pagination } from "@/components/ui/pagination";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { latestTotal } from "@/lib/opendata/balances/latest/queries";
import { listNamedCases, namedCount } from "@/lib/opendata/cases/queries";
import { addressOf, askedFor } from "@/lib/opendata/cases/rules";
import { safePage } from "../safe-page";

const SHOWN = 50;

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Never indexed: names are shown here by permission, not handed to search engines. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(localeOf((await params).locale), "cases");
  return { title: `${t("listTitle")} · Vigilia`, robots: { index: false, noarchive: true } };
}

/** People whose families allowed the name. What the address asks and cannot be answered is left out, and the page says so. */
export default async function Cases({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "cases");
  const common = translator(locale, "common");
  const { filters, after, left } = askedFor(await searchParams);
  const listAt = (asked: typeof filters, from?: string) => pathTo(locale, `/casos${addressOf(asked, from)}`);

  return safePage({ locale, path: `/casos${addressOf(filters, after)}` }, async () => {
    const [list, { people: all }, verified] = await Promise.all([
      listNamedCases(filters, after, SHOWN),
      namedCount(),
      latestTotal(),
    ]);
    return (
      <div className="sheet pt-8">
        <h1>{t("title")}</h1>
        <p className="mt-3">{t("intro")}</p>
        {all > 0 && (
          <div className="mt-6 flow">
            <CaseFilters locale={locale} filters={filters} />
            {left && <p>{t("leftOut")}</p>}
            <ActiveFilters locale={locale} filters={filters} listAt={listAt} />
          </div>
        )}
        <section className="entry">
          {list.items.length === 0 ? (
            <NoCases locale={locale} atAll={all === 0} />
          ) : (
            <>
              <CountSentence
                locale={locale}
                shown={list.items.length}
                counted={{ matching: list.matching, all }}
                verified={verified}
              />
              <CaseList locale={locale} rows={list.items} />
              <Pagination
                label={common("pages")}
                first={after ? { href: listAt(filters), text: common("first") } : null}
                next={list.next ? { href: listAt(filters, list.next), text: t("next", { n: SHOWN }) } : null}
              />
              <p className="screen-only mt-6 flex flex-wrap gap-x-6">
                <a href={`/api/v1/cases.csv${addressOf(filters)}`}>{t("csv")}</a>
                <a href={`/api/v1/cases${addressOf(filters)}`}>{t("json")}</a>
              </p>
              <p className="note">{t("filesNote")}</p>
              <p className="note screen-only">
                {t.rich("replyList", { a: (words) => <a href={replyDoor(locale)}>{words}</a> })}
              </p>
            </>
          )}
        </section>
      </div>
    );
  });
}
