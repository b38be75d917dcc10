import type { Locale } from "@/lib/i18n/locales";
import { type Fill, fills } from "./bars";
import { drawing, round, shape, words } from "./draw";

export interface PartRow {
  name: string;
  /** As the table says it: "al menos 1.500". */
  amount: string;
  /** Lengths one after the other; of what is only a bound, the bound. */
  lengths: readonly { n: number; fill: Fill }[];
}

interface PartsProps {
  locale: Locale;
  width: 360 | 720;
  title: string;
  finding: string;
  rows: readonly PartRow[];
}

/** The parts of a whole, a bar each, its words and its number above it: read down, like the table beside it. */
export function partsChart({ locale, width, title, finding, rows }: PartsProps): string {
  const most = Math.max(1, ...rows.map(({ lengths }) => lengths.reduce((sum, { n }) => sum + n, 0)));
  const room = width - 2;
  return drawing(
    { locale, width, height: 38 * rows.length + 4, title, finding },
    ...rows.map(({ name, amount, lengths }, place) => {
      const top = 38 * place;
      let at = 1;
      const drawn = lengths.map(({ n, fill }) => {
        const long = round((n / most) * room);
        const bar =
          n > 0 ? shape("rect", { class: fills[fill], x: at, y: top + 20, width: long, height: 10 }) : "";
        at = round(at + long);
        return bar;
      });
      return words(1, top + 14, name) + words(width - 1, top + 14, amount, "n", "end") + drawn.join("");
    }),
  );
}
