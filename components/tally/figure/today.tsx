import { DetailsList } from "@/components/ui/details-list";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href, pathTo } from "@/lib/i18n/paths";
import { figureAddress } from "@/lib/opendata/figures/addresses/rules";
import { type Figure, type FigureQuery, figurePaths } from "@/lib/opendata/figures/schema";
import { amountWords } from "@/lib/opendata/figures/words/rules";
import { signedNumber } from "@/lib/opendata/tallies/sentences/rules";

interface TodayProps {
  locale: Locale;
  figure: Figure;
  asked: FigureQuery;
  fixed: boolean;
  /** The balance in force is shown: what it published is what is known. */
  latest: boolean;
}

/** A cut-off as it was published, beside the same cut-off as it is known by now; or where to see that. */
export function Today({ locale, figure, asked, fixed, latest }: TodayProps) {
  const t = translator(locale, "figures");
  const here = `/${figurePaths[figure.name]}`;
  const to = (query: Partial<FigureQuery>) => pathTo(locale, `${here}${figureAddress(query)}`);
  if (latest) return <p className="note mt-2">{t("page.todayLatest")}</p>;
  if (fixed)
    return (
      <p className="note mt-2">
        {t("page.fixed", { slug: figure.balance.slug })}{" "}
        <a href={to({ ...asked, known: "today" })}>{t("page.fixedToday")}</a> ·{" "}
        <a href={to({})}>{t("page.latest")}</a>
      </p>
    );
  const { today, value } = figure;
  const difference = today && value ? today.value.n - value.n : 0;
  return (
    <div className="mt-4">
      <DetailsList
        rows={[
          { term: t("page.asPublished"), detail: <b className="num">{amountWords(locale, value)}</b> },
          {
            term: t("page.asKnown"),
            detail: today ? (
              <>
                <b className="num">{amountWords(locale, today.value)}</b>{" "}
                <span className="explained">
                  {t("page.todayNote", {
                    slug: today.slug,
                    difference:
                      difference === 0 ? "none" : signedNumber(wordsOf(locale, "figures"), difference),
                  })}{" "}
                  <a href={href(locale, "cambios")}>{translator(locale, "changes")("allChanges")}</a>
                </span>
              </>
            ) : (
              t("page.todayNone")
            ),
          },
        ]}
      />
      <p className="note mt-2">
        <a href={to({})}>{t("page.latest")}</a>
      </p>
    </div>
  );
}
