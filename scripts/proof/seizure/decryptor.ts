import { createHash, hkdfSync } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Client } from "pg";
import { sodium } from "@/lib/vault/sodium";

/** One value of the database that is bytes. */
export interface Sealed {
  where: string;
  bytes: Uint8Array;
}

/** Every value of every column of bytes, as whoever holds the database reads them. */
export async function sealedIn(owner: Client): Promise<Sealed[]> {
  const { rows: columns } = await owner.query(`
    SELECT format('%I.%I', table_schema, table_name) AS place, column_name AS name FROM information_schema.columns
    WHERE table_schema IN ('registry', 'publication') AND data_type = 'bytea' ORDER BY 1, 2`);
  const found: Sealed[] = [];
  for (const { place, name } of columns) {
    const { rows } = await owner.query(`SELECT "${name}" AS value FROM ${place} WHERE "${name}" IS NOT NULL`);
    for (const { value } of rows) found.push({ where: `${place}.${name}`, bytes: new Uint8Array(value) });
  }
  return found;
}

const USES = ["", "vigilia receipt salt 1", "vigilia receipt draft 1", "vigilia session keys 1"];

/** Everything on disk or in the database that could be a key: each secret in every form the code gives one, each value of 32 bytes. */
export function keysOnDisk(secretFiles: string[], sealed: Sealed[]): Uint8Array[] {
  const keys = sealed.filter(({ bytes }) => bytes.length === 32).map(({ bytes }) => bytes);
  for (const file of secretFiles) {
    const text = readFileSync(file, "utf8").trim();
    for (const secret of [Buffer.from(text), Buffer.from(text, "base64url")]) {
      keys.push(new Uint8Array(createHash("sha256").update(secret).digest()));
      for (const use of USES) keys.push(new Uint8Array(hkdfSync("sha256", secret, "", use, 32)));
      if (secret.length === 32) keys.push(new Uint8Array(secret));
    }
  }
  return [...new Map(keys.map((key) => [Buffer.from(key).toString("hex"), key])).values()];
}

const NONCE = 24;

/**
 * What one of these keys opens, with the key that did. The stream is undone without asking its seal, so that not even the place a value
 * is bound to must be known; what comes out must be a padded value in JSON. A box is opened by whoever holds the private half.
 */
export function opened(keys: Uint8Array[], sealed: Sealed[]): { where: string; value: unknown }[] {
  const pairs = keys.map((key) => ({ key, publicKey: sodium.crypto_scalarmult_base(key) }));
  const halves = new Set(sealed.filter(({ bytes }) => bytes.length === 32).map(({ bytes }) => hex(bytes)));
  const owned = pairs.filter(({ publicKey }) => halves.has(hex(publicKey)));
  return sealed.flatMap(({ where, bytes }) => {
    if (bytes.length < 100) return [];
    const unstreamed = keys.flatMap((key) => {
      const plain = unstreamedBy(key, bytes);
      return plain === null ? [] : [{ where, value: plain }];
    });
    const unboxed = owned.flatMap(({ key, publicKey }) => {
      try {
        const plain = sodium.crypto_box_seal_open(bytes.subarray(1), publicKey, key);
        return [{ where, value: parsed(plain) }];
      } catch {
        return [];
      }
    });
    return [...unstreamed, ...unboxed];
  });
}

function unstreamedBy(key: Uint8Array, bytes: Uint8Array): unknown {
  const nonce = bytes.subarray(1, 1 + NONCE);
  const box = bytes.subarray(1 + NONCE, -16);
  if (box.length === 0) return null;
  // The first 16 bytes tell enough to leave almost every wrong key alone.
  const first = sodium.crypto_stream_xchacha20_xor_ic(box.subarray(0, 16), nonce, 1, key)[0];
  if (first !== 0x7b && first !== 0x5b && first !== 0x22) return null;
  try {
    return parsed(sodium.crypto_stream_xchacha20_xor_ic(box, nonce, 1, key));
  } catch {
    return null;
  }
}

const parsed = (padded: Uint8Array): unknown =>
  JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(sodium.unpad(padded, padded.length)));
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
