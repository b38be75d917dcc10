import { describe, expect, test } from "vitest";
import { checkDigit, checksOut } from "@/lib/core/damm";
import { argon2id, PASSPHRASE, RECEIPT } from "@/lib/vault/argon";
import { passphraseKey } from "@/lib/vault/passphrase";
import { deriveFromCode, formatCode, newCode, normaliseCode } from "@/lib/vault/receipt";
import { sodium } from "@/lib/vault/sodium";

const PEPPER = "a pepper that only tests have.......";
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

describe("minting", () => {
  test("a hundred thousand codes: none twice, none beginning 01, every digit everywhere, all check out", () => {
    const codes = new Set<string>();
    const seen = Array.from({ length: 20 }, () => new Array<number>(10).fill(0));
    for (let n = 0; n < 100_000; n++) {
      const code = newCode();
      codes.add(code);
      for (const [at, digit] of [...code].entries()) {
        const column = seen[at];
        if (column) column[Number(digit)] = (column[Number(digit)] ?? 0) + 1;
      }
    }
    expect(codes.size).toBe(100_000);
    for (const code of codes) {
      expect(/^(?!01)\d{20}$/.test(code)).toBe(true);
      expect(checksOut(code)).toBe(true);
    }
    for (const column of seen) for (const count of column) expect(count).toBeGreaterThan(8500);
  });
});

describe("the check digit", () => {
  test("known answer: 572 is checked by 4 (Damm)", () => expect(checkDigit("572")).toBe("4"));

  test("catches every single wrong digit and every swap of neighbours", () => {
    for (let n = 0; n < 200; n++) {
      const code = newCode();
      for (let at = 0; at < 20; at++) {
        for (let digit = 0; digit < 10; digit++) {
          const wrong = code.slice(0, at) + digit + code.slice(at + 1);
          if (wrong !== code) expect(checksOut(wrong)).toBe(false);
        }
        const swapped = code.slice(0, at) + (code[at + 1] ?? "") + code[at] + code.slice(at + 2);
        if (at < 19 && swapped !== code) expect(checksOut(swapped)).toBe(false);
      }
    }
  });
});

describe("typing", () => {
  const nineteen = "3405118902776150438";
  const code = nineteen + checkDigit(nineteen);

  test.each([
    ["in groups", formatCode(code)],
    ["with dashes", code.replace(/(\d{4})/g, "$1-")],
    ["with long dashes and dots", code.replace(/(\d{4})/g, "$1–.")],
    ["letter O for zero, l and I for one", code.replaceAll("0", "O").replace("1", "l").replace("1", "I")],
    ["full-width digits", code.replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d)))],
    ["Arabic digits", code.replace(/\d/g, (d) => String.fromCodePoint(0x660 + Number(d)))],
    ["invisible marks and no-break spaces", `\u200e${formatCode(code).replaceAll(" ", "\u00a0\u200b")}\n`],
    ["parts in brackets", `(${code.slice(0, 4)}) ${code.slice(4)}`],
  ])("%s is understood", (_how, typed) => expect(normaliseCode(typed)).toBe(code));

  test.each([
    ["nothing", ""],
    ["one digit short", code.slice(1)],
    ["one digit long", `${code}0`],
    ["a wrong digit", code.replace("34", "35")],
    ["letters", `${code.slice(0, 19)}x`],
    ["a bank account", `01${code.slice(2)}`],
    ["very long", "1".repeat(100_000)],
  ])("%s is no code", (_how, typed) => expect(normaliseCode(typed)).toBeNull());

  test("is shown in five groups of four", () => expect(formatCode(code)).toMatch(/^(\d{4} ){4}\d{4}$/));
});

describe("what a code gives", () => {
  test("always the same under one pepper, all different from each other, and other under another pepper", async () => {
    const [one, again, elsewhere] = [
      await deriveFromCode("34051189027761504380", PEPPER),
      await deriveFromCode("34051189027761504380", PEPPER),
      await deriveFromCode("34051189027761504380", `${PEPPER}!`),
    ];
    expect(again).toEqual(one);
    const all = [...Object.values(one), ...Object.values(elsewhere)].map(hex);
    expect(new Set(all).size).toBe(8);
    expect(one.lookup).toHaveLength(32);
    expect(hex(sodium.crypto_scalarmult_base(one.threadPrivateKey))).toBe(hex(one.threadPublicKey));
  });

  test("libsodium's own Argon2id answers the same, at both costs", async () => {
    const salt = new Uint8Array(16).fill(5);
    for (const cost of [RECEIPT, PASSPHRASE]) {
      const theirs = sodium.crypto_pwhash(
        32,
        "una frase",
        salt,
        cost.passes,
        cost.memoryKiB * 1024,
        sodium.crypto_pwhash_ALG_ARGON2ID13,
      );
      expect(hex(await argon2id("una frase", salt, 32, cost))).toBe(hex(theirs));
    }
    expect([RECEIPT.memoryKiB, RECEIPT.passes]).toEqual([19 * 1024, 2]);
    expect([PASSPHRASE.memoryKiB, PASSPHRASE.passes]).toEqual([64 * 1024, 3]);
  });

  test("a flood is refused rather than run", async () => {
    const narrow = { memoryKiB: 8, passes: 1, atOnce: 1, waiting: 3 };
    const salt = new Uint8Array(16);
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => argon2id("x", salt, 32, narrow)));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(4);
    expect(all.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "server_busy" },
    });
    await expect(argon2id("x", salt, 32, narrow)).resolves.toHaveLength(32);
  });

  test("a passphrase typed on another keyboard makes the same key", async () => {
    const salt = new Uint8Array(16);
    expect(hex(await passphraseKey("canción de cuna é", salt))).toBe(
      hex(await passphraseKey("cancio\u0301n de cuna e\u0301", salt)),
    );
  });
});
