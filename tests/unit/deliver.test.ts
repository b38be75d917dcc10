import { createServer, get, type RequestListener } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { deliver } from "../../scripts/up/deliver.mjs";
import { keeper, sharedFor } from "../../scripts/up/keep.mjs";

let stop: (() => void) | undefined;
afterEach(() => stop?.());
const PUBLIC = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "public, max-age=0, s-maxage=30",
};

interface Clock {
  now: number;
}

async function serve(answer: RequestListener, seconds = 20, clock: Clock = { now: 0 }): Promise<string> {
  const pages = keeper(seconds, () => clock.now);
  const server = createServer((request, response) => {
    deliver(request, response, pages, () => answer(request, response));
  });
  stop = () => server.close();
  return new Promise((listening) =>
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      listening(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
    }),
  );
}

const raw = (address: string, headers: Record<string, string>, method = "GET") =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((done) => {
    const request = get(address, { headers, method }, (response) => {
      const parts: Buffer[] = [];
      response
        .on("data", (part) => parts.push(part))
        .on("end", () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
    });
    request.end();
  });

test("what is public is drawn once for all who ask at once, and again when its time is over", async () => {
  let drawn = 0;
  const clock = { now: 0 };
  const address = await serve(
    (_request, response) => {
      drawn++;
      setTimeout(() => response.writeHead(200, PUBLIC).end(`<h1>${drawn}</h1>`), 20);
    },
    20,
    clock,
  );
  const asked = await Promise.all(Array.from({ length: 8 }, () => fetch(`${address}/cifras`)));
  expect(new Set(await Promise.all(asked.map((one) => one.text())))).toEqual(new Set(["<h1>1</h1>"]));
  clock.now = 12;
  const later = await fetch(`${address}/cifras`);
  expect([await later.text(), drawn]).toEqual(["<h1>1</h1>", 1]);
  expect(later.headers.get("cache-control")).toContain("s-maxage=18");
  clock.now = 20;
  expect(await (await fetch(`${address}/cifras`)).text()).toBe("<h1>2</h1>");
});

test("here and in front together nothing is shown for a minute, and names never while a newer page is fetched", () => {
  for (const age of [0, 7.5, 20, 30, 99]) {
    for (const url of [
      "/",
      "/casos?q=a",
      "/en/cases/7K3Q-9F",
      "/api/v1/cases.csv",
      "/api/v1/cases",
      "/datos",
    ]) {
      const told = sharedFor(url, age);
      const seconds = (name: string) => Number(new RegExp(`${name}=(\\d+)`).exec(told)?.[1] ?? 0);
      const total = Math.min(age, 20) + seconds("s-maxage") + seconds("stale-while-revalidate");
      expect(total, `${url} ${age}`).toBeLessThan(60);
      expect(told.includes("stale"), url).toBe(url === "/" || url === "/datos");
    }
  }
});

test("families' pages, cookies, failures and what sets a cookie are never kept", async () => {
  let drawn = 0;
  const address = await serve((request, response) => {
    drawn++;
    if (request.url === "/set") response.setHeader("Set-Cookie", "a=b");
    if (request.url === "/broken") response.writeHead(500, PUBLIC).end("<h1>no</h1>");
    else if (request.url === "/half")
      response.writeHead(200, PUBLIC).end('<div data-broken=""><h1>x</h1></div>');
    else response.writeHead(200, PUBLIC).end(`<h1>${drawn}</h1>`);
  });
  const twice = async (path: string, headers: Record<string, string> = {}) => {
    const [first, second] = [await raw(address + path, headers), await raw(address + path, headers)];
    return { first, second, drawn: drawn };
  };
  for (const path of ["/tramite", "/en/procedure/step-1", "/set", "/broken", "/half"]) {
    drawn = 0;
    expect((await twice(path)).drawn, path).toBe(2);
  }
  drawn = 0;
  expect((await twice("/", { cookie: "a=b" })).drawn).toBe(2);
  for (const path of ["/broken", "/half"]) {
    const { first } = await twice(path);
    expect([first.status, first.headers["cache-control"]]).toEqual([500, "no-store"]);
  }
});

test("each coding has its own strong mark, and whoever has it gets 304 and no byte", async () => {
  const page = `<h1>Ñandú</h1>${"x".repeat(400)}`;
  const address = await serve((_request, response) => response.writeHead(200, PUBLIC).end(page));
  const marks = new Set<unknown>();
  for (const [coding, open] of [
    ["br", brotliDecompressSync],
    ["gzip", gunzipSync],
    ["identity", (body: Buffer) => body],
  ] as const) {
    for (let time = 0; time < 2; time++) {
      const one = await raw(`${address}/cifras`, { "accept-encoding": coding });
      expect(open(one.body).toString()).toBe(page);
      expect(one.headers.etag).toMatch(/^"[\w-]+"$/);
      expect(Number(one.headers["content-length"])).toBe(one.body.length);
      marks.add(one.headers.etag);
      const had = await raw(`${address}/cifras`, {
        "accept-encoding": coding,
        "if-none-match": `W/${one.headers.etag}`,
      });
      expect([had.status, had.body.length, had.headers.etag]).toEqual([304, 0, one.headers.etag]);
    }
    const head = await raw(`${address}/cifras`, { "accept-encoding": coding }, "HEAD");
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(Number(head.headers["content-length"])).toBeGreaterThan(0);
  }
  expect(marks.size).toBe(3);
});

test("a text too long to hold arrives whole and in pieces", async () => {
  const piece = "a,b,c\r\n".repeat(10_000);
  const address = await serve(async (_request, response) => {
    response.writeHead(200, { ...PUBLIC, "Content-Type": "text/csv" });
    for (let n = 0; n < 60; n++)
      if (!response.write(piece)) await new Promise((drained) => response.once("drain", () => drained(null)));
    response.end("end");
  });
  const { body, headers } = await raw(`${address}/x.csv`, { "accept-encoding": "gzip" });
  expect(body.length).toBe(piece.length * 60 + 3);
  expect(headers["content-encoding"]).toBeUndefined();
});

test("pictures and redirections pass as they are", async () => {
  const address = await serve((request, response) => {
    if (request.url === "/away") response.writeHead(307, { Location: "/there" }).end();
    else response.writeHead(200, { "Content-Type": "image/png" }).end(Buffer.from([137, 80, 0, 255]));
  });
  expect((await raw(`${address}/p.png`, { "accept-encoding": "br" })).body).toEqual(
    Buffer.from([137, 80, 0, 255]),
  );
  expect((await raw(`${address}/away`, {})).headers.location).toBe("/there");
});
