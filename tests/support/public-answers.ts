import { renderToStaticMarkup } from "react-dom/server";
import { askRoute, routes } from "./open-addresses";

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
  const asked = routes
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
    const id = path.includes("balances") ? slug : claim;
    const named = { id, name, figure: "detenidas" };
    const response = await askRoute(path, new Request(`http://localhost${path}${query}`), named);
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
