import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { isFlow } from "@/lib/opendata/figures/rules";
import type { Figure, FigurePoint } from "@/lib/opendata/figures/schema";
import {
  amountWords,
  cellWords,
  divisionFinding,
  figureTitle,
  historyFinding,
  rowWords,
  shownHistory,
} from "@/lib/opendata/figures/words/rules";
import { barChart } from "./bars";
import { drawing, words } from "./draw";
import { partsChart } from "./parts";
import { stepChart } from "./steps";

export type Width = 360 | 720;

/** A figure drawn: its parts when it is divided, otherwise its history, as steps or as bars. The same numbers as its table. */
export function figureDrawing(locale: Locale, figure: Figure, width: Width): string {
  return figure.by ? division(locale, figure, width) : history(locale, figure, width);
}

function division(locale: Locale, figure: Figure, width: Width): string {
  const { by, rows } = figure;
  const title = figureTitle(locale, figure.name);
  if (!by || !rows) return sentence(locale, width, title, translator(locale, "figures")("protects"));
  return partsChart({
    ...{ locale, width, title, finding: divisionFinding(locale, figure) },
    rows: rows.map((row) => ({
      name: cellWords(locale, by, row.cell),
      amount: row.named === null ? amountWords(locale, row.value) : rowWords(locale, row),
      lengths: [
        { n: row.named ?? 0, fill: "verified" },
        {
          n: row.value?.n ?? 0,
          fill: row.cell === "othersOrUnknown" ? "rest" : row.named === null ? "verified" : "other",
        },
      ],
    })),
  });
}

function history(locale: Locale, figure: Figure, width: Width): string {
  const t = translator(locale, "figures");
  const shown = shownHistory(figure.history);
  const told = shown.filter(({ value }) => value !== null);
  const [title, finding] = [
    figureTitle(locale, figure.name),
    historyFinding(locale, { ...figure, history: shown }),
  ];
  if (told.length < 2) return sentence(locale, width, title, t("finding.short"));
  const line = (of: (point: FigurePoint) => number | null) =>
    shown.map((point) => ({ at: Date.parse(point.at), value: of(point) }));
  if (isFlow(figure.name))
    return barChart({
      ...{ locale, width, title, finding },
      bars: [{ name: title, fill: "verified", values: line(plain) }],
    });
  // Between weeks nothing is counted anew: a partial publication is no gap in what is known.
  const restated = line((point) => point.restated).filter(({ value }) => value !== null);
  return stepChart({
    ...{ locale, width, title, finding },
    lines: [
      { name: t("page.chartPublished"), kind: "verified", points: line(plain) },
      ...(restated.length > 0
        ? [{ name: t("page.chartRestated"), kind: "restated" as const, points: restated }]
        : []),
    ],
    breaks: methodBreaks(shown).map(({ at, method }) => ({
      at,
      name: t("page.methodBreak", { version: method }),
    })),
  });
}

/** What a ceiling hides is not drawn as a number. */
const plain = ({ value }: FigurePoint): number | null =>
  !value || value.sense === "fewerThan" ? null : value.n;

/** Where the method changes: what lies before and after was not counted the same way. */
export function methodBreaks(
  points: readonly Pick<FigurePoint, "at" | "method">[],
): { at: number; method: string }[] {
  return points.flatMap((point, place) => {
    const before = points[place - 1];
    if (!before?.method || !point.method || before.method === point.method) return [];
    return [{ at: Date.parse(point.at), method: point.method }];
  });
}

/** Where there is nothing to draw, the reason stands in its place. */
const sentence = (locale: Locale, width: Width, title: string, text: string): string =>
  drawing({ locale, width, height: 40, title, finding: text }, words(1, 24, text));
