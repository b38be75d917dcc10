import { locales } from "@/lib/i18n/locales";
import { href } from "@/lib/i18n/paths";
import { embedAddress, embedViews } from "@/lib/opendata/figures/embeds/rules";
import { dimensionsOf, figureNames, figurePaths } from "@/lib/opendata/figures/schema";

/** Every page with a drawing and every view that others set into theirs, in both languages; otherwise one of each kind. */
export function drawnPages(slug: string, everything: boolean): string[] {
  const kept = `?balance=${slug}`;
  const divided = figureNames.flatMap((name) => (dimensionsOf[name] ?? []).map((by) => [name, by] as const));
  const pages = locales.flatMap((locale) => [
    ...figureNames.map((name) => `${href(locale, figurePaths[name])}${kept}`),
    ...divided.map(([name, by]) => `${href(locale, figurePaths[name])}${kept}&by=${by}`),
    ...["published", "restated"].map((kind) => `${href(locale, "serie")}${kept}&kind=${kind}`),
    `${href(locale, "lugares")}${kept}`,
    ...["held_now", "released_in_period"].map((one) => `${href(locale, "comparar/serie")}?measure=${one}`),
    ...embedViews.map((view) => embedAddress({ view, balance: slug, locale })),
  ]);
  const some = /detenidas\?\S+\d$|by=(sex|stateHeld)|^\/en\/series|^\/lugares|held_now|^\/e\/excarcelaciones/;
  return everything ? pages : pages.filter((path) => some.test(path));
}

/**
 * What a reader would miss who sees no drawing: each number written in one beside its line, each numbered mark, and each word of its
 * finding, that the page itself does not say. Scales are no numbers of anybody's: they are left out.
 */
export async function onlyDrawn(open: string, path: string): Promise<{ numbers: number; missing: string[] }> {
  const page = await (await fetch(open + path)).text();
  // Where no image is drawn, a browser shows the words that stand for it.
  const said = bare(
    page
      .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, " ")
      .replace(/<img\b[^>]*\balt="([^"]*)"[^>]*>/g, " $1 "),
  );
  const drawings = [...page.matchAll(/<img\b[^>]*\bsrc="([^"]+\.svg[^"]*)"/g)].map(([, src = ""]) =>
    src.replaceAll("&amp;", "&"),
  );
  const missing: string[] = [];
  let numbers = 0;
  for (const src of new Set(drawings)) {
    const svg = await (await fetch(open + src)).text();
    const written = [...svg.matchAll(/<text\b[^>]*class="n"[^>]*>([^<]*)</g)].map(([, text = ""]) => text);
    const marks = [...svg.matchAll(/text-anchor="middle">(\d{1,2})</g)].map(([, text = ""]) => text);
    const told = [...written, ...marks, ...(/<desc>([^<]*)</.exec(svg) ?? []).slice(1)];
    for (const n of told.flatMap((text) => bare(text).match(/\d+(?:[.,]\d{3})*/g) ?? [])) {
      numbers++;
      if (!new RegExp(`(?<![\\d.,])${n.replace(".", "\\.")}(?!\\d)`).test(said))
        missing.push(`${path}: ${n} of ${src}`);
    }
  }
  return { numbers, missing };
}

const bare = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&nbsp;", " ")
    .replace(/\s+/g, " ");
