import type { Locale } from "@/lib/i18n/locales";
import { figureFile } from "@/lib/opendata/figures/addresses/rules";
import type { Figure } from "@/lib/opendata/figures/schema";

interface DrawingProps {
  /** Where the drawing is, of each width. */
  at: (width: 360 | 720) => string;
  /** Its own height, so that nothing jumps when it arrives. */
  height: number;
  /** What it shows, in words; its numbers stand in the table beside it. */
  alt: string;
}

/** A drawing: a narrow one for a phone, a wide one where there is room, never both. */
export function Drawing({ at, height, alt }: DrawingProps) {
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

interface FigureImageProps extends Omit<DrawingProps, "at"> {
  locale: Locale;
  figure: Figure;
  /** The history of a figure that is shown divided. */
  undivided?: boolean;
}

/** The drawing of a figure, of the very balance that is shown. */
export function FigureImage({ locale, figure, undivided = false, ...drawn }: FigureImageProps) {
  const shown = undivided ? { ...figure, by: null } : figure;
  return <Drawing at={(width) => figureFile(locale, shown, "svg", width)} {...drawn} />;
}
