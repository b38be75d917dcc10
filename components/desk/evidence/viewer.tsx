import { Views } from "@/components/desk/views";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { LookAsked } from "@/lib/vetting/documents/schema";

interface ViewerProps {
  picture: { jpeg: Buffer; width: number; height: number };
  pages: number;
  look: LookAsked;
  /** Where the page stands; how it is looked at is the rest of its address. */
  path: string;
  /** What is on it, for who cannot see it. */
  label: string;
  locale: Locale;
}

const ZOOMS = [100, 150, 200, 300] as const;

/** The address of a document looked at in one way. */
export function lookAt(path: string, { hoja, giro, zoom, ver }: LookAsked): string {
  const query = new URLSearchParams();
  if (hoja > 1) query.set("hoja", String(hoja));
  if (giro > 0) query.set("giro", String(giro));
  if (zoom > 100) query.set("zoom", String(zoom));
  if (ver) query.set("ver", ver);
  const asked = query.toString();
  return asked ? `${path}?${asked}` : path;
}

/**
 * One page of a document with its pages, turned and enlarged by links alone, so that it works without script and by its keys. The
 * picture is in the page itself and has no address; it is turned where it is drawn, never decoded here.
 */
export function Viewer({ picture, pages, look, path, label, locale }: ViewerProps) {
  const t = translator(locale, "documents");
  const step = ZOOMS.indexOf(look.zoom as (typeof ZOOMS)[number]);
  const link = (change: Partial<LookAsked>, words: string, letter: string) => ({
    href: lookAt(path, { ...look, ...change }),
    label: words,
    letter,
    isCurrent: false,
  });
  const [closer, further] = [ZOOMS[step + 1], ZOOMS[step - 1]];
  const turned = ((look.giro + 90) % 360) as LookAsked["giro"];
  return (
    <>
      <p aria-live="polite">{t("page", { page: look.hoja, pages })}</p>
      <Views
        label={t("viewer")}
        views={[
          ...(look.hoja > 1 ? [link({ hoja: look.hoja - 1 }, t("previous"), "B")] : []),
          ...(look.hoja < pages ? [link({ hoja: look.hoja + 1 }, t("next"), "N")] : []),
          link({ giro: turned }, t("turn"), "R"),
          ...(closer ? [link({ zoom: closer }, t("zoomIn"), "+")] : []),
          ...(further ? [link({ zoom: further }, t("zoomOut"), "-")] : []),
        ]}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="viewer" tabIndex={0} aria-label={t("viewer")}>
        <Turned picture={picture} degrees={look.giro} zoom={look.zoom} label={label} />
      </section>
    </>
  );
}

interface TurnedProps {
  picture: ViewerProps["picture"];
  degrees: LookAsked["giro"];
  zoom: LookAsked["zoom"];
  label: string;
}

function Turned({ picture: { jpeg, width, height }, degrees, zoom, label }: TurnedProps) {
  const onItsSide = degrees === 90 || degrees === 270;
  const [across, down] = onItsSide ? [height, width] : [width, height];
  const places = {
    0: "",
    90: `translate(${height} 0) rotate(90)`,
    180: `translate(${width} ${height}) rotate(180)`,
    270: `translate(0 ${width}) rotate(270)`,
  };
  return (
    <svg className={`document zoom-${zoom}`} viewBox={`0 0 ${across} ${down}`} role="img" aria-label={label}>
      <image
        href={`data:image/jpeg;base64,${jpeg.toString("base64")}`}
        width={width}
        height={height}
        transform={places[degrees] || undefined}
      />
    </svg>
  );
}
