import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { formatCode } from "@/lib/intake/receipt/queries";
import { slipText } from "@/lib/vetting/paper/rules";

export interface Strip {
  number: string;
  code: string;
}

/** Strips on a letter page. */
const A_PAGE = 6;

const style = `@page{size:letter;margin:9mm}
body{font:9pt/1.3 system-ui,sans-serif;margin:0;color:#000}
section{break-after:page}
article{display:flex;height:42mm;border-bottom:1px dashed #000;break-inside:avoid}
div{flex:1;padding:2mm 3mm;overflow:hidden}
div+div{border-left:1px dotted #000}
p{margin:0 0 1mm}
b{font-size:17pt;font-variant-numeric:tabular-nums;white-space:nowrap}
div+div b{font-size:11pt}
small{font-size:7.5pt}`;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * Strips to print in three parts: outside the number of the sheet, then the code, then what is folded over it, so that nothing shines
 * through. One file without a script and without anything to
 * fetch, so that printing it tells nobody.
 */
export function stripsPage(strips: readonly Strip[], locale: Locale, address: string | undefined): string {
  const t = translator(locale, "sheet");
  const keep = address ? `${t("stripKeep")} ${escaped(address)}.` : t("stripKeepHere");
  const strip = ({ number, code }: Strip) => `<article>
<div><p>${t("stripOutside")}</p><p><b>${slipText(number)}</b></p><p>${t("stripFor")}</p><p>${t("stripDestroy")}</p></div>
<div><p>${t("stripCode")}</p><p><b>${formatCode(code)}</b></p><p>${t("stripWhat")}</p><p><small>${keep}</small></p></div>
<div><p><small>${t("stripLost")}</small></p><p><small>${t("stripFold")}</small></p></div>
</article>`;
  const pages = Array.from({ length: Math.ceil(strips.length / A_PAGE) }, (_, page) =>
    strips.slice(page * A_PAGE, (page + 1) * A_PAGE),
  );
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${t("stripTitle")}</title><style>${style}</style>
${pages.map((page) => `<section>${page.map(strip).join("\n")}</section>`).join("\n")}</html>
`;
}
