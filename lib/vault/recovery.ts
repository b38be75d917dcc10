import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { type Bytes, bytes } from "./sodium";

/** A new offline identity, as the text of an age identity file that Debian's `age -d -i` reads, and its recipient. */
export async function newRecoveryIdentity(now: Date): Promise<{ file: string; recipient: string }> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  return { file: `# created: ${now.toISOString()}\n# public key: ${recipient}\n${identity}\n`, recipient };
}

/** The vault's private key in an age file that only the recovery identity opens. */
export async function wrapForRecovery(recipient: string, privateKey: Uint8Array): Promise<Bytes> {
  const age = new Encrypter();
  age.addRecipient(recipient);
  return bytes(await age.encrypt(privateKey));
}

/** The private key again, from the wrap and the text of the identity file: the way back when every passphrase is lost. */
export async function unwrapFromRecovery(identityFile: string, wrapped: Uint8Array): Promise<Bytes> {
  const identity = identityFile.split(/\r?\n/).find((line) => line.startsWith("AGE-SECRET-KEY-"));
  if (!identity) throw new Error("not an age identity file");
  const age = new Decrypter();
  age.addIdentity(identity.trim());
  return bytes(await age.decrypt(wrapped));
}
