/** The keys that sign what one is writing. */
export const SIGN = "Ctrl+Enter";

/**
 * What the keys reach on a page: the visible button, link or box that bears the key; of several, the one after that in focus, the page's
 * own before the way to another.
 */
export function keyed(key: string): HTMLElement | undefined {
  const bears = `[data-key="${CSS.escape(key)}"]`;
  const own = [...document.querySelectorAll<HTMLElement>(`main ${bears}`)].filter(isSeen);
  const all = own.length > 0 ? own : [...document.querySelectorAll<HTMLElement>(bears)].filter(isSeen);
  return all[(all.indexOf(document.activeElement as HTMLElement) + 1) % all.length];
}

/** Everything on the page that a key presses, in its order, each with its words. */
export function everythingKeyed(): { key: string; words: string }[] {
  const found = new Map<string, string>();
  for (const one of document.querySelectorAll<HTMLElement>("[data-key]")) {
    const key = one.dataset.key ?? "";
    if (isSeen(one) && !found.has(key)) found.set(key, wordsOf(one));
  }
  return [...found].map(([key, words]) => ({ key, words }));
}

/** The rows of the page's list, in order. */
export const rowsHere = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>("[data-row]")].filter(isSeen);

/** Whether a key belongs to what has the focus: somebody writes, chooses, or a dialogue of its own is open. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

const isSeen = (one: HTMLElement) => one.getClientRects().length > 0 && one.checkVisibility();

function wordsOf(one: HTMLElement): string {
  const label = "labels" in one && one.labels instanceof NodeList ? one.labels[0] : null;
  const copy = (label ?? one).cloneNode(true) as HTMLElement;
  for (const key of copy.querySelectorAll("kbd")) key.remove();
  return (copy.textContent || one.getAttribute("aria-label") || "").trim();
}
