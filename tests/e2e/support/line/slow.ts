import type { BrowserContext, CDPSession, Page } from "@playwright/test";

/** A mobile line of 1 Mbps down, half of that up, 100 ms away. */
const LINE = { offline: false, latency: 100, downloadThroughput: 125_000, uploadThroughput: 62_500 };

/** What one page cost and when somebody could read it and work with it. */
export interface Visit {
  page: string;
  /** Bytes over the line, compressed, of everything; of the page alone. */
  bytes: number;
  html: number;
  requests: number;
  /** First words drawn, and keys and forms answering, in ms since the address was asked for. */
  readable: number;
  usable: number;
}

/** Notes the moment at which the page answers to keys; runs in the page before anything of it. */
function watch(): void {
  const look = () => {
    const keys = document.querySelector("dialog.keys");
    if (keys && Object.keys(keys).some((one) => one.startsWith("__react"))) performance.mark("usable");
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** A page of this context over the slow line, or beside the machine. */
export async function pageOver(
  context: BrowserContext,
  how: "slow" | "near",
): Promise<{ page: Page; line: CDPSession }> {
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send("Network.enable");
  if (how === "slow") await line.send("Network.emulateNetworkConditions", LINE);
  await page.addInitScript(watch);
  return { page, line };
}

export async function visit(
  { page, line }: Awaited<ReturnType<typeof pageOver>>,
  path: string,
  name: string,
) {
  const got = { bytes: 0, html: 0, requests: 0 };
  const documents = new Set<string>();
  const asked = ({ requestId, type }: { requestId: string; type?: string }) => {
    if (type === "Document") documents.add(requestId);
  };
  const finished = ({ requestId, encodedDataLength }: { requestId: string; encodedDataLength: number }) => {
    if (encodedDataLength === 0) return;
    got.requests++;
    got.bytes += encodedDataLength;
    if (documents.has(requestId)) got.html += encodedDataLength;
  };
  line.on("Network.requestWillBeSent", asked);
  line.on("Network.loadingFinished", finished);
  await page.goto(path, { waitUntil: "load", timeout: 120_000 });
  await page.waitForFunction(() => performance.getEntriesByName("usable").length > 0, undefined, {
    timeout: 60_000,
  });
  const when = await page.evaluate(() => ({
    readable: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    usable: performance.getEntriesByName("usable")[0]?.startTime ?? Number.NaN,
  }));
  line.off("Network.requestWillBeSent", asked);
  line.off("Network.loadingFinished", finished);
  return { page: name, ...got, ...when } satisfies Visit;
}
