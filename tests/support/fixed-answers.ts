import { renderToStaticMarkup } from "react-dom/server";

/** Every address that can be kept to a moment, asked with what keeps it; a pair's own address leads to its two figures. */
export async function everyFixedAnswer(pair: string, kept: string): Promise<Record<string, string>> {
  const [one = ""] = pair.split("--");
  const answers: Record<string, string> = {};
  const asked = Object.fromEntries(new URLSearchParams(kept));
  const root = `${process.cwd()}/app`;
  for (const [locale, page, named, more] of [
    ["es", "comparar/[pair]", pair, {}],
    ["en", "comparar/[pair]", pair, {}],
    ["es", "comparar/[pair]", one, {}],
    ["es", "comparar", "", { claimant: "authorities" }],
    ["en", "comparar/serie", "", { measure: "released_in_period" }],
  ] as const) {
    const { default: Page, generateMetadata } = await import(
      /* @vite-ignore */ `${root}/[locale]/(public)/${page}/page.tsx`
    );
    const props = {
      params: Promise.resolve({ locale, pair: named }),
      searchParams: Promise.resolve({ ...more, ...asked }),
    };
    const { title } = await generateMetadata(props);
    answers[`${locale} ${page} ${named}`] = `${title} ${renderToStaticMarkup(await Page(props))}`;
  }
  const known = kept.split("&").filter((part) => part.startsWith("known="));
  const addresses: [string, string, string][] = [
    ["api/v1/comparisons/[id]", `comparisons/${pair}?${kept}`, pair],
    ["api/v1/comparisons.csv", `comparisons.csv?id=${pair}&${kept}`, ""],
  ];
  // What has no column of ours knows no balance.
  if (known.length > 0 || kept === "")
    addresses.push(
      ["api/v1/claims/[id]", `claims/${one}?${known}`, one],
      ["api/v1/claims.csv", `claims.csv?${known}`, ""],
      ["[locale]/(public)/comparar/serie.svg", `serie.svg?measure=released_in_period&${known}`, ""],
    );
  for (const [route, path, id] of addresses) {
    const { GET } = await import(/* @vite-ignore */ `${root}/${route}/route.ts`);
    const response: Response = await GET(new Request(`http://localhost/${path}`), {
      params: Promise.resolve({ id, locale: "es" }),
    });
    answers[route] = `${response.status} ${await response.text()}`;
  }
  return answers;
}
