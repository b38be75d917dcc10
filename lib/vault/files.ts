import { Readable } from "node:stream";
import { ReadableStream } from "node:stream/web";
import { bech32 } from "@scure/base";
import { Decrypter, Encrypter } from "age-encryption";
import type { VaultKeys } from "./keys";

/**
 * A file as it passes, sealed to the vault's public key: an age stream that Debian's `age` reads too. Whoever seals it cannot open
 * it again, and never holds more of it in memory than a piece.
 */
export async function sealFile(publicKey: Uint8Array, file: AsyncIterable<Uint8Array>): Promise<Readable> {
  const age = new Encrypter();
  age.addRecipient(bech32.encodeFromBytes("age", publicKey));
  const sealed = await age.encrypt(webStream(file));
  return Readable.fromWeb(sealed as ReadableStream);
}

/** What `sealFile` sealed, opened in a signed-in session. The stream breaks at the first changed byte. */
export async function openFile(
  { privateKey }: Pick<VaultKeys, "privateKey">,
  sealed: Readable,
): Promise<Readable> {
  const age = new Decrypter();
  age.addIdentity(bech32.encodeFromBytes("age-secret-key-", privateKey).toUpperCase());
  const opened = await age.decrypt(webStream(sealed));
  return Readable.fromWeb(opened as ReadableStream);
}

type WebStream = globalThis.ReadableStream<Uint8Array>;
const webStream = (pieces: AsyncIterable<Uint8Array>) => ReadableStream.from(pieces) as unknown as WebStream;
