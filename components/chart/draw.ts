import { type Locale, tagOf } from "@/lib/i18n/locales";

type Values = Record<string, string | number | undefined>;

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** One element of a drawing. Values are escaped; `inside` is drawing already. */
export function shape(name: string, values: Values, ...inside: string[]): string {
  const written = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? round(value) : escaped(String(value))}"`)
    .join("");
  return inside.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${inside.join("")}</${name}>`;
}

/** Words in a drawing, in a class of its style. */
export const words = (x: number, y: number, text: string, kind = "t", anchor?: "middle" | "end"): string =>
  shape("text", { x, y, class: kind, "text-anchor": anchor }, escaped(text));

/** A tenth of a unit is finer than any screen: longer numbers are bytes on a slow line. */
export const round = (value: number): number => Math.round(value * 10) / 10;

const FACE = 'system-ui,Roboto,"Noto Sans",sans-serif';
const STYLE = [
  `text{font:12px ${FACE};font-variant-numeric:tabular-nums lining-nums}`,
  ".t{fill:#454b54}.n{fill:#16191d;font-weight:600;paint-order:stroke;stroke:#fff;stroke-width:3px}.x{fill:#8a5a00}",
  ".r{stroke:#cfc9bd;fill:none}.a{stroke:#16191d;fill:none}.b{stroke:#626a74;stroke-dasharray:2 3;fill:none}",
  ".p{stroke:#0b4f5e;stroke-width:2;fill:none}.q{stroke:#16191d;stroke-width:1.5;stroke-dasharray:5 3;fill:none}",
  ".f{fill:#0b4f5e;stroke:#16191d}.g{fill:#3e4c63;stroke:#16191d}.o{fill:#ece8e0;stroke:#16191d}",
  ".h{fill:url(#h);stroke:#b5760f}",
].join("");
/** What was announced and nobody verified is hatched: colour alone would not say it, on paper least of all. */
const HATCH = shape(
  "pattern",
  { id: "h", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
  shape("rect", { width: 6, height: 6, fill: "#fbf1dc" }),
  shape("rect", { width: 2, height: 6, fill: "#b5760f" }),
);

interface Drawing {
  locale: Locale;
  width: number;
  height: number;
  title: string;
  /** The written finding: what the drawing shows, for whoever does not see it. */
  finding: string;
}

/** A whole drawing: white paper, its title and finding inside, the fonts of the reader's own device, and no script. */
export function drawing({ locale, width, height, title, finding }: Drawing, ...inside: string[]): string {
  return shape(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "xml:lang": tagOf(locale),
    },
    shape("title", {}, escaped(title)),
    shape("desc", {}, escaped(finding)),
    `<style>${STYLE}</style>`,
    inside.some((part) => part.includes('class="h"')) ? shape("defs", {}, HATCH) : "",
    shape("rect", { width, height, fill: "#ffffff" }),
    ...inside,
  );
}
