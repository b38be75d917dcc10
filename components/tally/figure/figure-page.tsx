import { CutOff } from "@/components/tally/cut-off";
import { DetailsList } from "@/components/ui/details-list";
import { Notice } from "@/components/ui/notice";
import { dayName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href, pathTo } from "@/lib/i18n/paths";
import type { PublishedBalance } from "@/lib/opendata/balances/queries";
import { figureAddress } from "@/lib/opendata/figures/addresses/rules";
import { type Figure, type FigureQuery, figurePaths } from "@/lib/opendata/figures/schema";
import { amountWords, figureSubject, figureTitle } from "@/lib/opendata/figures/words/rules";
import type { Mark } from "@/lib/opendata/tallies/steps/schema";
import { Cite } from "../cite";
import { closeOf } from "../cut-off-day";
import { Freshness } from "../freshness";
import { ChooseBalance } from "./choose-balance";
import { Division } from "./division";
import { FigureFiles } from "./figure-files";
import { FigureHistory } from "./figure-history";
import { HouseArrest } from "./house-arrest";
import { Today } from "./today";

interface FigurePageProps {
  locale: Locale;
  figure: Figure;
  balance: PublishedBalance;
  asked: FigureQuery;
  /** Parts of the address that made no sense. */
  ignored: readonly string[];
  /** A balance was named that does not exist. */
  unknown: boolean;
  /** The view of one balance alone: the same for ever, so nothing that later balances add stands on it. */
  fixed: boolean;
  marks: readonly Mark[];
  site: string | null;
}

/** The page of one figure. What it counts and does not count stands above the number. */
export function FigurePage({
  locale,
  figure,
  balance,
  asked,
  ignored,
  unknown,
  fixed,
  marks,
  site,
}: FigurePageProps) {
  const t = translator(locale, "figures");
  const { name, value, of, since } = figure;
  const here = `/${figurePaths[name]}`;
  const title = figureTitle(locale, name);
  const own = { ...asked, balance: balance.slug, known: undefined };
  return (
    <div className="sheet pt-8">
      <p className="screen-only">
        <a href={href(locale, "cifras")}>{t("page.back")}</a>
      </p>
      <h1 className="mt-3">{figure.house === "without" ? t("withoutHouse", { title }) : title}</h1>
      {(ignored.length > 0 || unknown) && (
        <Notice kind="care">
          {ignored.length > 0 && <p>{t("page.ignored", { names: ignored.join(", ") })}</p>}
          {unknown && <p>{t("page.noBalance")}</p>}
        </Notice>
      )}
      <div className="mt-4">
        <DetailsList
          rows={[
            { term: translator(locale, "balances")("counts"), detail: t(`defs.${name}.counts`) },
            { term: translator(locale, "balances")("countsNot"), detail: t(`defs.${name}.not`) },
          ]}
        />
      </div>
      <div className="mt-6">
        <p className="note">
          <CutOff locale={locale} at={figure.at} /> ·{" "}
          <a href={pathTo(locale, "/metodo")}>
            {translator(locale, "home")("methodLink", { version: figure.method })}
          </a>
        </p>
        <p>
          <span className="figure">{amountWords(locale, value)}</span>
          {of !== null && value && t("page.of", { total: amountWords(locale, { n: of, sense: "exactly" }) })}
        </p>
        {value === null && <p>{t("page.missing")}</p>}
        {since && <p>{t("page.since", { from: closeOf(locale, since), to: closeOf(locale, figure.at) })}</p>}
        {name === "held" && <Freshness locale={locale} balance={balance.content} />}
        {value?.sense === "atLeast" && <p className="note">{t("page.atLeastWhy")}</p>}
        {value?.sense === "fewerThan" && name !== "pending" && <p className="note">{t("page.fewerWhy")}</p>}
        <p className="note mt-2">
          {translator(locale, "home")("coverageOpen", { since: dayName(locale, figure.coverage.since) })}
        </p>
        <Today {...{ locale, figure, fixed, asked }} latest={asked.balance === undefined} />
      </div>
      {name === "held" && <HouseArrest {...{ locale, asked, figure }} />}
      <Division {...{ locale, figure, asked }} />
      <FigureHistory locale={locale} figure={figure} />
      {marks.length > 1 && <ChooseBalance {...{ locale, marks, asked }} name={name} here={balance.slug} />}
      <FigureFiles locale={locale} figure={figure} />
      <Cite
        {...{ locale, balance, site }}
        subject={figureSubject(locale, figure)}
        path={`${here}${figureAddress(own)}`}
      />
    </div>
  );
}
