import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { href, type PathName, paths } from "@/lib/i18n/paths";
import { distDir } from "../../../scripts/up/build";

/** One answer of the open process, as anybody has it. */
export interface Found {
  address: string;
  status: number;
  type: string;
  bytes: Buffer;
}

/** Addresses of one route with one set of questions that are followed: more would only show more of the same. */
const OF_A_KIND = Number(process.env.CRAWL ?? 2);
const AT_ONCE = 6;
const FAMILY = /^\/(tramite|en\/procedure)(\/|$|\?)/;
const SEEDS = [
  "/robots.txt",
  "/sitemap.xml",
  "/.well-known/security.txt",
  "/favicon.ico",
  "/no-hay",
  "/e/no-hay",
  "/en/nothing",
];

/** The public addresses of the build as patterns, the languages apart: what is built and never met is a page that nothing leads to. */
export function builtRoutes(): { name: string; pattern: RegExp }[] {
  const file = join(process.cwd(), distDir(), "app-path-routes-manifest.json");
  const routes = Object.values(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>);
  const blank = (path: string) =>
    path
      .replace(/[.+]/g, "\\$&")
      .replace("/[forma]", "[/.][^/]+")
      .replace(/\[\w+\]/g, "[^/]+");
  return (
    routes
      // The form of a figure is written after a dot, and tried before the figure itself.
      .sort((a, b) => b.length - a.length)
      .filter(
        (route) => !/^\/(equipo|_|api\/auth|healthz|readyz)|tramite|\[\.\.\.|no-existe|\/nada$/.test(route),
      )
      .flatMap((route) => {
        if (!route.startsWith("/[locale]"))
          return [{ name: route, pattern: new RegExp(`^${blank(route)}$`) }];
        const spanish = route.replace(/^\/\[locale\]/, "");
        const name = (Object.keys(paths) as PathName[])
          .filter((one) => one !== "home" && `${spanish}/`.startsWith(`/${paths[one].es}/`))
          .sort((a, b) => b.length - a.length)[0];
        const english = name ? href("en", name) + spanish.slice(paths[name].es.length + 1) : `/en${spanish}`;
        return [spanish || "/", english].map((path) => ({
          name: path,
          pattern: new RegExp(`^${blank(path)}$`),
        }));
      })
  );
}

/** Every public address that leads from the first ones, followed through pages, feeds, lists and the API's own description. */
export async function crawl(open: string): Promise<Map<string, Found>> {
  const routes = builtRoutes();
  const found = new Map<string, Found>();
  const known = new Set<string>();
  const met = new Map<string, number>();
  const seeds = (Object.keys(paths) as PathName[])
    .flatMap((name) => [href("es", name), href("en", name)])
    .filter((path) => routes.some(({ pattern }) => pattern.test(path)));
  const waiting = [...seeds, ...SEEDS, ...(await described(open))];
  while (waiting.length > 0) {
    const asked = waiting.splice(0, AT_ONCE).filter((address) => {
      const kind = kindOf(address, routes);
      if (known.has(address) || (met.get(kind) ?? 0) >= OF_A_KIND) return false;
      known.add(address);
      met.set(kind, (met.get(kind) ?? 0) + 1);
      return true;
    });
    for (const { one, links } of await Promise.all(asked.map((address) => read(open, address)))) {
      found.set(one.address, one);
      waiting.push(...links);
    }
  }
  return found;
}

async function read(open: string, address: string): Promise<{ one: Found; links: string[] }> {
  const answer = await fetch(open + address, { redirect: "manual" });
  const type = answer.headers.get("content-type") ?? "";
  const one = { address, status: answer.status, type, bytes: Buffer.from(await answer.arrayBuffer()) };
  const away = answer.headers.get("location");
  return { one, links: (away ? [away] : linksIn(one)).flatMap((link) => ours(link, open, address)) };
}

/** What can be read in an answer: its text, or that of everything in a zip. */
export function textsIn({ type, bytes }: Found): string[] {
  if (!type.includes("zip")) return [bytes.toString("utf8"), bytes.toString("latin1")];
  return Object.entries(unzipSync(new Uint8Array(bytes))).flatMap(([name, file]) => [
    name,
    Buffer.from(file).toString("utf8"),
  ]);
}

function kindOf(address: string, routes: { name: string; pattern: RegExp }[]): string {
  const { pathname, searchParams } = new URL(address, "http://x");
  const route = routes.find(({ pattern }) => pattern.test(pathname))?.name ?? pathname;
  return `${route}?${[...searchParams.keys()].sort().join("&")}`;
}

function linksIn({ type, bytes }: Found): string[] {
  const text = bytes.toString("utf8");
  if (/html|xml|svg/.test(type))
    return [...text.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link]) =>
      (link ?? "").replaceAll("&amp;", "&"),
    );
  if (type.includes("json"))
    return [...text.matchAll(/"((?:\/|https?:\/\/)[^"\\\s]*)"/g)].map(([, link]) => link ?? "");
  return [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => link);
}

function ours(link: string, open: string, from: string): string[] {
  if (!URL.canParse(link, open + from)) return [];
  const { origin, pathname, search } = new URL(link, open + from);
  // An address with a blank in braces is said of many, and nobody's.
  return origin === open &&
    !/%7B/.test(pathname) &&
    !FAMILY.test(pathname) &&
    !pathname.startsWith("/problems/")
    ? [pathname + search]
    : [];
}

async function described(open: string): Promise<string[]> {
  const document = (await (await fetch(`${open}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, unknown>;
  };
  const plain = Object.keys(document.paths).filter((path) => !path.includes("{"));
  const first = async (list: string, field: string) => {
    const { items } = (await (await fetch(`${open}${list}`)).json()) as { items?: Record<string, string>[] };
    return (items ?? []).slice(0, 2).map((item) => item[field] ?? "");
  };
  const [balances, claims, cases] = [
    await first("/api/v1/balances", "slug"),
    await first("/api/v1/claims", "id"),
    await first("/api/v1/cases", "reference"),
  ];
  const names = [
    "balance.json",
    "manifest.json",
    "tables.csv",
    "claims.csv",
    "balance.es.txt",
    "balance.en.txt",
  ];
  return [
    ...plain,
    ...balances.flatMap((slug) => [
      `/api/v1/balances/${slug}`,
      `/api/v1/balances/${slug}/balance.zip`,
      ...names.map((name) => `/api/v1/balances/${slug}/files/${name}`),
    ]),
    ...claims.flatMap((id) => [`/api/v1/claims/${id}`, `/api/v1/comparisons/${id}`]),
    ...cases.map((reference) => `/api/v1/cases/${reference}`),
  ];
}
