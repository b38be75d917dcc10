import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { packArchive } from "@/lib/balances/archive/rules";
import { manifestBytes, publicFiles, renderFiles, sha256 } from "@/lib/balances/files/rules";
import type { BalanceFile, Manifest } from "@/lib/balances/files/schema";
import { canonical } from "@/lib/balances/rules";
import type { BalanceContent } from "@/lib/balances/schema";
import { allHold, verifyFollows, verifyZip } from "@/lib/balances/verification/rules";
import { newSigner, signatureOf, signedZip, wholeBalance } from "../../support/signed-balance";

const [one, two, stranger] = [newSigner(), newSigner(), newSigner()];
const content = wholeBalance();
const made = signedZip(content, [one, two]);
const failed = (zip: Uint8Array, pins: string[] = []) =>
  verifyZip(zip, pins)
    .checks.filter(({ holds }) => !holds)
    .map(({ name }) => name);
const pins = [one.publicKey, two.publicKey];

/** A generator of one's own, so that a failure can be run again: mulberry32. */
function random(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number) => Math.floor(next() * n);
  const of = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  return { below, of };
}
type Random = ReturnType<typeof random>;

const change = (files: BalanceFile[], name: string, bytes: Uint8Array) =>
  files.map((file) => (file.name === name ? { name, bytes: new Uint8Array(bytes) } : file));
const textOf = (name: string) =>
  Buffer.from(made.files.find((file) => file.name === name)?.bytes ?? []).toString("utf8");

/** Another number somewhere in the numbers, with every file, hash and sum made again around it; the signatures stay. */
function otherNumber({ below }: Random): Uint8Array {
  const text = canonical(content);
  const numbers = [...text.matchAll(/(?<=:)\d+(?=[,}])/g)].filter((match) => match[0] !== "2");
  const chosen = numbers[below(numbers.length)];
  if (!chosen) throw new Error("no number to change");
  const other = String(Number(chosen[0]) + 10 * (1 + below(9)));
  const forged = JSON.parse(
    text.slice(0, chosen.index) + other + text.slice(chosen.index + chosen[0].length),
  ) as BalanceContent;
  const files = renderFiles(forged);
  const told = JSON.parse(Buffer.from(made.manifest).toString("utf8")) as Manifest;
  const manifest = manifestBytes({
    ...told,
    files: files.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: sha256(bytes) })),
  });
  return publicFiles(files, manifest, JSON.parse(textOf("signatures.json"))).zip;
}

const tamperings: Record<string, (random: Random) => Uint8Array> = {
  "flip a bit anywhere": ({ below }) => {
    const zip = new Uint8Array(made.zip);
    const at = below(zip.length);
    zip[at] = (zip[at] ?? 0) ^ (1 << below(8));
    return zip;
  },
  "flip a bit of one file and pack again": ({ below, of }) => {
    const file = of(made.files);
    const bytes = new Uint8Array(file.bytes);
    const at = below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    return packArchive(change(made.files, file.name, bytes));
  },
  "another number, all hashes made again": otherNumber,
  "another number in a table, its hashes made again": ({ of, below }) => {
    const name = of(["tables.csv", "flows.csv", "reconciliation.csv", "series.csv", "claims.csv"]);
    const bytes = Buffer.from(textOf(name).replace(/\d+(?=\D*$)/, (n) => String(Number(n) + 1 + below(9))));
    const told = JSON.parse(Buffer.from(made.manifest).toString("utf8")) as Manifest;
    const files = change(made.files.slice(0, told.files.length), name, bytes);
    const manifest = manifestBytes({
      ...told,
      files: files.map((file) => ({
        name: file.name,
        size: file.bytes.length,
        sha256: sha256(file.bytes),
      })),
    });
    return publicFiles(files, manifest, JSON.parse(textOf("signatures.json"))).zip;
  },
  "drop an entry": ({ below }) => packArchive(made.files.toSpliced(below(made.files.length), 1)),
  "add an entry": ({ below }) =>
    packArchive(
      made.files.toSpliced(below(made.files.length + 1), 0, { name: "x.txt", bytes: new Uint8Array(3) }),
    ),
  "two entries change places": ({ below }) => {
    const files = [...made.files];
    const [a, b] = [below(files.length), below(files.length - 1)];
    const c = b >= a ? b + 1 : b;
    const [x, y] = [files[a], files[c]];
    if (x && y) [files[a], files[c]] = [y, x];
    return packArchive(files);
  },
  "an entry twice": ({ below }) => {
    const twin = packArchive(made.files.slice(0, 1 + below(made.files.length)));
    return new Uint8Array(Buffer.concat([twin, made.zip]));
  },
  "the signatures change keys": ({ of }) => {
    const [a, b] = JSON.parse(textOf("signatures.json"));
    const swapped = of([
      [b, a],
      [
        { ...a, signature: b.signature },
        { ...b, signature: a.signature },
      ],
      [a, a],
    ]);
    return packArchive(change(made.files, "signatures.json", Buffer.from(canonical(swapped))));
  },
  "a signature by another key": ({ of }) => {
    const signed = of([
      [signatureOf(one, made.manifest), signatureOf(stranger, made.manifest)],
      [signatureOf(stranger, made.manifest), signatureOf(two, made.manifest)],
    ]);
    return publicFiles(renderFiles(content), made.manifest, signed).zip;
  },
  "cut short": ({ below }) => made.zip.slice(0, below(made.zip.length)),
  "bytes after the end": ({ below }) =>
    new Uint8Array(Buffer.concat([made.zip, Buffer.alloc(1 + below(40), below(256))])),
  "bytes before the beginning": ({ below }) =>
    new Uint8Array(Buffer.concat([Buffer.alloc(1 + below(40), below(256)), made.zip])),
};

describe("a balance's zip", () => {
  test("as two signed it, everything holds; with the right keys pinned as well", () => {
    expect(failed(made.zip)).toEqual([]);
    expect(failed(made.zip, pins)).toEqual([]);
    expect(failed(made.zip, [one.publicKey])).toEqual(["pins"]);
    expect(failed(made.zip, [one.publicKey, stranger.publicKey])).toEqual(["pins"]);
  });

  test("the same numbers are the same bytes, whatever the day and the zone", () => {
    const again = signedZip(content, [two, one]).zip;
    expect(Buffer.compare(again, made.zip)).toBe(0);
    const zone = process.env.TZ;
    process.env.TZ = "Pacific/Apia";
    expect(Buffer.compare(packArchive(made.files), made.zip)).toBe(0);
    process.env.TZ = zone;
  });

  test("one thousand tamperings, each detected", () => {
    const kinds = Object.entries(tamperings);
    const dice = random(20_260_126);
    const unseen: string[] = [];
    for (let n = 0; n < 1000; n++) {
      const [name, tamper] = kinds[n % kinds.length] ?? [];
      if (!name || !tamper) throw new Error("no tampering");
      const zip = tamper(dice);
      if (Buffer.compare(zip, made.zip) === 0) throw new Error(`${name} changed nothing`);
      if (allHold(verifyZip(zip, []))) unseen.push(`${n}: ${name}`);
    }
    expect(unseen).toEqual([]);
  }, 90_000);

  test("every byte of the zip matters: each flipped once in turn", () => {
    const step = 7;
    for (let at = 0; at < made.zip.length; at += step) {
      const zip = new Uint8Array(made.zip);
      zip[at] = (zip[at] ?? 0) ^ 0xff;
      if (allHold(verifyZip(zip, []))) throw new Error(`byte ${at} of ${made.zip.length} does not matter`);
    }
  });
});

describe("numbers that two signed and do not agree are seen all the same", () => {
  const signedAnyway = (change: Partial<BalanceContent>) =>
    failed(signedZip(wholeBalance(change), [one, two]).zip);
  const moved = (terms: object, rest: object = {}) => {
    const { change } = wholeBalance();
    if (!change) throw new Error("no change");
    const { reconciliation } = change;
    return {
      change: {
        ...change,
        reconciliation: { ...reconciliation, terms: { ...reconciliation.terms, ...terms }, ...rest },
      },
    };
  };

  test("a division, an account, a flow, a series", () => {
    const { held, partitions } = wholeBalance();
    const sex = { man: 1500, woman: 181, othersOrUnknown: 31 };
    expect(signedAnyway({ partitions: { ...partitions, sex } })).toEqual(["sums"]);
    expect(signedAnyway({ held: { ...held, total: 1712 } })).toEqual(["sums", "closes", "series"]);
    expect(signedAnyway(moved({ corrections: 3 }))).toEqual(["closes"]);
    expect(signedAnyway(moved({}, { residual: 1 }))).toEqual(["closes"]);
    expect(signedAnyway(moved({ newDetentions: 13, corrections: 1 }))).toEqual(["flows"]);
    expect(signedAnyway({ series: wholeBalance().series.slice(0, 2) })).toEqual(["series"]);
  });
});

test("a zip of the first day of format 2 still verifies: what was published stays readable for ever", () => {
  const old = readFileSync("tests/unit/balances/format-2.zip");
  const verdict = verifyZip(old, []);
  expect(verdict.checks.filter(({ holds }) => !holds)).toEqual([]);
  expect(verdict.content).toMatchObject({ format: 2, slug: "2025-12-25-1", held: { total: 609 } });
});

describe("a chain", () => {
  const second = (previous: Manifest["previous"], opening = 1711) => {
    const next = wholeBalance({
      slug: "2026-02-02",
      at: "2026-02-03T04:00:00Z",
      known: "2026-02-03T04:00:00Z",
    });
    next.series = [...content.series, { slug: "2026-02-02", at: next.at, published: 1711, restated: 1711 }];
    if (next.change) {
      const { reconciliation } = next.change;
      const corrections = reconciliation.terms.corrections + 1711 - opening;
      next.change = {
        ...next.change,
        from: { slug: content.slug, at: content.at, known: content.known },
        reconciliation: { ...reconciliation, opening, terms: { ...reconciliation.terms, corrections } },
      };
    }
    return verifyZip(signedZip(next, [one, two], previous).zip, []);
  };
  const first = verifyZip(made.zip, []);
  const signed = { slug: content.slug, sha256: sha256(made.manifest) };

  test("follows when it opens with the total before and names what was signed then", () => {
    const after = second(signed);
    expect(allHold(after)).toBe(true);
    expect(verifyFollows(first, after).holds).toBe(true);
  });

  test("does not follow another total, another manifest, a missing balance", () => {
    expect(verifyFollows(first, second(signed, 1710)).holds).toBe(false);
    expect(verifyFollows(first, second({ ...signed, sha256: sha256(made.zip) })).holds).toBe(false);
    expect(verifyFollows(first, second(null)).holds).toBe(false);
    expect(verifyFollows(first, first).holds).toBe(false);
  });
});
