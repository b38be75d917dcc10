import { renderToStaticMarkup } from "react-dom/server";
import { operations } from "@/lib/opendata/document/schema";

/** Every address of numbers, asked as anybody would; the list of names lives apart, by permission alone. */
export async function everyAnswer({
  slug,
  claim,
}: {
  slug: string;
  claim: string;
}): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  const files = ["balance.json", "tables.csv", "claims.csv", "balance.es.txt", "manifest.json"];
  const asked = operations
    .filter(({ path }) => !path.startsWith("/api/v1/cases"))
    .flatMap(({ path }) =>
      path.includes("{name}") ? files.map((name) => ({ path, name })) : { path, name: "" },
    )
    .flatMap((one) => {
      const queries = one.path.endsWith("/tallies")
        ? ["", "?at=2026-01-15T00:00:00Z", `?balance=${slug}`]
        : [""];
      return queries.map((query) => ({ ...one, query }));
    });
  for (const { path, name, query } of asked) {
    const folder = path.replace(/\{(\w+)\}/g, "[$1]");
    const { GET } = await import(/* @vite-ignore */ `${process.cwd()}/app${folder}/route.ts`);
    const id = path.includes("balances") ? slug : claim;
    const response: Response = await GET(new Request(`http://localhost${path}${query}`), {
      params: Promise.resolve({ id, name }),
    });
    const body = Buffer.from(await response.arrayBuffer()).toString("base64");
    answers[`${path} ${name}${query}`] = `${response.status} ${response.headers.get("etag")} ${body}`;
  }
  const pages = [
    "",
    "cifras",
    "balances",
    "balances/[slug]",
    "cambios",
    "comparar",
    "comparar/serie",
    "metodo",
    "prensa",
    "verificar-sitio",
  ];
  for (const page of pages)
    for (const locale of ["es", "en"]) {
      const file = `${process.cwd()}/app/[locale]/(public)/${page ? `${page}/` : ""}page.tsx`;
      const { default: Page } = await import(/* @vite-ignore */ file);
      const element = await Page({
        params: Promise.resolve({ locale, slug }),
        searchParams: Promise.resolve({}),
      });
      answers[`/${locale}/${page}`] = renderToStaticMarkup(element);
    }
  for (const feed of ["atom.xml", "cambios/atom.xml", "comparar/atom.xml"])
    for (const locale of ["es", "en"]) {
      const file = `${process.cwd()}/app/[locale]/(public)/${feed}/route.ts`;
      const { GET } = await import(/* @vite-ignore */ file);
      const response: Response = await GET(new Request(`http://localhost/${feed}`), {
        params: Promise.resolve({ locale }),
      });
      answers[`/${locale}/${feed}`] = `${response.status} ${await response.text()}`;
    }
  return answers;
}
