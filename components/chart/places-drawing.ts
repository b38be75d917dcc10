import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { Place } from "@/lib/opendata/figures/places/rules";
import { drawing, shape } from "./draw";
import { outlines } from "./outlines";

export const MAP = { width: 360, height: 312 } as const;
const UNITS = { width: 3600, height: 3120 };
/** Around Caracas the states are too small to be seen: the same outlines again, larger, where the map is empty. */
const CAPITAL = { from: "1500 400 700 400", x: 20, y: 2180, width: 1540, height: 880 };

/** From the palest to the darkest, as the tiles have them; what may not be printed is hatched. */
const shades = ["url(#w)", "#e3ecee", "#b4cdd3", "#7ca6b0", "#3e7886", "#0b4f5e"] as const;
const WITHHELD = shape(
  "pattern",
  { id: "w", width: 60, height: 60, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
  shape("rect", { width: 60, height: 60, fill: "#ffffff" }),
  shape("rect", { width: 9, height: 60, fill: "#cfc9bd" }),
);

/** The states, darker where more people are published. Decoration: it bears no number, and the table beside it has them all. */
export function placesDrawing(locale: Locale, places: readonly Place[], exact: boolean): string {
  const t = translator(locale, "figures");
  const states = places.map(({ code, level }) =>
    shape("path", { d: outlines[code], fill: level === 0 && exact ? "#ffffff" : shades[level] }),
  );
  return drawing(
    { locale, ...MAP, title: t("places.map"), finding: t("places.mapFinding") },
    shape(
      "svg",
      { ...MAP, viewBox: `0 0 ${UNITS.width} ${UNITS.height}` },
      shape("defs", {}, WITHHELD),
      shape("g", { id: "m", stroke: "#16191d", "stroke-width": 7, "stroke-linejoin": "round" }, ...states),
      shape(
        "svg",
        { ...box(CAPITAL), viewBox: CAPITAL.from, preserveAspectRatio: "xMidYMid slice" },
        shape("rect", { x: 1500, y: 400, width: 700, height: 400, fill: "#ffffff" }),
        shape("use", { href: "#m" }),
      ),
      shape("rect", { ...box(CAPITAL), fill: "none", stroke: "#626a74", "stroke-width": 8 }),
    ),
  );
}

const box = ({ x, y, width, height }: typeof CAPITAL) => ({ x, y, width, height });
