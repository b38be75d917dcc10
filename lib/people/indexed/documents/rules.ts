/** An identity number as it is compared: digits and letters, capitals, without leading zeros. */
export const numberOf = (written: string): string =>
  /^[1-9]\d*$/.test(written)
    ? written
    : written
        .replace(/[^\p{L}\p{N}]/gu, "")
        .toUpperCase()
        .replace(/^0+/, "");

/** What a number and the same one with digits swapped have in common. */
export const anagramOf = (number: string): string => [...number].sort().join("");

/** Digits of a number that a machine's number holds to the last. */
const DIGITS = /^\d{1,15}$/;
/** How many more digits than those typed a number that begins so may have. */
export const MOST_MORE = 4;

/** Which place of an index bears which number, side by side in memory: a question passes over all of them. */
export class Papers {
  /** The same for a number and its digits in another order; 0 where there is none. */
  private signs = new Int32Array(1024);
  private values = new Float64Array(1024);
  /** Places whose number has letters, as passports have. */
  private readonly lettered = new Map<number, string>();

  put(place: number, number: string): void {
    if (number === "") return;
    this.makeRoom(place);
    this.signs[place] = signOf(number);
    if (DIGITS.test(number)) this.values[place] = Number(number);
    else this.lettered.set(place, number);
  }

  take(place: number): void {
    if (place >= this.signs.length) return;
    this.signs[place] = 0;
    this.values[place] = 0;
    this.lettered.delete(place);
  }

  /** Whoever bears this number, or one with the same digits in another order. */
  withDigitsOf(number: string, numberAt: (place: number) => string): number[] {
    if (number === "") return [];
    const [sign, anagram] = [signOf(number), anagramOf(number)];
    const found: number[] = [];
    for (let place = 0; place < this.signs.length; place++)
      if (this.signs[place] === sign && anagramOf(numberAt(place)) === anagram) found.push(place);
    return found;
  }

  /** Whoever may bear this number, one that begins so, or one that somebody wrote a digit off: never without one of them. */
  around(number: string): number[] {
    const found = [...this.lettered.keys()];
    if (!DIGITS.test(number)) {
      for (let place = 0; place < this.signs.length; place++)
        if (this.signs[place] !== 0 && !this.lettered.has(place)) found.push(place);
      return found;
    }
    const slips = slipsOf(number);
    const value = Number(number);
    for (let place = 0; place < this.values.length; place++) {
      const other = this.values[place] ?? 0;
      if (other === 0) continue;
      if (begins(other, value) || slips.has(other)) found.push(place);
    }
    return found;
  }

  private makeRoom(place: number): void {
    if (place < this.signs.length) return;
    const room = Math.max(place + 1, 2 * this.signs.length);
    const [signs, values] = [new Int32Array(room), new Float64Array(room)];
    signs.set(this.signs);
    values.set(this.values);
    this.values.fill(0);
    [this.signs, this.values] = [signs, values];
  }
}

function signOf(number: string): number {
  let sign = 0;
  for (let at = 0; at < number.length; at++)
    sign = (sign + Math.imul(number.charCodeAt(at) + 1, 0x9e3779b1) * (number.charCodeAt(at) | 1)) | 0;
  return sign || 1;
}

function begins(other: number, value: number): boolean {
  if (other < value) return false;
  let [from, to] = [value, value + 1];
  for (let more = 0; more <= MOST_MORE; more++) {
    if (other < from) return false;
    if (other < to) return true;
    from *= 10;
    to *= 10;
  }
  return false;
}

/** The numbers a digit changed, two neighbours swapped, one left out or one put in away from this. */
function slipsOf(number: string): Set<number> {
  const slips = new Set<number>();
  for (let at = 0; at <= number.length; at++) {
    const [before, after] = [number.slice(0, at), number.slice(at)];
    slips.add(Number(before + after.slice(1)));
    if (after.length > 1) slips.add(Number(before + after[1] + after[0] + after.slice(2)));
    for (let digit = 0; digit <= 9; digit++) {
      slips.add(Number(before + digit + after));
      if (after !== "") slips.add(Number(before + digit + after.slice(1)));
    }
  }
  return slips;
}
