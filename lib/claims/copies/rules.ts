/** Whether the first bytes of a file are words: UTF-8 without control characters. A page saved as HTML is. */
export function isText(head: Uint8Array): boolean {
  if (head.some((byte) => byte < 32 && ![9, 10, 12, 13].includes(byte))) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/**
 * What somebody would read of a saved page: its words, line by line, with nothing of what it would have run, fetched or drawn. A file
 * that is plain text already stays as it is. Shown as text, never as a page.
 */
export function readableText(file: string): string {
  if (!/<(?:!doctype|html|head|body|p|div)\b/i.test(file)) return file.trim();
  return file
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(script|style|noscript|template|svg|head)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<\/?(?:p|div|br|li|tr|h[1-6]|section|article|blockquote|table|ul|ol|title)\b[^>]*>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi, (whole, code: string) => character(code) ?? whole)
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function character(code: string): string | undefined {
  if (!code.startsWith("#")) return named[code.toLowerCase()];
  const point = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1));
  return point >= 32 && point <= 0x10ffff ? String.fromCodePoint(point) : "";
}
