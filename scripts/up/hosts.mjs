/** Addresses of the families' pages. */
export const FAMILY = /^\/(tramite|en\/procedure)(\/|$)/;
const KEPT = /^\/(_next\/static\/|healthz$|readyz$)/;
const DOORS = { "/": "/tramite", "/en": "/en/procedure", "/en/": "/en/procedure" };

const nameOf = (origin) => (origin && URL.canParse(origin) ? new URL(origin).hostname : null);

/**
 * Which of the open process's two hosts was asked, where the registry and families have one each: `families`, `registry`, or `null`
 * for any other name (the machine's own, an onion) and where one host serves both.
 */
export function askedHost(host) {
  const [families, registry] = [nameOf(process.env.FAMILY_ORIGIN), nameOf(process.env.PUBLIC_ORIGIN)];
  if (families === null || registry === null || families === registry) return null;
  const asked = nameOf(`http://${host}`);
  return asked === families ? "families" : asked === registry ? "registry" : null;
}

/**
 * Whether an address is not that host's: the neutral one knows only what families use, so that whoever looks at it learns nothing,
 * and the registry's takes nothing from families.
 */
export function isElsewhere(host, path) {
  if (host === "families") return !(FAMILY.test(path) || KEPT.test(path) || path in DOORS);
  return host === "registry" && FAMILY.test(path);
}

/** The bare name of the neutral host, as it is printed on paper, is the families' first page. */
export function throughTheDoor(host, url, path) {
  const door = host === "families" ? DOORS[path] : undefined;
  return door ? door + url.slice(url.split("?", 1)[0].length) : url;
}

/** Where the same page stands on the Tor network, for browsers that can go there; `null` where nobody said or they already are. */
export function onionOf(host, url, path) {
  const onion = FAMILY.test(path) ? process.env.FAMILY_ONION : process.env.PUBLIC_ONION;
  if (!onion || nameOf(`http://${host}`)?.endsWith(".onion")) return null;
  return /^\/(_next|api|healthz|readyz)/.test(path) ? null : onion.replace(/\/+$/, "") + url;
}

const ADDRESSES = ["PUBLIC_ORIGIN", "FAMILY_ORIGIN", "PUBLIC_ONION", "FAMILY_ONION", "VIGILIA_EXIT_URL"];

/** Refuses to start with an address that is none: found out at the moment of leaving it would be too late. */
export function requireAddresses() {
  for (const name of ADDRESSES) {
    const value = process.env[name];
    if (value && !(/^https?:\/\/[^/]/.test(value) && URL.canParse(value)))
      throw new Error(`${name} is not an http(s) address: ${value}`);
  }
}
