import { z } from "zod";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime({ offset: true });

/** One file of a balance, in the bytes it is downloaded in. */
export interface BalanceFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The files a manifest names, in their order. Part of format 2. */
export const namedFiles = [
  "README.es.txt",
  "README.en.txt",
  "balance.json",
  "balance.es.txt",
  "balance.en.txt",
  "tables.csv",
  "flows.csv",
  "reconciliation.csv",
  "series.csv",
  "claims.csv",
] as const;
export type NamedFile = (typeof namedFiles)[number];

/** What follows them: made from the manifest and the signatures alone, so that common tools can check both. */
export const closingFiles = [
  "manifest.json",
  "SHA256SUMS",
  "signatures.json",
  "signer-1.pem",
  "signer-1.sig",
  "signer-2.pem",
  "signer-2.sig",
] as const;

export const ZIP = "balance.zip";

/**
 * What two coordinators sign: which balance, what came before it, every file with its hash and order, and whose signatures count.
 * Its canonical text is the message of the Ed25519 signatures.
 */
export const manifest = z.strictObject({
  format: z.literal(2),
  balance: z.strictObject({
    id: z.uuid(),
    slug: z.string(),
    at: instant,
    known: instant,
    method: z.string(),
  }),
  /** The publication moment before and the SHA-256 of what was signed then: balances form a chain. */
  previous: z.strictObject({ slug: z.string(), sha256 }).nullable(),
  files: z.array(z.strictObject({ name: z.string(), size: z.int().nonnegative(), sha256 })),
  /** SHA-256 of the keys that may sign it, in order, among random values so that nobody counts the coordinators. */
  signers: z.array(sha256),
});
export type Manifest = z.infer<typeof manifest>;

/** Both signatures, by public key. */
export const signatures = z
  .array(
    z.strictObject({
      publicKey: z.string().regex(/^[0-9a-f]{64}$/),
      signature: z.string().regex(/^[0-9a-f]{128}$/),
    }),
  )
  .length(2);
export type Signatures = z.infer<typeof signatures>;
