import { method } from "@/lib/cases/counting/method/schema";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { countVerified } from "../cells/queries";
import { inOrder, manifestBytes, manifestOf, publicFiles, renderFiles, sha256 } from "../files/rules";
import { type BalanceFile, manifest as manifestShape, ZIP } from "../files/schema";
import { canonical, WEEK } from "../rules";
import type { BalanceContent } from "../schema";

/** No number of ours is public before enough people are verified and two coordinators declared what the registry covers. */
export async function refuseBehindGate(tx: Tx, content: BalanceContent): Promise<void> {
  const site = await tx.publishedSite.findUnique({ where: { id: 1 }, select: { gate: true } });
  const gate = site?.gate ?? method.gate;
  const verified = await countVerified(tx, new Date(content.known));
  if (verified < gate) throw new Refusal("balance_gate", { gate, verified });
}

/** A balance as it goes out: its numbers, its files, the manifest that names them and who signed that. */
export interface Signed {
  id: string;
  content: BalanceContent;
  hash: Uint8Array<ArrayBuffer>;
  files: BalanceFile[];
  manifest: Uint8Array<ArrayBuffer>;
  signatures: { publicKey: Uint8Array; signature: Uint8Array }[];
}

/**
 * The files of a draft as both will have signed them. Refused when this version of the code makes other files than those that were
 * drafted, or when the draft does not know this signer: it has to be drafted again.
 */
export function readWhole(
  drafted: Uint8Array<ArrayBuffer> | null,
  content: BalanceContent,
  signer: Uint8Array,
): { manifest: Uint8Array<ArrayBuffer>; files: BalanceFile[] } {
  if (!drafted) throw new Refusal("changed_meanwhile");
  const told = manifestShape.parse(JSON.parse(Buffer.from(drafted).toString("utf8")));
  const files = renderFiles(content);
  const { balance, previous, signers } = told;
  const made = manifestBytes(manifestOf(balance.id, content, files, previous, signers));
  if (!Buffer.from(made).equals(Buffer.from(drafted)) || !signers.includes(sha256(signer)))
    throw new Refusal("changed_meanwhile");
  return { manifest: made, files };
}

/** Writes a balance both signed whole into what the public reads, once; a weekly one also says when the next comes. */
export async function publishSigned(
  tx: Tx,
  { id, content, hash, files, manifest, signatures }: Signed,
  now: Date,
): Promise<void> {
  const corrected =
    content.corrects &&
    (await tx.publishedBalance.findUnique({ where: { slug: content.corrects.slug }, select: { id: true } }));
  const signed = inOrder(
    signatures.map(({ publicKey, signature }) => ({ publicKey: hex(publicKey), signature: hex(signature) })),
  );
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
      signatures: signed,
      manifest,
      publishedAt: now,
      correctsId: corrected?.id ?? null,
    },
    select: { id: true },
  });
  const whole = publicFiles(files, manifest, signed);
  await tx.balanceFile.createMany({
    data: [{ name: ZIP, bytes: whole.zip }, ...whole.files].map(({ name, bytes }, position) => ({
      balanceId: id,
      position,
      name,
      size: bytes.length,
      sha256: new Uint8Array(Buffer.from(sha256(bytes), "hex")),
      bytes,
    })),
  });
  await tx.balanceDraft.update({ where: { id }, data: { publishedAt: now }, select: { id: true } });
  if (content.kind === "weekly") {
    const nextBalance = new Date(Date.parse(content.at) + WEEK);
    await tx.publishedSite.updateMany({ where: { id: 1 }, data: { nextBalance } });
  }
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
