import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { type Fronted, serveBehindNginx } from "../../../scripts/nginx/run";
import { freePort } from "../../../scripts/postgres/place";
import { program } from "../support/programs";

test.describe.configure({ mode: "serial" });

const portOf = (origin: string | undefined) => Number(new URL(origin ?? "").port);
let directory = "";
let front: Fronted;
let echo: Server;
let heard: { url: string | undefined; headers: IncomingHttpHeaders } | null = null;

test.beforeAll(async () => {
  const nginx = program("nginx");
  directory = mkdtempSync(join(tmpdir(), "vigilia-nginx-"));
  // Where the desk would be stands something that only listens: what reaches a process is seen there.
  echo = createServer((request, response) => {
    heard = { url: request.url, headers: request.headers };
    request.resume().on("end", () => response.end("heard"));
  });
  await new Promise<void>((listens) => echo.listen(0, "127.0.0.1", listens));
  const address = echo.address();
  front = await serveBehindNginx(nginx, {
    directory,
    tls: await freePort(),
    plain: await freePort(),
    open: portOf(process.env.E2E_OPEN),
    desk: typeof address === "object" && address ? address.port : 0,
  });
});

test.afterAll(async () => {
  await front?.stop();
  echo?.close();
  if (directory) rmSync(directory, { recursive: true, force: true });
});

test("a page is asked of the application once and given from memory after that, byte for byte, in each coding", async () => {
  for (const path of ["/metodo", "/en/method", "/api/v1/claims", "/api/v1/claims.csv", "/casos"]) {
    for (const coding of ["gzip", "br", ""]) {
      const ask = () =>
        front.ask("registry", path, { headers: { "Accept-Encoding": coding, Cookie: "a=b" } });
      const [first, second] = [await ask(), await ask()];
      expect([first.status, second.status], path).toEqual([200, 200]);
      expect([first.headers["x-cache"], second.headers["x-cache"]], path).toEqual(["MISS", "HIT"]);
      expect(second.body.equals(first.body), path).toBe(true);
      expect(second.headers["content-encoding"] ?? "", path).toBe(coding);
      expect(second.headers.vary, path).toBe("Accept-Encoding");
      expect(second.headers["set-cookie"], path).toBeUndefined();
      expect(second.headers["cache-control"], path).toMatch(/^public, max-age=0, s-maxage=\d+/);
      expect(second.headers["cache-control"]?.includes("stale"), path).toBe(path !== "/casos");
      expect(second.headers["strict-transport-security"], path).toContain("max-age=");
      expect(second.headers.server, path).toBe("nginx");
      const etag = second.headers.etag ?? "";
      expect(etag, path).toMatch(/^"[\w-]+"$/);
      const had = await front.ask("registry", path, {
        headers: { "Accept-Encoding": coding, "If-None-Match": etag },
      });
      expect([had.status, had.body.length], path).toEqual([304, 0]);
    }
  }
});

test("a crowd that asks for a page nobody has yet is one question to the application", async () => {
  const crowd = await Promise.all(
    Array.from({ length: 40 }, () => front.ask("registry", "/comparar?desde=2026-01-02")),
  );
  const kinds = crowd.map((one) => one.headers["x-cache"]);
  expect(crowd.every((one) => one.status === 200)).toBe(true);
  expect(kinds.filter((one) => one === "MISS")).toHaveLength(1);
});

test("each host answers its own and nothing else, in plain words", async () => {
  const nothing: [string, string][] = [
    ["registry", "/tramite"],
    ["registry", "/equipo"],
    ["registry", "/api/auth/session"],
    ["neutral", "/casos"],
    ["neutral", "/api/v1/cases"],
    ["desk", "/"],
    ["desk", "/casos"],
  ];
  for (const [host, path] of nothing) {
    const { status, headers, body } = await front.ask(host, path);
    expect(status, `${host} ${path}`).toBe(404);
    expect(body.toString(), path).toMatch(/<h1>Aquí no hay nada<\/h1>.*<h2>There is nothing here<\/h2>/);
    expect(body.toString(), path).not.toMatch(/vigilia|nginx|polític/i);
    expect(headers["content-security-policy"], path).toContain("script-src 'none'");
    expect(headers["cache-control"], path).toBe("no-store");
  }
  expect((await front.ask("neutral", "/")).body.toString()).toContain("/tramite/salir");
  await expect(front.ask("somebody.example", "/")).rejects.toThrow();
  // What the application says of unknown things goes through as it said it.
  const unknown = await front.ask("registry", "/casos/9Z9Z-9Z");
  expect([unknown.status, unknown.body.toString().includes("<h1")]).toEqual([404, true]);
  const problem = await front.ask("registry", "/api/v1/cases/9Z9Z-9Z");
  expect([problem.status, problem.headers["content-type"]]).toEqual([404, "application/problem+json"]);
});

test("what somebody forwards is overwritten, and families' pages are kept nowhere", async () => {
  await front.ask("desk", "/equipo/entrar", {
    headers: {
      "X-Forwarded-For": "203.0.113.9",
      "X-Real-IP": "203.0.113.9",
      Forwarded: "for=203.0.113.9",
      "X-Forwarded-Host": "evil.example",
      "X-Forwarded-Proto": "http",
      "X-Middleware-Subrequest": "proxy",
    },
  });
  expect(JSON.stringify(heard)).not.toMatch(/203\.0\.113|evil|127\.0\.0\.\d+"|x-middleware/);
  expect(heard?.headers.host).toBe("desk.example");
  expect([heard?.headers["x-forwarded-host"], heard?.headers["x-forwarded-proto"]]).toEqual([
    "desk.example",
    "https",
  ]);
  for (let time = 0; time < 2; time++) {
    const page = await front.ask("neutral", "/tramite");
    expect([page.status, page.headers["cache-control"], page.headers["x-cache"]]).toEqual([
      200,
      "no-store",
      undefined,
    ]);
  }
});

test("what is too long, too much at once or asked of nobody is answered in words", async () => {
  const long = await front.ask("registry", "/casos", { method: "POST", body: "x".repeat(20_000) });
  expect([long.status, long.body.toString().includes("demasiado largo")]).toEqual([413, true]);
  const flood = await Promise.all(
    Array.from({ length: 420 }, (_, n) =>
      front.ask("registry", n % 2 ? "/metodo" : "/api/v1/claims", { headers: { "Accept-Encoding": "gzip" } }),
    ),
  );
  const refused = flood.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(20);
  expect(flood.length - refused.length).toBeGreaterThan(290);
  const kinds = new Set(refused.map(({ headers }) => headers["content-type"]));
  expect(kinds).toEqual(new Set(["text/html; charset=utf-8", "application/problem+json"]));
  const page = refused.find(({ headers }) => headers["content-type"]?.startsWith("text/html"));
  const words = page?.headers["content-encoding"] === "gzip" ? gunzipSync(page.body) : page?.body;
  expect(words?.toString()).toContain("Demasiadas páginas a la vez");
});

test("where nothing of ours answers, a page in both languages does, and programs get a problem they can read", async () => {
  const nginx = program("nginx");
  const alone = mkdtempSync(join(tmpdir(), "vigilia-nginx-"));
  const [tls, plain, nobody] = [await freePort(), await freePort(), await freePort()];
  const trial = { directory: alone, tls, plain, open: nobody, desk: nobody };
  const lonely = await serveBehindNginx(nginx, trial);
  try {
    for (const [host, path] of [
      ["registry", "/"],
      ["registry", "/casos"],
      ["neutral", "/tramite"],
      ["desk", "/equipo"],
    ]) {
      const { status, body } = await lonely.ask(host ?? "", path ?? "");
      expect(status, `${host} ${path}`).toBe(502);
      expect(body.toString()).toMatch(
        /<h1>La página no responde ahora<\/h1>.*<h2>The page does not answer now<\/h2>/,
      );
      expect(body.toString()).not.toMatch(/vigilia|nginx|gateway/i);
    }
    const problem = await lonely.ask("registry", "/api/v1/tallies");
    expect([problem.status, problem.headers["content-type"]]).toEqual([503, "application/problem+json"]);
    expect(JSON.parse(problem.body.toString())).toMatchObject({ type: "/problems/away", status: 503 });
  } finally {
    await lonely.stop();
    rmSync(alone, { recursive: true, force: true });
  }
});

test("nowhere on the disk does an address stand, whoever asked for whatever", async () => {
  const from = "127.0.0.77";
  for (const host of ["registry", "neutral", "desk"])
    for (const path of ["/", "/casos", "/tramite", "/equipo", "/nada%2f", "/%zz"])
      await front.ask(host, path, { from, headers: { "User-Agent": "Canaria/1.0" } }).catch(() => null);
  await front.ask("somebody.example", "/", { from }).catch(() => null);
  await Promise.all(
    Array.from({ length: 330 }, () => front.ask("registry", "/no-hay", { from }).catch(() => null)),
  );
  await front.stop();
  const files = readdirSync(directory, { recursive: true })
    .map((name) => join(directory, String(name)))
    .filter((path) => statSync(path).isFile());
  expect(files.some((path) => path.endsWith("error.log"))).toBe(true);
  for (const path of files) {
    const text = readFileSync(path).toString("latin1");
    expect(text.includes(from), path).toBe(false);
    expect(text.includes("Canaria/1.0"), path).toBe(false);
  }
  expect(statSync(join(directory, "access.log")).size).toBe(0);
});
