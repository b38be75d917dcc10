import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { type Hit, watch } from "./detect";

const dist = join(import.meta.dirname, "..", "..", "..", "..", process.env.VIGILIA_DIST ?? ".next", "server");

/** Addresses of the desk in the build: pages to open, and files to ask for. */
export function builtDesk(): { pages: string[]; files: string[] } {
  const built = Object.keys(JSON.parse(readFileSync(join(dist, "app-paths-manifest.json"), "utf8")));
  const of = (end: string) =>
    built.flatMap((one) =>
      one.startsWith("/equipo") && one.endsWith(end) ? [one.slice(0, -end.length)] : [],
    );
  return { pages: of("/page"), files: of("/route") };
}

/** The pages below a case that need nothing but its reference: their last step. */
export const casePages = (pages: string[]): string[] =>
  pages.flatMap((page) => /^\/equipo\/casos\/\[reference\]\/(\w+)$/.exec(page)?.slice(1) ?? []);

/** Which page of the build an address is of. */
export function deskPattern(path: string): string {
  const { pathname } = new URL(path, "http://x");
  const { pages, files } = builtDesk();
  const fits = (pattern: string) =>
    new RegExp(`^${pattern.replaceAll(/\[[^\]]+\]/g, "[^/]+")}$`).test(pathname);
  return (
    [...pages, ...files].sort((a, b) => a.split("[").length - b.split("[").length).find(fits) ?? pathname
  );
}

export interface Crawl {
  contexts: {
    context: BrowserContext;
    may(pattern: string): boolean;
    /** Somebody else goes on in this browser when whoever reads has opened as much as one person may within an hour. */
    next?(): Promise<boolean>;
  }[];
  origin: string;
  start: string[];
  /** Under which name a path is counted. */
  patternOf(path: string): string;
  /** How many addresses of one pattern are opened; those given in `start` always are. */
  most: number;
  /** The same for addresses with a question in them; as many, when not given. */
  mostAsked?: number;
  /** What is wrong with the page that stands there. */
  look(page: Page): Promise<string[]>;
  /** What to put into every box of a search. */
  searches: readonly string[];
  /** Stops before acts that end a session. */
  skip?: RegExp;
}

export interface Crawled {
  hits: Hit[];
  /** Pattern → pages opened. */
  opened: Record<string, number>;
  /** Names of the boxes of words that stood on them, without what numbers rows. */
  boxes: string[];
}

/** Opens every page that links lead to, several people side by side, touches what stands on it, and tells what happened. */
export async function crawl({
  contexts,
  origin,
  start,
  patternOf,
  most,
  mostAsked = most,
  look,
  searches,
  skip,
}: Crawl): Promise<Crawled> {
  const waiting = [...start];
  const met = new Set(start);
  const opened: Record<string, number> = {};
  const planned = new Map<string, number>();
  const hits: Hit[] = [];
  const boxes = new Set<string>();
  const meet = (path: string) => {
    if (met.has(path) || skip?.test(path)) return;
    const asks = path.includes("?");
    const keys = asks ? [kindOf(path, patternOf), `${patternOf(path)}?`] : [patternOf(path)];
    if (keys.some((key) => (planned.get(key) ?? 0) >= (asks ? mostAsked : most))) return;
    for (const key of keys) planned.set(key, (planned.get(key) ?? 0) + 1);
    met.add(path);
    waiting.push(path);
  };
  let busy = 0;
  const worker = async ({ context, may, next: change }: Crawl["contexts"][number]) => {
    const page = await context.newPage();
    const watched = await watch(page);
    const next = () => waiting.findIndex((path) => may(patternOf(path)));
    for (;;) {
      const at = next();
      const [path] = at < 0 ? [] : waiting.splice(at, 1);
      if (path === undefined) {
        if (busy === 0) break;
        await new Promise((done) => setTimeout(done, 50));
        continue;
      }
      busy++;
      try {
        opened[patternOf(path)] = (opened[patternOf(path)] ?? 0) + 1;
        for (const what of await visit(page, origin + path, look, change)) hits.push({ page: path, what });
        for (const href of await linksOf(page)) meet(href);
        for (const name of await boxesOf(page)) boxes.add(name);
        const names = path.includes("?") ? [] : await searchNames(page);
        const text = searches[met.size % searches.length];
        if (names.length > 0 && text)
          meet(`${path}?${new URLSearchParams(names.map((name) => [name, text]))}`);
      } catch (error) {
        hits.push({
          page: path,
          what: `broken: ${error instanceof Error ? error.message.slice(0, 300) : error}`,
        });
      } finally {
        busy--;
      }
    }
    hits.push(...watched.hits);
    await page.close();
  };
  await Promise.all(contexts.map(worker));
  return { hits, opened, boxes: [...boxes].sort() };
}

const kindOf = (path: string, patternOf: (path: string) => string) => {
  const { searchParams } = new URL(path, "http://x");
  return `${patternOf(path)}?${[...new Set(searchParams.keys())].sort()}`;
};

async function visit(
  page: Page,
  address: string,
  look: Crawl["look"],
  change?: () => Promise<boolean>,
): Promise<string[]> {
  const answer = await page.goto(address, { waitUntil: "load" });
  if ((await page.content()).includes("refusal:too_many_opened")) {
    if (await change?.()) return visit(page, address, look, change);
    return ["nobody may open it any more within this hour"];
  }
  const status = answer?.status() ?? 0;
  return [...(status >= 500 ? [`status ${status}`] : []), ...(await look(page))];
}

const linksOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("a[href]")].flatMap((link) => {
      const { origin, pathname, search } = link as HTMLAnchorElement;
      return origin === location.origin && !link.hasAttribute("download") ? [pathname + search] : [];
    }),
  );

const searchNames = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("form:not([method=post]) [name]")].flatMap((box) => {
      const form = box.closest("form");
      const isSearch = form && form.getAttribute("method")?.toLowerCase() === "get";
      return isSearch ? [(box as HTMLInputElement).name] : [];
    }),
  );

const boxesOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("textarea[name], input[name]:not([type=hidden])")].flatMap((box) => {
      const { type, name } = box as HTMLInputElement;
      const isOfWords = ["text", "search", "textarea", "tel", "url"].includes(type);
      return isOfWords ? [name.split(".").findLast((step) => !/\d|^c.{4}-.{2}$/.test(step)) ?? name] : [];
    }),
  );
