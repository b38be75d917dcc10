import type { CDPSession, Page } from "@playwright/test";

/** What came over the wire since it was last asked, and in how many requests; `cold` as if nothing were kept from the page before. */
export async function scales(
  page: Page,
  { cold = false } = {},
): Promise<() => { bytes: number; requests: number }> {
  const session: CDPSession = await page.context().newCDPSession(page);
  let [bytes, requests] = [0, 0];
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: cold });
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  session.on("Network.requestWillBeSent", ({ redirectResponse, request }) => {
    if (!request.url.startsWith("data:")) requests += 1;
    bytes += redirectResponse?.encodedDataLength ?? 0;
  });
  return () => {
    const since = { bytes, requests };
    [bytes, requests] = [0, 0];
    return since;
  };
}
