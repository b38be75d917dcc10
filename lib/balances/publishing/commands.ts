import { method } from "@/lib/cases/counting/method/schema";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { countVerified } from "../cells/queries";
import { canonical, WEEK } from "../rules";
import type { BalanceContent } from "../schema";

/** No number of ours is public before enough people are verified and two coordinators declared what the registry covers. */
export async function refuseBehindGate(tx: Tx, content: BalanceContent): Promise<void> {
  const site = await tx.publishedSite.findUnique({ where: { id: 1 }, select: { gate: true } });
  const gate = site?.gate ?? method.gate;
  const verified = await countVerified(tx, new Date(content.known));
  if (verified < gate) throw new Refusal("balance_gate", { gate, verified });
}

/** Writes a balance both signed whole into what the public reads, once; a weekly one also says when the next comes. */
export async function publishSigned(
  tx: Tx,
  id: string,
  content: BalanceContent,
  hash: Uint8Array<ArrayBuffer>,
  signatures: { publicKey: Uint8Array; signature: Uint8Array }[],
  now: Date,
): Promise<void> {
  const corrected =
    content.corrects &&
    (await tx.publishedBalance.findUnique({ where: { slug: content.corrects.slug }, select: { id: true } }));
  await tx.publishedBalance.create({
    data: {
      id,
      slug: content.slug,
      kind: content.kind,
      at: new Date(content.at),
      known: new Date(content.known),
      method: content.method,
      content: JSON.parse(canonical(content)),
      contentHash: hash,
      signatures: signatures.map(({ publicKey, signature }) => ({
        publicKey: hex(publicKey),
        signature: hex(signature),
      })),
      publishedAt: now,
      correctsId: corrected?.id ?? null,
    },
    select: { id: true },
  });
  await tx.balanceDraft.update({ where: { id }, data: { publishedAt: now }, select: { id: true } });
  if (content.kind === "weekly") {
    const nextBalance = new Date(Date.parse(content.at) + WEEK);
    await tx.publishedSite.updateMany({ where: { id: 1 }, data: { nextBalance } });
  }
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
