import { create } from "qrcode";

const MARGIN = 4;

interface QrProps {
  /** What a camera reads. Drawn here: no third party sees it and nothing is fetched. */
  text: string;
  label: string;
}

/** A text as squares, dark on white in every colour scheme, with the four squares of margin that cameras need. */
export function Qr({ text, label }: QrProps) {
  const { data, size } = create(text, { errorCorrectionLevel: "M" }).modules;
  const side = size + 2 * MARGIN;
  const dark = Array.from(data, (bit, at) =>
    bit ? `M${(at % size) + MARGIN} ${Math.floor(at / size) + MARGIN}h1v1h-1z` : "",
  ).join("");
  return (
    <svg className="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect width={side} height={side} fill="#fff" />
      <path d={dark} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
