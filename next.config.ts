import type { NextConfig } from "next";
import { paths } from "./lib/i18n/paths";

/** Pages without script: nothing runs, nothing is embedded, nothing is fetched from anywhere else. */
const SCRIPTLESS = [
  "default-src 'none'",
  "script-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** A drawing opened by itself: its own style, and nothing besides. */
const FILE =
  "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self'; frame-ancestors 'none'";

/** What others may set into their own pages: the same, and framed by anybody. */
const EMBEDDED = SCRIPTLESS.replace("frame-ancestors 'none'", "frame-ancestors *");

const everywhere = {
  "X-Content-Type-Options": "nosniff",
  // With `no-referrer` browsers send `Origin: null` and every form posted without script is refused.
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Origin-Agent-Cluster": "?1",
  "Permissions-Policy":
    "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
};

// Addresses with a dot are files and feeds, which say for themselves how long they keep and who may read them (lib/core/answer).
const PUBLIC = "/((?!tramite|en/procedure|equipo|api/|_next/|healthz|readyz|e/|en/e/)[^.]*)";
const FILES = "/((?!tramite|en/procedure|equipo|api/|_next/)[^.]*\\.[^/]*)";
const EMBEDS = ["/e/:path*", "/en/e/:path*"];
const NOT_EMBEDS = "/((?!e/|en/e/).*)";
const FAMILY = ["/tramite/:path*", "/en/procedure/:path*"];
const DESK = ["/equipo/:path*", "/api/auth/:path*"];
const SAME_SITE = { "Cross-Origin-Resource-Policy": "same-origin" };

const publicHeaders = {
  "Content-Security-Policy": SCRIPTLESS,
  "Cache-Control": "public, max-age=0, s-maxage=30",
  ...SAME_SITE,
};
const embedHeaders = {
  ...publicHeaders,
  "Content-Security-Policy": EMBEDDED,
  "Cross-Origin-Resource-Policy": "cross-origin",
};
const familyHeaders = {
  "Content-Security-Policy": SCRIPTLESS,
  "Cache-Control": "no-store",
  "X-Robots-Tag": "noindex, nofollow, noarchive",
  ...SAME_SITE,
};
const deskHeaders = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow", ...SAME_SITE };

/** Addresses under the family's that no page has: marked for the server, which turns the mark into status 404. */
function familyNowhere() {
  const own = Object.values(paths).filter(({ es }) => es.startsWith("tramite/"));
  // Under the English address the Spanish words lead to the same pages: whoever changes only "/en" in an address is not lost.
  const below = (locale: "es" | "en") =>
    [...new Set(own.flatMap((path) => (locale === "en" ? [path.en, path.es] : [path.es])))]
      .map((path) => path.split("/")[1])
      .join("|");
  return [
    `/tramite/:nada((?!(?:${below("es")})/?$).+)`,
    `/en/procedure/:nada((?!(?:${below("en")})/?$).+)`,
  ].map((source) => rule(source, { "X-Nowhere": "1" }));
}

function rule(source: string, headers: Record<string, string>) {
  return { source, headers: Object.entries(headers).map(([key, value]) => ({ key, value })) };
}

/**
 * Spanish stands at the root, English under /en with its own words; inside, both are app/[locale]/<Spanish path>. Whatever is no
 * file and no language's address goes under /es too, where nothing answers to it: it is never taken for a language.
 */
function localeRewrites() {
  const english = Object.values(paths)
    .filter(({ es, en }) => es !== en)
    .sort((a, b) => b.en.length - a.en.length)
    .flatMap(({ es, en }) => [
      { source: `/en/${en}`, destination: `/en/${es}` },
      { source: `/en/${en}/:rest*`, destination: `/en/${es}/:rest*` },
    ]);
  const notOurs = "es$|es/|en$|en/|api/|\\.well-known/|equipo$|equipo/|_next/|healthz$|readyz$";
  return [
    ...figureFiles(),
    ...english,
    { source: "/", destination: "/es" },
    { source: `/:path((?!${notOurs}).+)`, destination: "/es/:path" },
  ];
}

/** A figure as a file stands beside its page: `/cifras/detenidas.csv`, `/en/figures/held.svg`. */
function figureFiles() {
  const form = ":form(csv|json|svg)";
  return (["es", "en"] as const).flatMap((locale) => {
    const root = locale === "en" ? "/en" : "";
    return [
      {
        source: `${root}/${paths.cifras[locale]}/:name([a-z-]+).${form}`,
        destination: `/${locale}/cifras/:name/:form`,
      },
      { source: `${root}/${paths.serie[locale]}.${form}`, destination: `/${locale}/serie/:form` },
    ];
  });
}

/** The inner addresses are nobody's address: they lead to the real one. */
function innerRedirects() {
  const english = Object.values(paths)
    .filter(({ es, en }) => es !== en)
    .sort((a, b) => b.es.length - a.es.length)
    .flatMap(({ es, en }) => [
      { source: `/en/${es}`, destination: `/en/${en}`, permanent: true },
      { source: `/en/${es}/:rest*`, destination: `/en/${en}/:rest*`, permanent: true },
    ]);
  return [
    { source: "/es", destination: "/", permanent: true },
    { source: "/es/:path*", destination: "/:path*", permanent: true },
    ...english,
  ];
}

const config: NextConfig = {
  distDir: process.env.VIGILIA_DIST ?? ".next",
  agentRules: false,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  htmlLimitedBots: /.*/,
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "@fastify/busboy",
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "age-encryption",
    "libsodium-wrappers-sumo",
    "pg",
    "pino",
  ],
  experimental: { globalNotFound: true, serverActions: { bodySizeLimit: "1mb" } },
  headers: async () => [
    rule("/:path*", everywhere),
    rule(NOT_EMBEDS, { "X-Frame-Options": "DENY" }),
    rule(PUBLIC, publicHeaders),
    rule(FILES, { "Content-Security-Policy": FILE }),
    ...EMBEDS.map((source) => rule(source, embedHeaders)),
    ...FAMILY.map((source) => rule(source, familyHeaders)),
    ...familyNowhere(),
    ...DESK.map((source) => rule(source, deskHeaders)),
  ],
  rewrites: async () => ({ beforeFiles: [], afterFiles: localeRewrites(), fallback: [] }),
  redirects: async () => innerRedirects(),
};

export default config;
