import { afterEach, describe, expect, it, vi } from "vitest";
import { helplines } from "@/lib/core/env";
import { guard, NOWHERE, NOWHERE_OF_FAMILIES } from "../../scripts/up/guard.mjs";
import { askedHost, onionOf, requireAddresses } from "../../scripts/up/hosts.mjs";

afterEach(() => vi.unstubAllEnvs());

const ask = (host: string, url: string, method = "GET") => {
  const request = { method, url, headers: { host } as Record<string, string> };
  guard("open", request);
  return request.url;
};
const apart = () => {
  vi.stubEnv("FAMILY_ORIGIN", "https://neutral.example/");
  vi.stubEnv("PUBLIC_ORIGIN", "https://registry.example");
};

describe("where families have a host of their own", () => {
  it("its bare name is their first page, in either language, for reading and for posting", () => {
    apart();
    expect(ask("neutral.example", "/")).toBe("/tramite");
    expect(ask("neutral.example:443", "/?x=1")).toBe("/tramite?x=1");
    expect(ask("NEUTRAL.example", "/en", "POST")).toBe("/en/procedure");
  });

  it.each([
    "/casos",
    "/en/cases",
    "/api/v1/claims",
    "/en/tramite",
    "/tramites",
    "/favicon.ico",
    "/equipo",
    "/../casos",
  ])("it does not have %s, and does not say so in the words of the registry", (url) => {
    apart();
    expect(ask("neutral.example", url)).toBe(NOWHERE_OF_FAMILIES);
  });

  it.each(["/tramite", "/tramite/volver", "/en/procedure/return", "/_next/static/css/a.css", "/readyz"])(
    "it has %s",
    (url) => {
      apart();
      expect(ask("neutral.example", url)).toBe(url);
    },
  );

  it("the registry's own takes nothing from families, and keeps what is its own", () => {
    apart();
    expect(ask("registry.example", "/tramite/preguntas", "POST")).toBe(NOWHERE);
    expect(ask("registry.example", "/en/procedure")).toBe(NOWHERE);
    expect(ask("registry.example", "/")).toBe("/");
  });

  it("any other name serves both, and so does one host for both", () => {
    apart();
    expect(ask("127.0.0.1:3000", "/")).toBe("/");
    expect(ask("127.0.0.1:3000", "/tramite")).toBe("/tramite");
    vi.stubEnv("FAMILY_ORIGIN", "https://registry.example");
    expect(askedHost("registry.example")).toBeNull();
    vi.stubEnv("FAMILY_ORIGIN", "");
    expect(ask("registry.example", "/tramite")).toBe("/tramite");
  });
});

describe("the way through the Tor network", () => {
  it("is told on pages of each surface, never to who already came that way, never on files", () => {
    expect(onionOf("neutral.example", "/tramite", "/tramite")).toBeNull();
    vi.stubEnv("FAMILY_ONION", "http://neutralonion.onion/");
    vi.stubEnv("PUBLIC_ONION", "http://registryonion.onion");
    expect(onionOf("neutral.example", "/tramite?l=es", "/tramite")).toBe(
      "http://neutralonion.onion/tramite?l=es",
    );
    expect(onionOf("registry.example", "/casos", "/casos")).toBe("http://registryonion.onion/casos");
    expect(onionOf("neutralonion.onion", "/tramite", "/tramite")).toBeNull();
    expect(onionOf("registry.example", "/_next/static/a.css", "/_next/static/a.css")).toBeNull();
  });
});

it.each([
  ["VIGILIA_EXIT_URL", "wikipedia.org"],
  ["FAMILY_ORIGIN", "javascript:alert(1)"],
  ["FAMILY_ONION", "http://"],
])("refuses to start where %s is %s", (name, value) => {
  vi.stubEnv("VIGILIA_EXIT_URL", "https://es.wikipedia.org/");
  expect(() => requireAddresses()).not.toThrow();
  vi.stubEnv(name, value);
  expect(() => requireAddresses()).toThrow(name);
});

describe("whom families can ring", () => {
  it("is what the operator named, in that order, with the number as it is dialled", () => {
    vi.stubEnv("VIGILIA_HELPLINES", " Línea Uno: +58 (212) 000-00-00;Línea Dos: 0800 0000; ");
    expect(helplines()).toEqual([
      { name: "Línea Uno", number: "+58 (212) 000-00-00", dialled: "+582120000000" },
      { name: "Línea Dos", number: "0800 0000", dialled: "08000000" },
    ]);
    vi.stubEnv("VIGILIA_HELPLINES", "");
    expect(helplines()).toEqual([]);
  });

  it.each(["0212 000 00 00", "Línea Uno", "Línea Uno: pronto", "Línea: ..-", "L: <b>1234</b>"])(
    "refuses to start with %s",
    (entry) => {
      vi.stubEnv("VIGILIA_HELPLINES", entry);
      expect(() => helplines()).toThrow("VIGILIA_HELPLINES");
    },
  );
});
