import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { kindOf, type Measured, measuring, peek } from "@/lib/evidence/documents/rules";
import { dropSealed, keepSealed } from "@/lib/evidence/store/commands";
import { sealFile } from "@/lib/vault/files";
import { isText } from "./rules";

/**
 * Puts a copy of a figure's source into the archive: measured and sealed to the vault as it arrives, like evidence, with its hash in
 * the open. The server never fetches anything: somebody saved the page and brings it. The same file twice is one copy.
 */
export async function archiveCopy(
  actor: Actor,
  { claimId, file }: { claimId: string; file: AsyncIterable<Uint8Array> },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "claim.enter");
  const now = clock();
  const where = { claimId };
  const [held, entered] = [
    await desk().claim.count({ where: { id: claimId } }),
    await desk().claimEntry.count({ where }),
  ];
  if (held + entered === 0) throw new Refusal("not_found");
  const { head, whole } = await peek(file);
  const kind = await copyKind(head);
  const id = newId(now);
  let measured: Measured | undefined;
  const passing = measuring(whole, (all) => {
    measured = all;
  });
  await keepSealed(id, () => sealFile(staff.keys.publicKey, passing), now);
  if (!measured) throw new Error("a copy was kept before its end");
  const { bytes, sha256 } = measured;
  const kept = await desk().$transaction(async (tx) => {
    const data = { id, claimId, kind, bytes, addedBy: staff.username, addedAt: now };
    const { count } = await tx.claimCopy.createMany({
      data: { ...data, sha256: new Uint8Array(Buffer.from(sha256, "hex")) },
      skipDuplicates: true,
    });
    if (count > 0) await record(tx, staff, "claim.copied", { claim: claimId, document: id }, now);
    return count > 0;
  });
  if (!kept) await dropSealed(id);
}

async function copyKind(head: Uint8Array): Promise<string> {
  try {
    return await kindOf(head);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (!isText(head)) throw new Refusal("copy_kind");
    return "text";
  }
}
