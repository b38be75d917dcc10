import type { Metadata } from "next";
import { ClaimEntry } from "@/components/claim/claim-entry";
import { ClaimFilters } from "@/components/claim/claim-filters";
import { FeedLink } from "@/components/shell/feed-link";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href, pathTo } from "@/lib/i18n/paths";
import { latestBalance } from "@/lib/opendata/balances/queries";
import { ownFigure } from "@/lib/opendata/claims/own/rules";
import { aroundClaims, countClaims, listClaimants, listClaims } from "@/lib/opendata/claims/queries";
import { claimsAddress, claimsAskedFor } from "@/lib/opendata/claims/rules";
import { safePage } from "../safe-page";

const SHOWN = 15;

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(localeOf((await params).locale), "claims");
  return { title: `${t("page.title")} · Vigilia` };
}

/** What authorities and organisations said, newest first, each beside what others counted for the same period. */
export default async function Claims({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "claims");
  const common = translator(locale, "common");
  const { filters, cursor, refused } = claimsAskedFor(await searchParams);
  const listAt = (from?: string) => pathTo(locale, `/comparar${claimsAddress(filters, from)}`);

  return safePage({ locale, path: `/comparar${claimsAddress(filters, cursor)}` }, async (site) => {
    const [list, count, claimants, balance] = await Promise.all([
      listClaims(filters, cursor, SHOWN).then((page) => page ?? listClaims(filters, undefined, SHOWN)),
      countClaims(filters),
      listClaimants(),
      latestBalance(),
    ]);
    const { items, next } = list ?? { items: [], next: null };
    const around = await aroundClaims(items);
    return (
      <div className="sheet pt-8">
        <FeedLink locale={locale} feed="comparisons" />
        <h1>{t("page.title")}</h1>
        <p className="mt-3">{t("page.lead")}</p>
        <p className="mt-3">
          <a href={href(locale, "comparar/serie")}>{t("series.link")}</a>
          <br />
          <a href={href(locale, "comparar/cuentas")}>{t("accounts.link")}</a>
        </p>
        <div className="mt-6 flow">
          <ClaimFilters locale={locale} filters={filters} claimants={claimants} />
          {refused.length > 0 && (
            <Notice kind="care">{t("page.badFilter", { names: refused.join(", ") })}</Notice>
          )}
          <p>
            {items.length === 0 ? t("page.none") : t("page.count", { n: count })}{" "}
            {claimsAddress(filters) === "" ? (
              <a href={`${href(locale, "comparar")}?claimant=authorities`}>{t("page.onlyAuthorities")}</a>
            ) : (
              <a href={href(locale, "comparar")}>{t("page.clear")}</a>
            )}
          </p>
        </div>
        {items.map((claim) => (
          <ClaimEntry
            key={claim.id}
            locale={locale}
            claim={claim}
            around={around}
            site={site}
            own={ownFigure(balance, claim)}
          />
        ))}
        <Pagination
          label={common("pages")}
          first={cursor ? { href: listAt(), text: t("page.first") } : null}
          next={next ? { href: listAt(next), text: t("page.next") } : null}
        />
        <p className="screen-only mt-6">
          <a href={`/api/v1/claims.csv${claimsAddress(filters)}`}>{t("page.download")}</a>
          <br />
          <a href={`/api/v1/claims${claimsAddress(filters)}`}>{t("page.json")}</a>
          <br />
          <a href="/api/v1/comparisons.csv">{t("page.pairsCsv")}</a>
          <br />
          <a href={href(locale, "comparar/atom.xml")}>{t("pair.feed")}</a>
          <br />
          <a href={href(locale, "glosario")}>{t("pair.glossary")}</a>
        </p>
      </div>
    );
  });
}
