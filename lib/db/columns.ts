/** What a column may hold, by the name PostgreSQL gives it and the number it knows it by. */
const numbers = {
  bool: 16,
  bytea: 17,
  int4: 23,
  text: 25,
  float8: 701,
  date: 1082,
  timestamptz: 1184,
  uuid: 2950,
  tstzrange: 3910,
} as const;
type TypeName = keyof typeof numbers;

/** A range of moments in milliseconds; null is endless, and `…Inside` whether the end itself belongs to it. */
export interface Span {
  from: number | null;
  fromInside: boolean;
  to: number | null;
  toInside: boolean;
}

interface Cells {
  bool: boolean;
  bytea: Uint8Array;
  int4: number;
  text: string | readonly string[];
  float8: number;
  /** As ISO writes it. */
  date: string;
  /** Milliseconds since 1970 are as good as a Date. */
  timestamptz: Date | number;
  uuid: string;
  tstzrange: Span;
}

/** Every column of some rows as one array, in the bytes that PostgreSQL itself would send. */
export type Columns<Name extends string> = Record<Name, Uint8Array<ArrayBuffer>>;

/**
 * The columns of many rows for `INSERT … SELECT * FROM unnest(…)`, each a parameter to be cast to the array of its type: nothing is
 * written out as text and read again, which was a fifth of the work of an import. A list within a row is a literal: cast it to its
 * array in the SELECT. Null where there are no rows.
 */
export function columnsOf<Types extends Record<string, TypeName>>(
  rows: readonly { [Name in keyof Types]: Cells[Types[Name]] | null }[],
  types: Types,
): Columns<keyof Types & string> | null {
  if (rows.length === 0) return null;
  const names = Object.keys(types) as (keyof Types & string)[];
  const columns = names.map((name) => {
    const type = types[name] as Types[typeof name];
    const into = new ArrayBytes(numbers[type], rows.length);
    const write = writers[type] as (into: ArrayBytes, cell: Cells[typeof type]) => void;
    for (const row of rows) {
      const cell = row[name];
      if (cell === null) into.nothing();
      else write(into, cell);
    }
    return [name, into.done()] as const;
  });
  return Object.fromEntries(columns) as Columns<keyof Types & string>;
}

const writers: { [Type in TypeName]: (into: ArrayBytes, cell: Cells[Type]) => void } = {
  bool: (into, cell) => into.byte(cell ? 1 : 0),
  bytea: (into, cell) => into.bytes(cell),
  int4: (into, cell) => into.int(cell),
  text: (into, cell) => into.text(typeof cell === "string" ? cell : listText(cell)),
  float8: (into, cell) => into.float(cell),
  date: (into, cell) => into.int(Date.parse(cell) / 86_400_000 - 10_957),
  timestamptz: (into, cell) => into.moment(typeof cell === "number" ? cell : cell.getTime()),
  uuid: (into, cell) => into.uuid(cell),
  tstzrange: (into, cell) => into.span(cell),
};

const listText = (list: readonly string[]) =>
  `{${list.map((text) => `"${text.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;

const Y2000 = 946_684_800_000;
const HEADER = 20;

/** One array of PostgreSQL in its own bytes, element by element. */
class ArrayBytes {
  private buffer: Buffer;
  private at = HEADER;

  constructor(type: number, length: number) {
    this.buffer = Buffer.allocUnsafe(HEADER + 24 * length);
    // One dimension, nulls allowed, the type of its elements, how many, counted from one.
    for (const [place, word] of [1, 1, type, length, 1].entries()) this.buffer.writeInt32BE(word, 4 * place);
  }

  nothing(): void {
    this.room(4);
    this.word(-1);
  }

  byte(value: number): void {
    this.room(5);
    this.word(1);
    this.buffer[this.at++] = value;
  }

  int(value: number): void {
    this.room(8);
    this.word(4);
    this.word(value);
  }

  float(value: number): void {
    this.room(12);
    this.word(8);
    this.at = this.buffer.writeDoubleBE(value, this.at);
  }

  moment(milliseconds: number): void {
    this.room(12);
    this.word(8);
    this.microseconds(milliseconds);
  }

  bytes(value: Uint8Array): void {
    this.room(4 + value.length);
    this.word(value.length);
    this.buffer.set(value, this.at);
    this.at += value.length;
  }

  text(value: string): void {
    this.room(4 + 3 * value.length);
    const start = this.at + 4;
    let end = start;
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index);
      if (code > 127) {
        end = start + this.buffer.write(value, start, "utf8");
        break;
      }
      this.buffer[end++] = code;
    }
    this.word(end - start);
    this.at = end;
  }

  uuid(value: string): void {
    this.room(20);
    this.word(16);
    for (let index = 0; index < value.length; index += 2) {
      if (value.charCodeAt(index) === 45) index++;
      this.buffer[this.at++] = (nibble(value.charCodeAt(index)) << 4) | nibble(value.charCodeAt(index + 1));
    }
  }

  span({ from, fromInside, to, toInside }: Span): void {
    this.room(29);
    const open = (from === null ? 8 : 0) | (to === null ? 16 : 0);
    const inside = (from !== null && fromInside ? 2 : 0) | (to !== null && toInside ? 4 : 0);
    this.word(1 + (from === null ? 0 : 12) + (to === null ? 0 : 12));
    this.buffer[this.at++] = open | inside;
    for (const end of [from, to]) {
      if (end === null) continue;
      this.word(8);
      this.microseconds(end);
    }
  }

  /** A copy that owns its memory, so that it can be handed to another thread without one. */
  done(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.buffer.subarray(0, this.at));
  }

  private word(value: number): void {
    this.at = this.buffer.writeInt32BE(value, this.at);
  }

  private microseconds(milliseconds: number): void {
    const whole = (milliseconds - Y2000) * 1000;
    const high = Math.floor(whole / 2 ** 32);
    this.word(high);
    this.at = this.buffer.writeUInt32BE(whole - high * 2 ** 32, this.at);
  }

  private room(more: number): void {
    if (this.at + more <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.buffer.length + more));
    this.buffer.copy(larger, 0, 0, this.at);
    this.buffer = larger;
  }
}

const nibble = (code: number) => (code < 58 ? code - 48 : (code | 32) - 87);
