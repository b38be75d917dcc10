import { describe, expect, it } from "vitest";
import { guard, NOWHERE } from "../../scripts/up/guard.mjs";

type Asked = { method: string; url: string; headers: Record<string, string> };
const ask = (surface: string, url: string, method = "GET", headers: Record<string, string> = {}) => {
  const request: Asked = { method, url, headers };
  const served = guard(surface, request);
  return { served, ...request };
};

describe("the open process", () => {
  it.each([
    "/",
    "/casos",
    "/en/cases?x=1",
    "/tramite/persona",
    "/api/v1/claims",
    "/_next/static/a.css",
    "/readyz",
    "/equipos",
  ])("serves %s as it was asked", (url) => expect(ask("open", url)).toMatchObject({ served: true, url }));

  it.each([
    "/equipo",
    "/equipo/casos/1",
    "/api/auth/session",
    "//equipo",
    "/%65quipo",
    "/equipo%2Fcasos",
    "/casos/../equipo",
    "/casos/%2e%2e/equipo",
    "/x\\equipo",
    "http://else.where/equipo",
    "/%E0%A4%A",
  ])("knows nothing at %s", (url) => {
    expect(ask("open", url)).toMatchObject({ served: false, url: NOWHERE });
  });

  it("turns a refused post into a plain question about nowhere, its body unread", () => {
    const headers = {
      "content-type": "multipart/form-data",
      "content-length": "10",
      "next-action": "a".repeat(40),
    };
    expect(ask("open", "/equipo", "POST", headers)).toEqual({
      served: false,
      method: "GET",
      url: NOWHERE,
      headers: {},
    });
  });

  it("speaks no framework protocol, whatever the path", () => {
    const headers = {
      rsc: "1",
      "next-action": "x",
      "next-router-state-tree": "x",
      "x-middleware-subrequest": "x",
      accept: "*/*",
    };
    expect(ask("open", "/casos", "POST", headers).headers).toEqual({ accept: "*/*" });
  });
});

describe("the desk process", () => {
  it.each([
    "/equipo",
    "/equipo/casos?x=1",
    "/api/auth/callback/credentials",
    "/_next/static/a.js",
    "/healthz",
  ])("serves %s", (url) => expect(ask("desk", url)).toMatchObject({ served: true, url }));

  it.each(["/", "/casos", "/tramite", "/en/procedure", "/api/v1/claims", "/_next/image?url=x"])(
    "knows nothing at %s",
    (url) => expect(ask("desk", url)).toMatchObject({ served: false, url: NOWHERE }),
  );

  it("keeps the framework's own words for its script, but not those that once opened doors", () => {
    const headers = { rsc: "1", "next-action": "x", "x-middleware-subrequest": "x" };
    expect(ask("desk", "/equipo", "POST", headers).headers).toEqual({ rsc: "1", "next-action": "x" });
  });
});
