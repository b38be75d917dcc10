import { PAYLOADS } from "./payloads";

interface Fit {
  /** The field's own limits. */
  most: number;
  least?: number;
  /** Payloads in one text, where there is room. */
  pack?: number;
  takes?: (text: string) => boolean;
}

/** What a form of the desk lets through: never the null character. What a family sends is sealed as it came. */
const isPosted = (text: string) => !text.includes("\0");

/**
 * Deals the payloads out to fields: `whole` gives every field every payload that fits it, otherwise every payload goes once to some
 * field. Several stand in one text where there is room, so that three hundred of them do not need three hundred cases.
 */
export class Words {
  private readonly dealt = new Map<string, Map<number, number>>();
  private readonly fits = new Map<string, Set<number>>();

  constructor(private readonly whole: boolean) {}

  /** How often something is written at one place: once, or as often as a whole proof needs so that it does not take a case for every text. */
  many(often: number): number {
    return this.whole ? often : 1;
  }

  of(field: string, { most, least = 1, pack = most >= 500 ? 12 : 4, takes = () => true }: Fit): string {
    const given = this.countsOf(this.whole ? field : "all");
    const able = this.able(field, most, takes);
    const order = [...able].sort((a, b) => (given.get(a) ?? 0) - (given.get(b) ?? 0));
    const glue = most >= 500 ? "\n" : " ";
    let text = "";
    for (const index of order.slice(0, pack)) {
      const next = text + (text && glue) + (PAYLOADS[index]?.text ?? "");
      if (next.length > most) continue;
      if (text !== "" && (given.get(index) ?? 0) > 0) break;
      text = next;
      given.set(index, (given.get(index) ?? 0) + 1);
    }
    return text.trim().length < least ? text + ".".repeat(least) : text;
  }

  /** Nothing is left to deal out. */
  get isDone(): boolean {
    if (!this.whole) return PAYLOADS.every((_, index) => this.countsOf("all").has(index));
    return this.unfinished.every((field) => field === "site.organisation");
  }

  /** Fields that were not given everything that fits them. */
  get unfinished(): string[] {
    return [...this.fits].flatMap(([field, able]) => (this.countsOf(field).size < able.size ? [field] : []));
  }

  /** How many payloads each field was given. */
  get counts(): Record<string, number> {
    return Object.fromEntries(
      [...this.fits.keys()].map((field) => [field, this.countsOf(this.whole ? field : "all").size]),
    );
  }

  private countsOf(scope: string): Map<number, number> {
    const known = this.dealt.get(scope) ?? new Map<number, number>();
    this.dealt.set(scope, known);
    return known;
  }

  private able(field: string, most: number, takes: (text: string) => boolean): Set<number> {
    const known = this.fits.get(field);
    if (known) return known;
    const able = new Set(
      PAYLOADS.flatMap(({ text }, index) => {
        const kept = text.trim();
        return kept !== "" &&
          kept.length <= most &&
          takes(text) &&
          (isPosted(text) || field.startsWith("report."))
          ? [index]
          : [];
      }),
    );
    this.fits.set(field, able);
    return able;
  }
}
