import type { Metadata } from "next";
import { ClaimEntry } from "@/components/claim/claim-entry";
import { ClaimFilters } from "@/components/claim/claim-filters";
import { FixedLink, FixedNote } from "@/components/claim/fixed-view";
import { FeedLink } from "@/components/shell/feed-link";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href, pathTo } from "@/lib/i18n/paths";
import { viewAsked } from "@/lib/opendata/claims/moment/queries";
import { fixedAddress, momentAskedFor } from "@/lib/opendata/claims/moment/rules";
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

/**
 * What authorities and organisations said, newest first, each beside what others counted for the same period. With a moment or a
 * balance in the address, as it was known then and for ever.
 */
export default async function Claims({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "claims");
  const common = translator(locale, "common");
  const query = await searchParams;
  const { filters, cursor, refused } = claimsAskedFor(query);
  const moment = momentAskedFor(query);
  const asked = { known: moment.known ?? null, balance: moment.balance };
  const at = (from?: string, kept = asked) => `/comparar${fixedAddress(kept, { ...filters, cursor: from })}`;
  const listAt = (from?: string) => pathTo(locale, at(from));

  return safePage({ locale, path: at(cursor) }, async (site) => {
    const view = await viewAsked(moment);
    const { known, balance } = view;
    const [list, count, claimants] = await Promise.all([
      listClaims(filters, cursor, SHOWN, known).then(
        (page) => page ?? listClaims(filters, undefined, SHOWN, known),
      ),
      countClaims(filters, known),
      listClaimants(known),
    ]);
    const coverage = known ? (balance?.content.coverage ?? null) : (site?.coverage ?? null);
    const data = fixedAddress({ known, balance: undefined }, { ...filters });
    const clear = (more = {}) => pathTo(locale, `/comparar${fixedAddress(asked, more)}`);
    const { items, next } = list ?? { items: [], next: null };
    const around = await aroundClaims(items, known);
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
          <FixedNote locale={locale} view={view} path="/comparar" asked={{ ...filters, cursor }} />
          <ClaimFilters locale={locale} filters={filters} claimants={claimants} kept={asked} />
          {refused.length > 0 && (
            <Notice kind="care">{t("page.badFilter", { names: refused.join(", ") })}</Notice>
          )}
          <p>
            {items.length === 0 ? t("page.none") : t("page.count", { n: count })}{" "}
            {claimsAddress(filters) === "" ? (
              <a href={clear({ claimant: "authorities" })}>{t("page.onlyAuthorities")}</a>
            ) : (
              <a href={clear()}>{t("page.clear")}</a>
            )}
          </p>
        </div>
        {items.map((claim) => (
          <ClaimEntry
            key={claim.id}
            locale={locale}
            claim={claim}
            around={around}
            coverage={coverage}
            own={ownFigure(balance, claim)}
          />
        ))}
        <Pagination
          label={common("pages")}
          first={cursor ? { href: listAt(), text: t("page.first") } : null}
          next={next ? { href: listAt(next), text: t("page.next") } : null}
        />
        <FixedLink locale={locale} view={view} path="/comparar" asked={{ ...filters, cursor }} />
        <p className="screen-only mt-6">
          <a href={`/api/v1/claims.csv${data}`}>{t("page.download")}</a>
          <br />
          <a href={`/api/v1/claims${data}`}>{t("page.json")}</a>
          <br />
          <a
            href={`/api/v1/comparisons.csv${fixedAddress({ known, balance: known ? balance?.slug : undefined })}`}
          >
            {t("page.pairsCsv")}
          </a>
          <br />
          <a href={href(locale, "comparar/atom.xml")}>{t("pair.feed")}</a>
          <br />
          <a href={href(locale, "glosario")}>{t("pair.glossary")}</a>
        </p>
      </div>
    );
  });
}
