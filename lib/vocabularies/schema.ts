/** One word of a controlled vocabulary: a code that never changes and what it is called in both languages. */
export interface Term {
  code: string;
  es: string;
  en: string;
  /** Other names people write for it; for recognising, never for printing. */
  aliases?: readonly string[];
  /** ISO 3166-2:VE entity of a place. Never derived from the word "Caracas", which lies in two entities. */
  entity?: string;
  /** What kind of thing it is, in the words of a sibling list. */
  kind?: string;
  /** One plain sentence for whoever must choose it. */
  hintEs?: string;
  hintEn?: string;
}

/** Codes of a list as a type, so that a misspelt code does not compile. */
export type CodeOf<L extends readonly Term[]> = L[number]["code"];
