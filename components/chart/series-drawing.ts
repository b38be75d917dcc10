import { startOfDay } from "@/lib/core/clock";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { flowsFinding, shownRows, totalFinding } from "@/lib/opendata/figures/series/rules";
import type { SeriesOfBalance } from "@/lib/opendata/figures/series/schema";
import { barChart } from "./bars";
import { methodBreaks, type Width } from "./figure-drawing";
import { stepChart } from "./steps";

/** The series drawn: the total as published or as known, as steps; or what moved, as bars, arrivals up and departures down. */
export function seriesDrawing(
  locale: Locale,
  { rows, events }: SeriesOfBalance,
  kind: "published" | "restated" | "flows",
  width: Width,
): string {
  const t = translator(locale, "figures");
  const shown = shownRows(rows);
  const points = (of: "published" | "restated" | "detentions" | "releases") =>
    shown.map((row) => ({ at: Date.parse(row.at), value: row[of] }));
  if (kind === "flows")
    return barChart({
      ...{ locale, width, title: t("series.flowsTitle"), finding: flowsFinding(locale, shown) },
      bars: [
        { name: t("series.colDetentions"), fill: "other", values: points("detentions") },
        { name: t("series.colReleases"), fill: "rest", below: true, values: points("releases") },
      ],
    });
  const line = points(kind);
  return stepChart({
    ...{ locale, width, title: t(`series.${kind}`), finding: totalFinding(locale, shown, kind) },
    lines: [
      {
        name: t(`series.${kind}`),
        kind: kind === "published" ? "verified" : "restated",
        // Between weeks nothing is counted anew: a partial publication is no gap in what is known.
        points: kind === "published" ? line : line.filter(({ value }) => value !== null),
      },
    ],
    breaks: methodBreaks(shown).map(({ at, method }) => ({
      at,
      name: t("page.methodBreak", { version: method }),
    })),
    marks: events.map(({ n, on }) => ({ at: startOfDay(on).getTime(), label: String(n) })),
  });
}
