import { NICKNAMES, PARTICLES, TITLES, WIDOWED } from "./schema";

/** One word of a name: as written without accents, as it sounds in Venezuela, and as it would sound with a fused particle taken off. */
export interface NameWord {
  plain: string;
  sound: string;
  bare: string | null;
  /** The given name that a short form stands for, as it sounds. */
  longer: string | null;
  initial: boolean;
}

/** A name taken apart. */
export interface NameParts {
  words: NameWord[];
  /** Surname that came by marriage: other lists leave it out. */
  married: NameWord[];
}

/** Lower case without accents, signs and digits that a scanner put for letters. */
export function plainOf(text: string): string {
  const letters = text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase();
  // Most names are letters and blanks, and an index reads hundreds of thousands.
  return /^[a-z]+( [a-z]+)*$/.test(letters) ? letters : withoutSigns(letters);
}

const withoutSigns = (text: string): string =>
  text
    .replace(/[’'`´]/g, "")
    .replace(/(?<=\p{L})0|0(?=\p{L})/gu, "o")
    .replace(/(?<=\p{L})[1|!]|[1|!](?=\p{L}{2})/gu, "i")
    .replace(/(?<=\p{L})5|5(?=\p{L}{2})/gu, "s")
    .replace(/(?<=\p{L})8|8(?=\p{L}{2})/gu, "b")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * How a word sounds where s, c and z are one, b and v, ll and y, and an h is silent: two spellings of a name become one text. Different
 * names may too; so it proposes and never decides.
 */
export function soundOf(plain: string): string {
  let text = plain
    .replace(/ph/g, "f")
    .replace(/^wh/, "w")
    .replace(/ch(?=[rl])/g, "k")
    .replace(/sch|sh/g, "ch")
    .replace(/^s(?=[tpkml][aeiou])/, "es")
    .replace(/ch/g, "X")
    .replace(/^(jh|yh|gh|jy|dj)/, "j")
    .replace(/^ll/, "y")
    .replace(/ll/g, "i")
    .replace(/(th|dh)/g, "t")
    .replace(/ck|kh/g, "k")
    .replace(/^(gu|hu)(?=[aeiou])/, "w")
    .replace(/^u(?=[aeio])/, "w")
    .replace(/^wu(?=[aeiou])/, "w")
    .replace(/(?<=[aeiou])w$/, "u")
    .replace(/w$/, "u")
    .replace(/h/g, "")
    .replace(/qu/g, "k")
    .replace(/q/g, "k")
    .replace(/gu(?=[ei])/g, "G")
    .replace(/g(?=[ei])/g, "j")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/[zç]/g, "s")
    .replace(/c/g, "k")
    .replace(/ks|cs|xs/g, "x")
    .replace(/^x(?=[ae]|i[^aeou])/, "j")
    .replace(/x/g, "s")
    .replace(/v/g, "b")
    .replace(/ñ/g, "n")
    .replace(/^y(?![aeiou])/, "i")
    .replace(/^i(?=[aeou])/, "y")
    .replace(/(?!^)y/g, "i")
    .replace(/^j/, "y")
    .replace(/^gi(?=[aeou])/, "y")
    .replace(/^yi(?=[aeou])/, "y")
    .replace(/^ye(?=a)/, "y")
    .replace(/m(?=[bp])/g, "n")
    .replace(/G/g, "g")
    .replace(/(.)\1+/g, "$1");
  if (text.length > 3)
    text = text
      .replace(/m$/, "n")
      .replace(/[dts]$/, "")
      .replace(/(?<=[^aeiou])e$/, "");
  return text;
}

/**
 * Takes a name apart: titles and particles aside, short forms known, a married surname apart. Who takes many apart may say how a word is
 * made, so that one that many bear is made once.
 */
export function partsOf(
  written: string | null,
  slot: "given" | "surnames",
  wordOf: (plain: string) => NameWord = takeApart,
): NameParts {
  const all = plainOf((written ?? "").replace(/["“«(].*?["”»)]/g, " "))
    .split(" ")
    .filter(Boolean);
  const words: NameWord[] = [];
  const married: NameWord[] = [];
  let mayBeMarried = false;
  for (const [index, plain] of all.entries()) {
    if (TITLES.has(plain) && all.length > 1) continue;
    if (WIDOWED.has(plain) && words.length > 0) {
      mayBeMarried = true;
      continue;
    }
    if (PARTICLES.has(plain) && all.length > 1) {
      if (slot === "surnames" && plain === "de" && words.length > 0 && !PARTICLES.has(all[index + 1] ?? "la"))
        mayBeMarried = true;
      continue;
    }
    (mayBeMarried ? married : words).push(wordOf(plain));
  }
  return words.length === 0 ? { words: married, married: [] } : { words, married };
}

const FUSED = /^(dela|delos|delas|del|de|la|las|los|san)(?=\p{L}{4,}$)/u;

/** One word of a name as it is compared. */
export function takeApart(plain: string): NameWord {
  const bare = plain.replace(FUSED, "");
  const longer = Object.hasOwn(NICKNAMES, plain) ? NICKNAMES[plain] : undefined;
  return {
    plain,
    sound: soundOf(plain),
    bare: bare === plain ? null : soundOf(bare),
    longer: longer ? soundOf(longer) : null,
    initial: plain.length === 1,
  };
}
