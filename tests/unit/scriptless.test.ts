import { createServer, type RequestListener } from "node:http";
import { gunzipSync } from "node:zlib";
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
  '<body><p>Ñandú</p><script>self.x.push("<p>again</p>")</script></body></html>';

test("a page keeps its words and its style, and nothing a script would be fetched or run for", () => {
  expect(withoutScripts(page)).toBe(
    '<html><head><link rel="stylesheet" href="/a.css"/></head><body><p>Ñandú</p></body></html>',
  );
});

test("a page sent in pieces arrives whole, compressed as asked, with its status and length", async () => {
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

  const { get } = await import("node:http");
  const packed = await new Promise<Buffer>((done) => {
    get(address, { headers: { "accept-encoding": "gzip" } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part)).on("end", () => done(Buffer.concat(parts)));
    });
  });
  expect(gunzipSync(packed).toString()).toBe(withoutScripts(page));
});

test("what is no page is not touched", async () => {
  const address = await serve((_request, response) => {
    response.setHeader("Content-Type", "text/csv");
    response.end("a,<script>b</script>\n");
  });
  expect(await (await fetch(address)).text()).toBe("a,<script>b</script>\n");
});
