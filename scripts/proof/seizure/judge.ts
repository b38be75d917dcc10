import type { VaultKeys } from "@/lib/vault/keys";
import { DoesNotOpen } from "@/lib/vault/padding";
import { deriveFromCode } from "@/lib/vault/receipt";
import { openWith } from "@/lib/vault/seal";
import type { Addresses } from "../../database/addresses";
import { asLogin } from "../../database/roles";
import { keysOnDisk, opened, type Sealed, sealedIn } from "./decryptor";
import { reachedFrom } from "./ties";

/** What speaks of a case; a number must lead to none of it. */
const OF_CASES =
  /^registry\.(cases|case_|persons?$|people|person_|episodes|facts|fact_|decisions|decision_|evidence|permissions|naming|custody|stays|pending)/;

/** What whoever holds the whole database can do with it: what is wrong, each in a line; empty where nothing is. */
export async function judgeDatabase(
  addresses: Addresses,
  secretFiles: string[],
  vault: VaultKeys,
  code: string,
): Promise<string[]> {
  const wrong: string[] = [];
  await asLogin(addresses.owner, async (owner) => {
    const sealed = await sealedIn(owner);
    const keys = keysOnDisk(secretFiles, sealed);
    const found = opened(keys, sealed);
    console.log(
      `${sealed.length} values of bytes, ${keys.length} keys on disk tried on each: ${found.length} open`,
    );
    wrong.push(...found.map(({ where }) => `${where} opens with a key on disk`));
    const withVault = opened([vault.privateKey, vault.root], sealed);
    if (!withVault.some(({ where }) => where.includes("reports")))
      wrong.push("the decryptor opens nothing even with the vault's own key");

    const pepper = process.env.INTAKE_PEPPER ?? "";
    const taken = await deriveFromCode(code, pepper);
    const own = await owner.query(
      "SELECT m.sealed_to_thread FROM registry.receipts r JOIN registry.messages m USING (thread_id) WHERE r.lookup = $1",
      [Buffer.from(taken.lookup)],
    );
    const mine = new Set(own.rows.map((row) => Buffer.from(row.sealed_to_thread).toString("hex")));
    const read = await openedBy(taken.threadPublicKey, taken.threadPrivateKey, sealed);
    const others = read.filter(({ bytes }) => !mine.has(Buffer.from(bytes).toString("hex")));
    wrong.push(...others.map(({ where }) => `one family's number opens ${where} of somebody else`));
    if (mine.size === 0 || read.length !== mine.size)
      wrong.push("one family's number does not open its own thread");
    const byDraft = opened([taken.draftKey, taken.lookup, taken.threadPrivateKey], sealed);
    const beyond = byDraft.filter(({ where }) => where !== "registry.messages.sealed_to_thread");
    wrong.push(...beyond.map(({ where }) => `what one number gives opens ${where}`));

    const reached = await reachedFrom(owner, taken.lookup);
    console.log(
      `one number opens ${read.length} messages of its own and leads to ${[...reached].join(", ")}`,
    );
    for (const table of reached) if (OF_CASES.test(table)) wrong.push(`a number leads to ${table}`);
  });
  return wrong;
}

async function openedBy(publicKey: Uint8Array, privateKey: Uint8Array, sealed: Sealed[]): Promise<Sealed[]> {
  const found: Sealed[] = [];
  for (const one of sealed) {
    try {
      await openWith(publicKey, privateKey, one.bytes);
      found.push(one);
    } catch (error) {
      if (!(error instanceof DoesNotOpen)) throw error;
    }
  }
  return found;
}
