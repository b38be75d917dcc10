import { comparePapers } from "../../../matching/evidence/rules";
import { MOST_MORE, numberOf } from "../../documents/rules";
import type { NameIndex } from "../../rules";

const ANNOUNCED = /^(CI|CEDULA|PASAPORTE|PASSPORT|[VEP])(?=\d)/;
/** Fewer digits are part of too many numbers. */
const LEAST_DIGITS = 5;

/** A reference as somebody writes or says it: without its dash, small, O for 0, I and L for 1. Empty where it is none. */
export function referenceIn(typed: string): string {
  const text = barely(typed).replaceAll("O", "0").replace(/[IL]/g, "1");
  return text.length === 6 ? `${text.slice(0, 4)}-${text.slice(4)}` : "";
}

/** The identity number somebody typed, however written. Empty where it is none. */
export function numberIn(typed: string): string {
  const text = barely(typed).replace(ANNOUNCED, "");
  const digits = text.replace(/\D/g, "").length;
  return digits >= LEAST_DIGITS && text.length - digits <= 3 && text.length <= 20 ? numberOf(text) : "";
}

/** Places of the index with this number, with two of its digits swapped, with one wrong, or that begins so; each with how well it fits. */
export function byNumber(index: NameIndex, number: string): Float32Array {
  const found = new Float32Array(index.entries.length);
  if (number === "") return found;
  const asked = { id: { kind: "V", number } };
  for (const place of index.papers.around(number)) {
    const theirs = index.entries[place]?.number ?? "";
    if (theirs === "" || Math.abs(theirs.length - number.length) > MOST_MORE) continue;
    if (theirs === number) found[place] = 1;
    else if (theirs.startsWith(number)) found[place] = 0.7;
    else if (mayBeASlip(theirs, number)) {
      const [said] = comparePapers(asked as never, { id: { kind: "V", number: theirs } } as never).reasons;
      if (said === "id_digits_swapped") found[place] = 0.9;
      else if (said === "id_one_digit") found[place] = 0.8;
    }
  }
  return found;
}

/** But for one or two digits side by side everything is equal: so the ends agree. */
function mayBeASlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let to = 0;
  while (to < a.length - from && a[a.length - 1 - to] === b[b.length - 1 - to]) to++;
  return a.length - from - to <= 2;
}

const barely = (typed: string): string =>
  typed
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");
