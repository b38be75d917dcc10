import type { Page } from "@playwright/test";
import { deskPattern } from "./crawl";
import { inspect } from "./detect";
import { PAYLOADS } from "./payloads";

/** Without what a page may draw otherwise: white space, hidden characters, what stands for the unreadable. */
const NOT_DRAWN = "[\\s\\p{Cc}\\p{Cf}\\p{Cs}\\uFFFD]";
const squeezed = PAYLOADS.map(({ text }) => text.replaceAll(new RegExp(NOT_DRAWN, "gu"), ""));

/** Which of the texts each page was seen to show, as text or in a box, while it was inspected. */
export class Shown {
  private readonly seen = new Map<string, Set<number>>();

  /** What is wrong with the page that stands there. */
  async look(page: Page): Promise<string[]> {
    const on = await page.evaluate(
      ([texts, notDrawn]) => {
        const parts: string[] = [];
        for (const walk = document.createTreeWalker(document.body, 4); walk.nextNode(); )
          if (!/^(script|style)$/i.test(walk.currentNode.parentElement?.localName ?? ""))
            parts.push(walk.currentNode.nodeValue ?? "");
        for (const box of document.querySelectorAll("input, textarea"))
          parts.push((box as HTMLInputElement).defaultValue);
        const all = parts.join("").replaceAll(new RegExp(notDrawn, "gu"), "");
        return texts.flatMap((text, index) => (text !== "" && all.includes(text) ? [index] : []));
      },
      [squeezed, NOT_DRAWN] as const,
    );
    const pattern = deskPattern(page.url());
    const before = this.seen.get(pattern) ?? new Set<number>();
    this.seen.set(pattern, new Set([...before, ...on]));
    return inspect(page);
  }

  /** Texts that no page of the desk showed. */
  missing(): string[] {
    const anywhere = new Set([...this.seen.values()].flatMap((some) => [...some]));
    return PAYLOADS.flatMap(({ text }, index) =>
      squeezed[index] === "" || anywhere.has(index) ? [] : [text],
    );
  }

  /** For each page of the build, how many were opened and how many of the texts stood on them. */
  table(opened: Record<string, number>): string {
    const rows = Object.entries(opened).sort();
    const pages = rows.reduce((sum, [, many]) => sum + many, 0);
    return [
      `${pages} pages opened, ${PAYLOADS.length} texts`,
      ...rows.map(
        ([pattern, many]) => `${pattern}: ${many} pages, ${this.seen.get(pattern)?.size ?? 0} texts`,
      ),
    ].join("\n");
  }
}
