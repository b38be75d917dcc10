import { operations } from "@/lib/opendata/document/schema";

/** Where the route of an address of the open document lies: figures and the series stand beside their pages, their form after a dot. */
function routeOf(path: string): { folder: string; more: Record<string, string> } {
  const beside = /^\/(cifras|serie)(\/[^.]+)?\.(csv|json|svg)$/.exec(path);
  if (beside) {
    const [, page, figure, forma = ""] = beside;
    const folder = `/[locale]/(public)/${page}${figure ? "/[indicador]" : ""}/[forma]`;
    return { folder, more: { locale: "es", forma } };
  }
  if (!path.startsWith("/api/")) return { folder: `/[locale]/(public)${path}`, more: { locale: "es" } };
  return { folder: path.replace(/\{(\w+)\}/g, "[$1]"), more: {} };
}

/** What is described and answered by a route; pages are read where pages are. */
export const routes = operations.filter(({ file }) => file !== "text/html");

/** Asks an address of the open document as anybody would, whatever stands in its place for a name. */
export async function askRoute(
  path: string,
  asked: Request,
  named: Record<string, string>,
): Promise<Response> {
  const { folder, more } = routeOf(path);
  const { GET } = await import(/* @vite-ignore */ `${process.cwd()}/app${folder}/route.ts`);
  const { figure, ...rest } = named;
  return GET(asked, { params: Promise.resolve({ ...rest, ...(figure && { indicador: figure }), ...more }) });
}
