import { type Browser, chromium } from "@playwright/test";
import { embedAddress, embedHeight, embedNamed, embedViews } from "@/lib/opendata/figures/embeds/rules";
import { findBrowser } from "../../test/browser";
import type { Figure } from "../figures";

const LINE = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000, offline: false };
const MOST_READABLE_S = 2.5;
const MOST_EMBED_KB = 25;
const one = (name: string, unit: Figure["unit"], value: number, bound: number): Figure => ({
  what: name,
  unit,
  p50: value,
  p95: value,
  bound: { most: bound },
});

/** What a page brings along and how soon it can be read on a phone at 400 kbps and 400 ms, by a browser that has nothing of it yet. */
export async function* weights(open: number): AsyncGenerator<Figure> {
  const found = await findBrowser();
  if ("missing" in found) throw new Error(found.missing);
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ["--disable-background-networking", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  try {
    const origin = `http://localhost:${open}`;
    const pages: [string, string, number][] = [
      ["the front page", "/", 60],
      ["the front page in English", "/en", 60],
      ["fifty cases", "/casos", 60],
      ["an embed", embedAddress({ view: embedViews[0] ?? "", balance: null, locale: "es" }), MOST_EMBED_KB],
    ];
    for (const [what, path, most] of pages) {
      const { bytes, requests, readable } = await look(browser, origin + path);
      yield one(`${what}: all of the first view`, "KB", bytes / 1024, most);
      yield one(`${what}: requests`, "requests", requests, 8);
      yield one(`${what}: readable at 400 kbps and 400 ms`, "s", readable, MOST_READABLE_S);
    }
    for (const name of embedViews) yield* embedded(browser, origin, name);
  } finally {
    await browser.close();
  }
}

async function look(
  browser: Browser,
  url: string,
): Promise<{ bytes: number; requests: number; readable: number }> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "es-VE" });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  let [bytes, requests] = [0, 0];
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", LINE);
  line.on("Network.requestWillBeSent", ({ request }) => {
    if (!request.url.startsWith("data:")) requests++;
  });
  line.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const readable = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  );
  await context.close();
  return { bytes, requests, readable: readable / 1000 };
}

/** One view that others may set into their pages: what it weighs in the narrowest frame, and whether it stands whole in its height. */
async function* embedded(browser: Browser, origin: string, name: string): AsyncGenerator<Figure> {
  const view = embedNamed(name);
  if (!view) throw new Error(`${name} is not embedded`);
  const context = await browser.newContext({ viewport: { width: 320, height: 400 }, locale: "es-VE" });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  let bytes = 0;
  await line.send("Network.enable");
  line.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const address = embedAddress({ view: name, balance: null, locale: "es" });
  const answer = await page.goto(origin + address, { waitUntil: "networkidle" });
  if (answer?.status() !== 200) throw new Error(`${address} answered ${answer?.status()}`);
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  await context.close();
  yield one(`embed ${name}`, "KB", bytes / 1024, MOST_EMBED_KB);
  yield one("  its height at 320 pixels", "px", tall, embedHeight(view));
}
