import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { fingerprint, manifestBytes, manifestOf, publicFiles, renderFiles } from "@/lib/balances/files/rules";
import type { BalanceFile, Manifest } from "@/lib/balances/files/schema";
import type { BalanceContent } from "@/lib/balances/schema";
import { balance } from "./balance";

export interface Signer {
  publicKey: string;
  secret: KeyObject;
}

/** A coordinator's key pair, invented. */
export function newSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  return { publicKey: Buffer.from(x, "base64url").toString("hex"), secret: privateKey };
}

export const signatureOf = ({ publicKey, secret }: Signer, message: Uint8Array) => ({
  publicKey,
  signature: sign(null, message, secret).toString("hex"),
});

/** A balance of format 2 whose numbers agree with each other. */
export function wholeBalance(change: Partial<BalanceContent> = {}): BalanceContent {
  const base = balance();
  const flows = { ...base.change?.flows, removals: 1 } as NonNullable<BalanceContent["change"]>["flows"];
  flows.releases = { events: 20, persons: 20, withMeasures: 15, full: 3, expelled: 1, unspecified: 1 };
  const released = {
    claimant: "foro-penal",
    kind: "flow",
    measure: "releases",
    stage: "released",
    population: "political_prisoners",
    value: 143,
    qualifier: "exact" as const,
    unit: "persons",
    statedOn: "2026-01-20",
    outlet: "=prensa",
  };
  return {
    ...base,
    format: 2,
    caseSet: { sha256: createHash("sha256").update("set").digest("hex") },
    partitions: {
      ...base.partitions,
      stateHeld: { "VE-M": { named: 40, unnamedAtLeast: 500 }, unknown: { named: 0, unnamedAtLeast: 50 } },
    },
    series: [
      { slug: null, at: "2026-01-13T04:00:00Z", published: null, restated: 1700 },
      { slug: "2026-01-19", at: "2026-01-20T04:00:00Z", published: 1711, restated: 1714 },
      { slug: "2026-01-26", at: "2026-01-27T04:00:00Z", published: 1711, restated: 1711 },
    ],
    claims: [{ claimId: "foro-penal-1", from: "2026-01-08", to: "2026-01-19", flows, said: released }],
    ...(base.change && { change: { ...base.change, flows } }),
    ...change,
  };
}

export interface Made {
  zip: Uint8Array<ArrayBuffer>;
  files: BalanceFile[];
  manifest: Uint8Array<ArrayBuffer>;
}

/** Its zip, signed by two. */
export function signedZip(
  content: BalanceContent,
  signers: readonly [Signer, Signer],
  previous: Manifest["previous"] = null,
): Made {
  const files = renderFiles(content);
  const known = signers.map(({ publicKey }) => fingerprint(publicKey));
  const told = manifestOf("019e0000-0000-7000-8000-000000000001", content, files, previous, known);
  const manifest = manifestBytes(told);
  const signed = signers.map((signer) => signatureOf(signer, manifest));
  return { manifest, ...publicFiles(files, manifest, signed) };
}
