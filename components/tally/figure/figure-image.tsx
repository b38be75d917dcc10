import type { Locale } from "@/lib/i18n/locales";
import { figureFile } from "@/lib/opendata/figures/addresses/rules";
import type { Figure } from "@/lib/opendata/figures/schema";

interface FigureImageProps {
  locale: Locale;
  figure: Figure;
  /** The drawing's own height, so that nothing jumps when it arrives. */
  height: number;
  /** What it shows, in words; its numbers stand in the table beside it. */
  alt: string;
  /** The history of a figure that is shown divided. */
  undivided?: boolean;
}

/** The drawing of a figure: a narrow one for a phone, a wide one where there is room, never both. */
export function FigureImage({ locale, figure, height, alt, undivided = false }: FigureImageProps) {
  const at = (width: 360 | 720) =>
    figureFile(locale, undivided ? { ...figure, by: null } : figure, "svg", width);
  return (
    <picture>
      <source media="(min-width: 45rem)" srcSet={at(720)} width={720} height={height} />
      <img
        className="chart"
        src={at(360)}
        alt={alt}
        width={360}
        height={height}
        loading="lazy"
        decoding="async"
      />
    </picture>
  );
}
