import { DemoBanner } from "@/components/shell/demo-banner";
import { cutOffWords } from "@/lib/i18n/cut-off";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import type { PublishedBalance } from "@/lib/opendata/balances/queries";
import { figureAddress, figureFile } from "@/lib/opendata/figures/addresses/rules";
import { amountOf, isFlow } from "@/lib/opendata/figures/rules";
import { type Figure, figurePaths } from "@/lib/opendata/figures/schema";
import { amountWords, figureTitle, historyFinding, shownHistory } from "@/lib/opendata/figures/words/rules";

interface View {
  locale: Locale;
  /** Where the registry stands, for links that leave the frame. */
  site: string;
  /** Of one balance for ever, not of the latest. */
  fixed: boolean;
}

/** Everything around an embedded view: its language is that of the page, and a demonstration says so here as well. */
export function EmbedFrame({ locale, demonstration, children }: FrameProps) {
  return (
    <main className="embed">
      {demonstration && <DemoBanner locale={locale} />}
      {children}
    </main>
  );
}
interface FrameProps {
  locale: Locale;
  demonstration: boolean;
  children: React.ReactNode;
}

/** One figure with its history: number, cut-off, drawing, and the way to the whole of it. */
export function FigureEmbed({ locale, site, fixed, figure }: View & { figure: Figure }) {
  const t = translator(locale, "figures");
  const { name, value, of, balance } = figure;
  return (
    <>
      <h1>{figureTitle(locale, name)}</h1>
      <p>
        <span className="figure">{amountWords(locale, value)}</span>
        {of !== null && value && t("page.of", { total: number(locale, of) })}
      </p>
      <img
        className="chart"
        src={figureFile(locale, { ...figure, by: null }, "svg", 360)}
        alt={historyFinding(locale, { name, history: shownHistory(figure.history) })}
        width={360}
        height={isFlow(name) ? 240 : 260}
      />
      <Source
        {...{ locale, site, fixed, slug: balance.slug, at: figure.at, method: figure.method }}
        path={`/${figurePaths[name]}${figureAddress(fixed ? { balance: balance.slug } : {})}`}
      />
    </>
  );
}

const lines = ["whereaboutsUnknown", "houseArrest", "releaseOrderedNotExecuted", "confirmed"] as const;

/** A balance in short: the total, three of its lines and how many were confirmed lately. */
export function BalanceEmbed({ locale, site, fixed, balance }: View & { balance: PublishedBalance }) {
  const { content, slug } = balance;
  return (
    <>
      <h1>{figureTitle(locale, "held")}</h1>
      <p>
        <span className="figure">{number(locale, content.held.total)}</span>
      </p>
      <ul className="rows">
        {lines.map((name) => (
          <li key={name}>
            {figureTitle(locale, name)}: <b className="num">{amountWords(locale, amountOf(name, content))}</b>
          </li>
        ))}
      </ul>
      <Source
        {...{ locale, site, fixed, slug, at: content.at, method: content.method }}
        path={`/balances/${slug}`}
      />
    </>
  );
}

interface SourceProps extends View {
  slug: string;
  at: string;
  method: string;
  path: string;
}

function Source({ locale, site, fixed, slug, at, method, path }: SourceProps) {
  const t = translator(locale, "figures");
  return (
    <div className="source note">
      <p>
        {cutOffWords(locale, at)} · {t("page.methodBreak", { version: method })}
        {fixed && ` · ${t("embed.fixed", { slug })}`}
      </p>
      <a href={`${site}${pathTo(locale, path)}`} target="_blank" rel="noopener">
        {t("embed.source")}
      </a>
    </div>
  );
}

/** In the place of a view that is none any more, or not yet: a sentence and a way on, never an empty frame. */
export function Retired({ locale, site, early = false }: { locale: Locale; site: string; early?: boolean }) {
  const t = translator(locale, "figures");
  return (
    <>
      <h1>{t(early ? "embed.noBalanceYet" : "embed.retiredTitle")}</h1>
      {!early && <p>{t("embed.retiredBody")}</p>}
      <p className="source">
        <a href={`${site}${pathTo(locale, "/")}`} target="_blank" rel="noopener">
          {t("embed.retiredLink")}
        </a>
      </p>
    </>
  );
}
