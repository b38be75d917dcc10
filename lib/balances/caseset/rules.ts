import { createHash } from "node:crypto";

/**
 * A commitment to exactly which cases a balance counted: SHA-256 of the salt and the internal ids, in order, one a line. Published, it
 * tells nobody whether a case is among them; with the salt, kept on the private side, it can be shown to the UN or the OAS.
 */
export function caseSetHash(salt: Uint8Array, ids: readonly string[]): string {
  const list = [...ids].sort().map((id) => `${id}\n`);
  return createHash("sha256").update(salt).update(list.join(""), "utf8").digest("hex");
}
