import { verify as verifies } from "node:crypto";
import type { z } from "zod";
import { openArchive } from "../archive/rules";
import { fingerprint, inOrder, keyOf, sealingFiles, sha256, tablesOf } from "../files/rules";
import {
  type BalanceFile,
  closingFiles,
  type Manifest,
  manifest as manifestShape,
  namedFiles,
  type Signatures,
  signatures as signaturesShape,
} from "../files/schema";
import { canonical } from "../rules";
import { type BalanceContent, balanceContent } from "../schema";
import { accountCloses, flowsAgree, seriesEnds, unevenDivisions } from "./numbers/rules";
import type { Check, CheckName, Verdict } from "./schema";

/**
 * Everything that can be known of a balance's zip without its registry: one changed, missing, added or moved byte fails a check.
 * Whoever pins the public keys also knows whose balance it is; without pins, only that two keys of the manifest signed it.
 */
export function verifyZip(zip: Uint8Array, pins: readonly string[]): Verdict {
  const checks: Check[] = [];
  const check = (name: CheckName, holds: boolean, values: Check["values"] = {}) => {
    checks.push({ name, holds, values });
    return holds;
  };
  const unread: Verdict = { checks, content: null, previous: null, signed: null };

  const opened = openArchive(zip);
  if (!check("zip", "files" in opened) || !("files" in opened)) return unread;
  const { files } = opened;
  const expected = [...namedFiles, ...closingFiles];
  const inPlace = files.length === expected.length && expected.every((name, n) => files[n]?.name === name);
  if (!check("order", inPlace, { n: expected.length })) return unread;
  const named = files.slice(0, namedFiles.length);
  const bytesOf = (name: string) => files.find((file) => file.name === name)?.bytes ?? new Uint8Array();

  const manifest = exact(manifestShape, bytesOf("manifest.json"));
  const wholeManifest = manifest?.files.length === named.length;
  if (!check("manifest", wholeManifest) || !manifest) return unread;
  const wrong = named.filter((file, n) => !isNamed(file, manifest.files[n])).map(({ name }) => name);
  check("hashes", wrong.length === 0, { files: wrong.join(", ") });

  const content = exact(balanceContent, bytesOf("balance.json"));
  const same = content?.format === 2 && canonical(markOf(content, manifest)) === canonical(manifest.balance);
  check("content", same);
  if (content) checkNumbers(content, bytesOf, check);

  const signed = exact(signaturesShape, bytesOf("signatures.json"));
  const keys = signed?.map(({ publicKey }) => fingerprint(publicKey)) ?? [];
  check("signatures", signed !== null && bothSigned(signed, bytesOf("manifest.json"), manifest), {
    keys: keys.map((key) => key.slice(0, 16)).join(", "),
  });
  if (pins.length > 0)
    check("pins", signed?.every(({ publicKey }) => pins.includes(publicKey.toLowerCase())) ?? false);
  const sealing = signed ? sealingFiles(named, bytesOf("manifest.json"), signed) : [];
  check("sealed", sealing.length > 0 && sealing.every(({ name, bytes }) => equal(bytes, bytesOf(name))));
  return { checks, content, previous: manifest.previous, signed: sha256(bytesOf("manifest.json")) };
}

/** Whether a balance follows another: it names it, names what was signed then, and opens with its total. */
export function verifyFollows(before: Verdict, after: Verdict): Check {
  const [from, to] = [before.content, after.content];
  const holds =
    from !== null &&
    to?.change?.from.slug === from.slug &&
    to.change.reconciliation.opening === from.held.total &&
    after.previous?.slug === from.slug &&
    after.previous.sha256 === before.signed;
  const values = { slug: to?.slug ?? "?", previous: from?.slug ?? "?", total: from?.held.total ?? 0 };
  return { name: "follows", holds, values };
}

export const allHold = ({ checks }: Verdict): boolean => checks.every((check) => check.holds);

function checkNumbers(
  content: BalanceContent,
  bytesOf: (name: string) => Uint8Array,
  check: (name: CheckName, holds: boolean, values?: Check["values"]) => boolean,
) {
  const tables = Object.entries(tablesOf(content))
    .filter(([name, text]) => !equal(Buffer.from(text, "utf8"), bytesOf(name)))
    .map(([name]) => name);
  check("tables", tables.length === 0, { files: tables.join(", ") });
  const uneven = unevenDivisions(content);
  check("sums", uneven.length === 0, { names: uneven.join(", ") });
  check("closes", accountCloses(content));
  check("flows", flowsAgree(content));
  check("series", seriesEnds(content));
}

/** A file that is JSON of this shape in its one canonical text; null otherwise. */
function exact<Shape extends z.ZodType>(shape: Shape, bytes: Uint8Array): z.output<Shape> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    const read = shape.safeParse(value);
    return read.success && equal(Buffer.from(canonical(read.data), "utf8"), bytes) ? read.data : null;
  } catch {
    return null;
  }
}

const isNamed = ({ name, bytes }: BalanceFile, told: Manifest["files"][number] | undefined) =>
  told?.name === name && told.size === bytes.length && told.sha256 === sha256(bytes);

const markOf = ({ slug, at, known, method }: BalanceContent, { balance }: Manifest): Manifest["balance"] => ({
  id: balance.id,
  slug,
  at,
  known,
  method,
});

function bothSigned(signed: Signatures, message: Uint8Array, { signers }: Manifest): boolean {
  const inPlace = canonical(inOrder(signed)) === canonical(signed);
  return (
    inPlace &&
    new Set(signed.map(({ publicKey }) => publicKey)).size === 2 &&
    signed.every(
      ({ publicKey, signature }) =>
        signers.includes(fingerprint(publicKey)) &&
        verifies(null, message, keyOf(publicKey), Buffer.from(signature, "hex")),
    )
  );
}

const equal = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;
