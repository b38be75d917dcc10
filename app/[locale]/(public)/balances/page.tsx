import type { Metadata } from "next";
import { BalanceList } from "@/components/tally/balance-list";
import { Pagination } from "@/components/ui/pagination";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { listBalances } from "@/lib/opendata/balances/queries";
import { DEFAULT_GATE } from "@/lib/opendata/method/schema";
import { safePage } from "../safe-page";

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ desde?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale), "balances")("balancesTitle")} · Vigilia` };
}

/** Every balance ever published, newest first; before the first, why there is none. */
export default async function Balances({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "balances");
  const common = translator(locale, "common");
  const { desde } = await searchParams;
  const cursor = typeof desde === "string" ? desde : undefined;
  const here = (from?: string) => pathTo(locale, `/balances${from ? `?desde=${from}` : ""}`);
  return safePage({ locale, path: "/balances" }, async (site) => {
    const page = (await listBalances(cursor, 30)) ?? (await listBalances(undefined, 30));
    const items = page?.items ?? [];
    if (items.length === 0) {
      return (
        <div className="sheet flow pt-8">
          <h1>{t("noneTitle")}</h1>
          <p>{t("balancesIntro")}</p>
          <p>{t("noneBody", { gate: site?.gate ?? DEFAULT_GATE })}</p>
        </div>
      );
    }
    return (
      <div className="sheet pt-8">
        <h1>{t("balancesTitle")}</h1>
        <p className="mt-3">{t("balancesIntro")}</p>
        <section className="entry">
          <BalanceList locale={locale} balances={items} />
          <Pagination
            label={common("pages")}
            first={cursor ? { href: here(), text: common("first") } : null}
            next={page?.next ? { href: here(page.next), text: t("moreBalances") } : null}
          />
          <p className="screen-only mt-6">
            <a href={pathTo(locale, "/cambios")}>{translator(locale, "changes")("allChanges")}</a>
            <br />
            <a href="/api/v1/balances.csv">{t("csv")}</a>
          </p>
        </section>
      </div>
    );
  });
}
