import { createHash, createPublicKey } from "node:crypto";
import { csvOf } from "@/lib/core/csv";
import { packArchive } from "../archive/rules";
import { canonical } from "../rules";
import { type BalanceContent, balanceContent } from "../schema";
import { claimRows, flowRows, reconciliationRows, tableColumns, tallyRows } from "../tables/rules";
import { plainText, readMe } from "../twin/rules";
import { type BalanceFile, type Manifest, type NamedFile, namedFiles, type Signatures } from "./schema";

/** Every file that the manifest will name, in order, from the numbers alone; in whatever order those were written. */
export function renderFiles(given: BalanceContent): BalanceFile[] {
  const content = balanceContent.parse(JSON.parse(canonical(given)));
  const text: Record<NamedFile, string> = {
    "README.es.txt": readMe("es", content),
    "README.en.txt": readMe("en", content),
    "balance.json": canonical(content),
    "balance.es.txt": plainText("es", content),
    "balance.en.txt": plainText("en", content),
    ...tablesOf(content),
  };
  return namedFiles.map((name) => ({ name, bytes: utf8(text[name]) }));
}

/** The tables as comma-separated values: whoever verifies a balance makes them again from `balance.json`. */
export const tablesOf = (content: BalanceContent) => ({
  "tables.csv": csvOf(tallyRows(content), tableColumns.tables),
  "flows.csv": csvOf(flowRows(content), tableColumns.flows),
  "reconciliation.csv": csvOf(reconciliationRows(content), tableColumns.reconciliation),
  "series.csv": csvOf(content.series, tableColumns.series),
  "claims.csv": csvOf(claimRows(content), tableColumns.claims),
});

/** The manifest of these files: what coordinators sign. */
export function manifestOf(
  id: string,
  content: BalanceContent,
  files: readonly BalanceFile[],
  previous: Manifest["previous"],
  signers: readonly string[],
): Manifest {
  const { slug, at, known, method } = content;
  return {
    format: 2,
    balance: { id, slug, at, known, method },
    previous,
    files: files.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: sha256(bytes) })),
    signers: [...signers].sort(),
  };
}

/** The message two coordinators sign. */
export const manifestBytes = (manifest: Manifest): Uint8Array<ArrayBuffer> => utf8(canonical(manifest));

/** Manifest, sums for `sha256sum -c`, signatures, and each key and signature in the form `openssl` reads. */
export function sealingFiles(
  files: readonly BalanceFile[],
  manifest: Uint8Array<ArrayBuffer>,
  given: Signatures,
): BalanceFile[] {
  const signatures = inOrder(given);
  const named = [...files, { name: "manifest.json", bytes: manifest }];
  const sums = named.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join("");
  return [
    { name: "manifest.json", bytes: manifest },
    { name: "SHA256SUMS", bytes: utf8(sums) },
    { name: "signatures.json", bytes: utf8(canonical(signatures)) },
    ...signatures.flatMap(({ publicKey, signature }, place) => [
      { name: `signer-${place + 1}.pem`, bytes: utf8(pemOf(publicKey)) },
      { name: `signer-${place + 1}.sig`, bytes: new Uint8Array(Buffer.from(signature, "hex")) },
    ]),
  ];
}

/** Everything in order and, first, the zip of it: what is published and never made again. */
export function publicFiles(
  files: readonly BalanceFile[],
  manifest: Uint8Array<ArrayBuffer>,
  signatures: Signatures,
): { zip: Uint8Array<ArrayBuffer>; files: BalanceFile[] } {
  const all = [...files, ...sealingFiles(files, manifest, signatures)];
  return { zip: packArchive(all), files: all };
}

/** Signatures stand by key, so that which of two people signed first is not told and there is one order. */
export const inOrder = (signatures: Signatures): Signatures =>
  [...signatures].sort((a, b) => (a.publicKey < b.publicKey ? -1 : 1));

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A signer as others name them: the SHA-256 of their public key. */
export const fingerprint = (publicKey: string): string => sha256(Buffer.from(publicKey, "hex"));

/** An Ed25519 public key from its 32 bytes in hexadecimal. */
export const keyOf = (publicKey: string) =>
  createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(publicKey, "hex").toString("base64url") },
    format: "jwk",
  });

const pemOf = (publicKey: string): string => String(keyOf(publicKey).export({ type: "spki", format: "pem" }));

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, "utf8"));
