import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "../../test/browser";
import type { Figure } from "../figures";

const LINE = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000, offline: false };
const MOST_READABLE_S = 2.5;

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
    const embed = await firstEmbed(origin);
    const pages: [string, string, number][] = [
      ["the front page", "/", 60],
      ["the front page in English", "/en", 60],
      ["fifty cases", "/casos", 60],
      ...(embed ? [["an embed", embed, 25] as [string, string, number]] : []),
    ];
    if (!embed) console.log("  no embed is offered: none weighed");
    for (const [what, path, most] of pages) {
      const { bytes, requests, readable } = await look(browser, origin + path);
      const one = (name: string, unit: Figure["unit"], value: number, bound: number): Figure => ({
        what: name,
        unit,
        p50: value,
        p95: value,
        bound: { most: bound },
      });
      yield one(`${what}: all of the first view`, "KB", bytes / 1024, most);
      yield one(`${what}: requests`, "requests", requests, 8);
      yield one(`${what}: readable at 400 kbps and 400 ms`, "s", readable, MOST_READABLE_S);
    }
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

/** The first thing that the page about embedding offers; null where there is none. */
async function firstEmbed(origin: string): Promise<string | null> {
  const answer = await fetch(`${origin}/incrustar`);
  if (answer.status !== 200) return null;
  return /"[^"]*?(\/e\/[\w-]+)/.exec((await answer.text()).replaceAll("&quot;", '"'))?.[1] ?? null;
}
