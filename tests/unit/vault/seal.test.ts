import { createCipheriv } from "node:crypto";
import { describe, expect, test } from "vitest";
import { keysOf, newVault } from "@/lib/vault/keys";
import { DoesNotOpen, pack, unpack } from "@/lib/vault/padding";
import { newPersonKey, openPersonKey, openUnderVault, sealUnderVault } from "@/lib/vault/person";
import { newRecoveryIdentity, unwrapFromRecovery } from "@/lib/vault/recovery";
import { openFromVault, openUnder, openWith, sealTo, sealToVault, sealUnder } from "@/lib/vault/seal";
import { newSigningPair, sign, verifies } from "@/lib/vault/signing";
import { sodium } from "@/lib/vault/sodium";

const hex = (text: string) => Uint8Array.from(Buffer.from(text, "hex"));
const words = { name: "Ana Inventada", said: "Ñandú, güiro, 猫 🕯️", list: [1, null, { deep: true }] };
const everyByteFlipped = (sealed: Uint8Array, step = 1) =>
  Array.from({ length: Math.ceil(sealed.length / step) }, (_, n) => {
    const broken = Uint8Array.from(sealed);
    broken[n * step] = (broken[n * step] ?? 0) ^ 1;
    return broken;
  });

describe("sealed under a key", () => {
  const key = sodium.randombytes_buf(32);

  test("opens in its own context, whole", () => {
    expect(openUnder(key, sealUnder(key, words, "person|identity|1"), "person|identity|1")).toEqual(words);
  });

  test("does not open in another context, under another key, or cut short", () => {
    const sealed = sealUnder(key, words, "person|identity|1");
    expect(() => openUnder(key, sealed, "person|identity|2")).toThrow(DoesNotOpen);
    expect(() => openUnder(sodium.randombytes_buf(32), sealed, "person|identity|1")).toThrow(DoesNotOpen);
    for (const length of [0, 1, 24, 25, 40, sealed.length - 1]) {
      expect(() => openUnder(key, sealed.subarray(0, length), "person|identity|1")).toThrow(DoesNotOpen);
    }
  });

  test("does not open with any one byte changed", () => {
    for (const broken of everyByteFlipped(sealUnder(key, words, "c"))) {
      expect(() => openUnder(key, broken, "c")).toThrow(DoesNotOpen);
    }
  });

  test("the same words never look the same, nor tell their length", () => {
    const [one, two] = [sealUnder(key, "sí", "c"), sealUnder(key, "sí", "c")];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
    expect(sealUnder(key, "x".repeat(200), "c")).toHaveLength(one.length);
  });
});

describe("sealed to the vault", () => {
  test("opens with its private half alone, and not with one byte changed", async () => {
    const identity = await newRecoveryIdentity(new Date(0));
    const { keys } = await newVault(identity.recipient);
    const sealed = await sealToVault(keys.publicKey, words);
    expect(await openFromVault(keys, sealed)).toEqual(words);
    const { keys: other } = await newVault(identity.recipient);
    await expect(openFromVault(other, sealed)).rejects.toThrow(DoesNotOpen);
    for (const broken of everyByteFlipped(sealed, 7)) {
      await expect(openFromVault(keys, broken)).rejects.toThrow(DoesNotOpen);
    }
  });

  test("the private half must be the public one's", async () => {
    const { recipient } = await newRecoveryIdentity(new Date(0));
    const [one, two] = [await newVault(recipient), await newVault(recipient)];
    expect(() => keysOf(one.keys.vaultId, two.keys.privateKey, one.keys.publicKey)).toThrow(
      "not the vault's",
    );
  });

  test("the recovery identity opens the wrap; another one does not", async () => {
    const [mine, another] = [await newRecoveryIdentity(new Date(0)), await newRecoveryIdentity(new Date(0))];
    const { keys, wrapped } = await newVault(mine.recipient);
    expect(Buffer.from(await unwrapFromRecovery(mine.file, wrapped))).toEqual(Buffer.from(keys.privateKey));
    await expect(unwrapFromRecovery(another.file, wrapped)).rejects.toThrow();
    await expect(unwrapFromRecovery("nothing", wrapped)).rejects.toThrow("not an age identity");
  });

  test("a person's key opens under their vault alone", async () => {
    const { recipient } = await newRecoveryIdentity(new Date(0));
    const [{ keys }, { keys: other }] = [await newVault(recipient), await newVault(recipient)];
    const { key, wrapped } = newPersonKey(keys);
    expect(Buffer.from(openPersonKey(keys, wrapped))).toEqual(Buffer.from(key));
    expect(() => openPersonKey(other, wrapped)).toThrow(DoesNotOpen);
    expect(
      openUnderVault(keys, sealUnderVault(keys, words, "decision|reason|1"), "decision|reason|1"),
    ).toEqual(words);
  });
});

describe("known answers", () => {
  test("XChaCha20-Poly1305, from the IRTF draft (A.3.1)", () => {
    const box = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
      hex("50515253c0c1c2c3c4c5c6c7"),
      null,
      hex("404142434445464748494a4b4c4d4e4f5051525354555657"),
      hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"),
    );
    expect(Buffer.from(box).toString("hex")).toMatch(
      /^bd6d179d3e83d43b9576579493c0e939.*c0875924c1c7987947deafd8780acf49$/,
    );
  });

  test("what libsodium sealed, OpenSSL's ChaCha20-Poly1305 makes too", () => {
    const [key, nonce] = [Buffer.alloc(32, 7), Buffer.alloc(12, 9)];
    const cipher = createCipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
    cipher.setAAD(Buffer.from("aad"), { plaintextLength: 4 });
    const theirs = Buffer.concat([cipher.update("hola"), cipher.final(), cipher.getAuthTag()]);
    const ours = sodium.crypto_aead_chacha20poly1305_ietf_encrypt("hola", "aad", null, nonce, key);
    expect(Buffer.from(ours)).toEqual(theirs);
  });

  test("X25519, from RFC 7748 (6.1)", () => {
    const alice = hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
    expect(Buffer.from(sodium.crypto_scalarmult_base(alice)).toString("hex")).toBe(
      "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a",
    );
  });

  test("Ed25519, from RFC 8032 (test 1), and a signature of our own", () => {
    const seed = hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    const pair = sodium.crypto_sign_seed_keypair(seed);
    expect(Buffer.from(sign(pair.privateKey, new Uint8Array())).toString("hex")).toMatch(
      /^e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b$/,
    );
    const { publicKey, privateKey } = newSigningPair();
    const signature = sign(privateKey, hex("00ff"));
    expect(verifies(publicKey, hex("00ff"), signature)).toBe(true);
    expect(verifies(publicKey, hex("00fe"), signature)).toBe(false);
    expect(verifies(publicKey, hex("00ff"), hex("00"))).toBe(false);
  });
});

test("a thread opens with its own keys only", async () => {
  const [mine, other] = [sodium.crypto_box_keypair(), sodium.crypto_box_keypair()];
  const sealed = await sealTo(mine.publicKey, { stage: "in_review" });
  expect(await openWith(mine.publicKey, mine.privateKey, sealed)).toEqual({ stage: "in_review" });
  await expect(openWith(other.publicKey, other.privateKey, sealed)).rejects.toThrow(DoesNotOpen);
});

test.each([0, 200, 253, 254, 255, 1022, 4095, 16383, 16384, 40000])(
  "%i letters come back as they were, in a round length",
  (length) => {
    const packed = pack("a".repeat(length));
    expect(unpack(packed)).toBe("a".repeat(length));
    expect([256, 1024, 4096].includes(packed.length) || packed.length % 16384 === 0).toBe(true);
  },
);
