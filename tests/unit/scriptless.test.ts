import { createServer, type RequestListener } from "node:http";
import { afterEach, expect, test } from "vitest";
import { sendScriptless, withoutScripts } from "../../scripts/up/scriptless.mjs";

let stop: (() => void) | undefined;
afterEach(() => stop?.());

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    sendScriptless(request, response);
    answer(request, response);
  });
  stop = () => server.close();
  return new Promise((listening) =>
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      listening(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
    }),
  );
}

const page =
  '<html><head><link rel="preload" as="script" href="/a.js"/><link rel="stylesheet" href="/a.css"/><script src="/b.js" async=""></script></head>' +
  '<body><h1>Ñandú</h1><script>self.x.push("<p>again</p>")</script></body></html>';

test("a page keeps its words and its style, and nothing a script would be fetched or run for", () => {
  expect(withoutScripts(page)).toBe(
    '<html><head><link rel="stylesheet" href="/a.css"/></head><body><h1>Ñandú</h1></body></html>',
  );
});

test("a page sent in pieces arrives whole, with its status and length", async () => {
  const address = await serve((_request, response) => {
    response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
    response.flushHeaders();
    const bytes = Buffer.from(page);
    response.write(bytes.subarray(0, 150));
    response.end(bytes.subarray(150));
  });
  const plain = await fetch(address, { headers: { "accept-encoding": "identity" } });
  expect(plain.status).toBe(404);
  expect(await plain.text()).toBe(withoutScripts(page));
  expect(Number(plain.headers.get("content-length"))).toBe(Buffer.byteLength(withoutScripts(page)));
});

test("a failure of the framework becomes a page with words, in the language asked, and never names the registry", async () => {
  const failures: [number, string, string][] = [
    [500, "text/plain", "Internal Server Error"],
    [500, "text/html", "<html><body></body></html>"],
    [409, "text/plain", "Server Action unavailable."],
    [413, "text/plain", ""],
  ];
  for (const [status, type, body] of failures) {
    const address = await serve((_request, response) => {
      response.writeHead(status, { "Content-Type": type });
      response.end(body);
    });
    for (const [path, first, leave] of [
      ["/tramite/paso-2", '<html lang="es">', '<body><p><a href="/tramite/salir"'],
      ["/en/procedure/step-2", '<html lang="en">', '<body><p><a href="/en/procedure/leave"'],
      ["/casos", '<html lang="es">', "<body><main>"],
    ] as const) {
      const answer = await fetch(`${address}${path}`);
      const html = await answer.text();
      expect(answer.status).toBe(status);
      expect(answer.headers.get("content-type")).toContain("text/html");
      expect(html).toContain(first);
      expect(html).toContain(leave);
      expect(html).toMatch(/<h1>\S.+<\/h1><p>\S/);
      expect(html).not.toMatch(/undefined|vigilia|Internal/i);
    }
    stop?.();
  }
});

test("what failed because it was too long says so", async () => {
  const address = await serve((request, response) => {
    request.resume().on("end", () => {
      response.writeHead(500, { "Content-Type": "text/plain" });
      response.end("Internal Server Error");
    });
  });
  const answer = await fetch(`${address}/tramite/paso-2`, { method: "POST", body: "x".repeat(1_100_000) });
  expect(answer.status).toBe(413);
  expect(await answer.text()).toContain("demasiado largo");
});

test("a readable page of ours keeps its words whatever its status", async () => {
  const address = await serve((_request, response) => {
    response.writeHead(500, { "Content-Type": "text/html" });
    response.end("<html><body><h1>Ñandú</h1></body></html>");
  });
  expect(await (await fetch(address)).text()).toContain("Ñandú");
});

test("what is no page is not touched", async () => {
  const address = await serve((_request, response) => {
    response.setHeader("Content-Type", "text/csv");
    response.end("a,<script>b</script>\n");
  });
  expect(await (await fetch(address)).text()).toBe("a,<script>b</script>\n");
});
