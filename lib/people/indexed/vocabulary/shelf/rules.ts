import type { NameWord } from "../../../matching/names/rules";

/**
 * Words that begin alike, and of each what tells cheaply that it is another: which letters it has, how long it is, how it begins. The
 * numbers lie side by side in memory, so that tens of thousands are passed over in the time a few are compared.
 */
export class Shelf<Word extends NameWord> {
  readonly words: Word[] = [];
  private sounding = new Int32Array(16);
  private written = new Int32Array(16);
  private lengths = new Uint8Array(16);
  private beginnings = new Int32Array(16);
  private soundsBegun = new Int32Array(16);

  add(word: Word): void {
    const at = this.words.push(word) - 1;
    if (at >= this.lengths.length) this.grow();
    this.sounding[at] = lettersOf(word.sound);
    this.written[at] = lettersOf(word.plain);
    this.lengths[at] = Math.min(255, word.sound.length);
    this.beginnings[at] = beginningOf(word.plain);
    this.soundsBegun[at] = beginningOf(word.sound);
  }

  remove(word: Word): void {
    const at = this.words.indexOf(word);
    const moved = this.words.pop();
    if (at < 0 || !moved || at === this.words.length) return;
    this.words[at] = moved;
    const end = this.words.length;
    for (const column of [this.sounding, this.written, this.lengths, this.beginnings, this.soundsBegun])
      column[at] = column[end] ?? 0;
  }

  /** Those that are not too far from this word by their letters: never without one that is but for a letter or three the same. */
  *maybeNear(word: NameWord): Generator<Word> {
    const [sounding, written, length] = [lettersOf(word.sound), lettersOf(word.plain), word.sound.length];
    for (let at = 0; at < this.words.length; at++) {
      const longer = Math.max(length, this.lengths[at] ?? 0);
      const most = longer >= 10 ? 6 : longer >= 6 ? 4 : 2;
      if (
        lettersIn((this.sounding[at] ?? 0) ^ sounding) > most &&
        lettersIn((this.written[at] ?? 0) ^ written) > most
      )
        continue;
      const other = this.words[at];
      if (other) yield other;
    }
  }

  /** Those that begin so, as written or, where asked for, as they sound. */
  *beginning(plain: string, sound: string | null): Generator<Word> {
    const [begun, mask] = [beginningOf(plain), maskOf(plain)];
    const [heard, heardMask] = sound === null ? [-1, 0] : [beginningOf(sound), maskOf(sound)];
    for (let at = 0; at < this.words.length; at++) {
      const mayBe = ((this.beginnings[at] ?? 0) & mask) === begun;
      const maySound = ((this.soundsBegun[at] ?? 0) & heardMask) === heard;
      if (!mayBe && !maySound) continue;
      const other = this.words[at];
      if (
        other &&
        ((mayBe && other.plain.startsWith(plain)) || (sound !== null && other.sound.startsWith(sound)))
      )
        yield other;
    }
  }

  private grow(): void {
    const larger = <Column extends Int32Array | Uint8Array>(column: Column, made: Column): Column => {
      made.set(column);
      return made;
    };
    const room = 2 * this.lengths.length;
    this.sounding = larger(this.sounding, new Int32Array(room));
    this.written = larger(this.written, new Int32Array(room));
    this.lengths = larger(this.lengths, new Uint8Array(room));
    this.beginnings = larger(this.beginnings, new Int32Array(room));
    this.soundsBegun = larger(this.soundsBegun, new Int32Array(room));
  }
}

/** Which letters a text has, a bit each. */
function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

/** How many bits are set. */
function lettersIn(bits: number): number {
  let all = bits - ((bits >>> 1) & 0x55555555);
  all = (all & 0x33333333) + ((all >>> 2) & 0x33333333);
  return Math.imul((all + (all >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Its first four letters in one number; and what of that number a shorter beginning says. */
function beginningOf(text: string): number {
  let four = 0;
  for (let at = 0; at < 4 && at < text.length; at++) four |= (text.charCodeAt(at) & 255) << (8 * at);
  return four;
}
const maskOf = (text: string): number => (text.length >= 4 ? -1 : (1 << (8 * text.length)) - 1);
