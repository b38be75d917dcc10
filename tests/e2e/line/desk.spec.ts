import { expect, test } from "@playwright/test";
import { pageOver, type Visit, visit } from "../support/line/slow";
import { atTheDesk } from "../support/people";

test.describe.configure({ timeout: 600_000 });

const FIRST = 5000;
const LATER = 2000;

test("the desk over 1 Mbps: the first page within five seconds, every later one within two", async ({
  browser,
}) => {
  const near = await atTheDesk(browser, "carlos");
  const hrefOf = async (path: string, selector: string) => {
    await near.goto(path);
    return ((await near.locator(selector).first().getAttribute("href")) ?? "").replace(/#.*/, "");
  };
  const report = await hrefOf("/equipo", "a[data-row]");
  const found = await hrefOf("/equipo/casos?ver=verified", "a[data-row]");
  const id = /reporte=([0-9a-f-]{36})/.exec(report)?.[1] ?? "";
  const pages: [string, string][] = [
    ["queue", "/equipo"],
    ["queue with a report", report],
    ["report", `/equipo/reportes/${id}`],
    ["cases", "/equipo/casos"],
    ["case", found],
    ["decision", `${found}/decision`],
    ["timeline", `${found}/linea`],
    ["family's side", `${found}/familia`],
    ["release night", "/equipo/noche"],
    ["messages", "/equipo/mensajes"],
    ["message", `/equipo/mensajes/${id}`],
    ["overdue", "/equipo/vencidos"],
    ["quality", "/equipo/calidad"],
    ["tallies", "/equipo/recuentos"],
  ];
  const storageState = await near.context().storageState();
  const state = { storageState, viewport: { width: 1280, height: 900 }, baseURL: process.env.E2E_DESK };
  const context = await browser.newContext(state);
  const slow = await pageOver(context, "slow");
  const beside = await pageOver(context, "near");
  const first = await visit(slow, "/equipo", "queue, nothing cached");
  console.log(line(first));
  const tooSlow: string[] = [];
  for (const [name, path] of pages) {
    const here = await best(() => visit(beside, path, name));
    const there = await best(() => visit(slow, path, name));
    // A machine that is slow by itself is not the line's fault.
    if (there.usable > Math.max(LATER, here.usable + LATER / 2)) tooSlow.push(line(there));
    console.log(`${line(there)}; beside the machine ${Math.round(here.usable)} ms`);
  }
  expect(first.usable).toBeLessThan(FIRST);
  expect(tooSlow).toEqual([]);
});

/** Of three visits the one in which the machine was least in the way. */
async function best(once: () => Promise<Visit>): Promise<Visit> {
  const all = [await once(), await once(), await once()];
  return all.reduce((a, b) => (b.usable < a.usable ? b : a));
}

function line({ page, bytes, html, requests, readable, usable }: Visit): string {
  const kb = (n: number) => `${(n / 1000).toFixed(1).padStart(6)} KB`;
  const ms = (n: number) => `${Math.round(n).toString().padStart(5)} ms`;
  return `${page.padEnd(22)} ${kb(bytes)} (page ${kb(html)}) in ${String(requests).padStart(2)} requests, readable ${ms(readable)}, usable ${ms(usable)}`;
}
