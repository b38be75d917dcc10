import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CONSENT_TEXT } from "@/lib/consent/rules";
import { newId } from "@/lib/core/ids";
import { MOST_BYTES } from "@/lib/evidence/documents/schema";
import { readSealed } from "@/lib/evidence/store/queries";
import { receiveDocument, removeDocument, sweepDocuments } from "@/lib/intake/documents/commands";
import { listDocuments } from "@/lib/intake/documents/queries";
import { beginReport, family, saveStep, sendReport } from "@/lib/intake/draft/commands";
import { newCode } from "@/lib/intake/receipt/queries";
import { openFile } from "@/lib/vault/files";
import { newVault, type VaultKeys } from "@/lib/vault/keys";
import { newRecoveryIdentity } from "@/lib/vault/recovery";
import { openFromVault } from "@/lib/vault/seal";
import { asOwner } from "../../support/owner";

const noon = new Date("2026-01-20T16:00:30Z");
const clock = () => noon;
const given = { textVersion: CONSENT_TEXT, at: noon.toISOString() };
const permissions = [
  { purpose: "store" as const, granted: true, ...given },
  { purpose: "count" as const, granted: true, ...given },
];
let vault: VaultKeys;
let photo: Buffer;
let store: string;

beforeAll(async () => {
  const { recipient } = await newRecoveryIdentity(noon);
  vault = (await newVault(recipient)).keys;
  const row = [newId(), Buffer.from(vault.publicKey), recipient, noon];
  await asOwner(
    "INSERT INTO registry.vault_keys (id, public_key, recovery, created_at) VALUES ($1,$2,$3,$4)",
    row,
  );
  photo = await sharp(randomBytes(120 * 90 * 3), { raw: { width: 120, height: 90, channels: 3 } })
    .jpeg()
    .toBuffer();
});

beforeEach(() => {
  process.env.VIGILIA_DATA_DIR = mkdtempSync(join(tmpdir(), "documents-"));
  store = join(process.env.VIGILIA_DATA_DIR, "documents");
});

async function draft() {
  const keys = await beginReport(family, { code: newCode(), locale: "es", permissions }, clock);
  const person = { givenNames: "Yusmary", surnames: "Prueba" };
  await saveStep(family, { keys, step: "person", posted: person }, clock);
  await saveStep(family, { keys, step: "detention", posted: { year: "2026", precision: "exact" } }, clock);
  return keys;
}

const send = (
  keys: { lookup: Uint8Array<ArrayBuffer>; draftKey?: Uint8Array },
  file: Buffer,
  name = "foto.jpg",
) => receiveDocument(family, keys, { name, file: Readable.from([file]) }, clock);

const files = () =>
  readdirSync(store, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe("a document of a draft", () => {
  test("lies sealed on the disk, opens with the vault, and tells its hash as received", async () => {
    const keys = await draft();
    await send(keys, photo, "C:\\fotos\\mi‮hijo.jpg");
    const [path, ...others] = files();
    expect(others).toEqual([]);
    expect(readFileSync(path ?? "").includes(photo.subarray(0, 64))).toBe(false);
    expect(statSync(path ?? "").mtime).toEqual(new Date("2026-01-20T16:00:00Z"));

    const [row] = await asOwner<{ id: string; sealed: Buffer }>("SELECT id, sealed FROM registry.documents");
    const opened = await buffer(await openFile(vault, readSealed(row?.id ?? "")));
    expect(opened.equals(photo)).toBe(true);
    expect(await openFromVault(vault, row?.sealed ?? Buffer.alloc(0))).toEqual({
      name: "mihijo.jpg",
      kind: "jpeg",
      bytes: photo.length,
      sha256: createHash("sha256").update(photo).digest("hex"),
    });
    expect(await listDocuments(keys)).toEqual([{ id: row?.id, name: "mihijo.jpg", bytes: photo.length }]);
  });

  test("goes with the report when it is sent, and is listed to nobody after", async () => {
    const keys = await draft();
    await send(keys, photo);
    await sendReport(family, keys, clock);
    expect(await listDocuments(keys)).toEqual([]);
    const rows = await asOwner(
      `SELECT d.draft_lookup, d.sealed_to_draft, r.id FROM registry.documents d JOIN registry.reports r ON r.id = d.report_id
       JOIN registry.receipts c ON c.report_id = r.id WHERE c.lookup = $1`,
      [Buffer.from(keys.lookup)],
    );
    expect(rows).toMatchObject([{ draft_lookup: null, sealed_to_draft: null }]);
    const late = { lookup: keys.lookup };
    await send(late, photo);
    expect(
      await asOwner(
        "SELECT FROM registry.audit_events WHERE action = 'document.received' AND actor = 'family'",
      ),
    ).toHaveLength(1);
  });

  test("taken back is gone, row and file, and no other code can take it", async () => {
    const keys = await draft();
    const other = await draft();
    await send(keys, photo);
    const [listed] = await listDocuments(keys);
    await removeDocument(family, other, listed?.id ?? "");
    expect(files()).toHaveLength(1);
    await removeDocument(family, keys, listed?.id ?? "");
    await removeDocument(family, keys, listed?.id ?? "");
    expect(files()).toEqual([]);
    expect(await listDocuments(keys)).toEqual([]);
  });

  test("is the last when it is the fifth, also of seven at once", async () => {
    const keys = await draft();
    const sent = await Promise.allSettled(Array.from({ length: 7 }, () => send(keys, photo)));
    const refused = sent.filter((one) => one.status === "rejected").map((one) => one.reason.code);
    expect(refused).toEqual(["too_many_documents", "too_many_documents"]);
    expect(files()).toHaveLength(5);
  });

  test("that is refused leaves nothing behind and the report as it was", async () => {
    const keys = await draft();
    const large = Buffer.concat([photo, Buffer.alloc(MOST_BYTES)]);
    await expect(send(keys, large)).rejects.toMatchObject({ code: "document_too_large" });
    await expect(send(keys, Buffer.alloc(0))).rejects.toMatchObject({ code: "document_empty" });
    await expect(send(keys, Buffer.from("<svg onload=x>"), "a.jpg")).rejects.toMatchObject({
      code: "document_kind",
    });
    await expect(send(await expired(), photo)).rejects.toMatchObject({ code: "draft_expired" });
    expect(await listDocuments(keys)).toEqual([]);
    expect(
      readdirSync(process.env.VIGILIA_DATA_DIR ?? "", { recursive: true })
        .join()
        .includes(".age"),
    ).toBe(false);
    await sendReport(family, keys, clock);
  });

  test("goes with the draft that expires, and its file with the next sweep; others stay", async () => {
    const [old, kept] = [await draft(), await draft()];
    await send(old, photo);
    await send(kept, photo);
    await asOwner("UPDATE registry.drafts SET expires_at = $2 WHERE lookup = $1", [
      Buffer.from(old.lookup),
      noon,
    ]);
    await asOwner("SELECT registry.expire_drafts($1)", [noon]);
    expect(await sweepDocuments(() => new Date("2026-01-20T16:30:00Z"))).toBe(0);
    expect(await sweepDocuments(() => new Date("2026-01-20T18:00:00Z"))).toBe(1);
    expect(files()).toHaveLength(1);
    expect(await listDocuments(kept)).toHaveLength(1);
    for (const path of files()) utimesSync(path, noon, noon);
  });
});

async function expired() {
  const keys = await draft();
  await asOwner("DELETE FROM registry.drafts WHERE lookup = $1", [Buffer.from(keys.lookup)]);
  return keys;
}
