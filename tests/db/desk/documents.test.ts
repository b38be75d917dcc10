import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { receiveDocument } from "@/lib/intake/documents/commands";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { markGraphic, takeOriginal } from "@/lib/vetting/documents/commands";
import { listDocuments, openDocument } from "@/lib/vetting/documents/queries";
import { oneMore, twoCoordinators } from "@/tests/support/coordinators";
import { asOwner } from "@/tests/support/owner";
import { at, givenReport } from "@/tests/support/stories";

const clock = at("2026-01-22T12:00:00Z");
const family = { kind: "family" } as const;
let carmen: StaffActor;
let ines: StaffActor;
let photo: Buffer;
let which: { reportId: string; documentId: string };

beforeAll(async () => {
  process.env.VIGILIA_DATA_DIR = mkdtempSync(join(tmpdir(), "documents-"));
  [carmen] = await twoCoordinators(clock);
  ines = await oneMore(carmen, "ines", "intake", clock);
  photo = await sharp(randomBytes(90 * 60 * 3), { raw: { width: 90, height: 60, channels: 3 } })
    .withExif({ IFD0: { Artist: "CASA-DE-LA-FAMILIA" } })
    .jpeg()
    .toBuffer();
  const { code, reportId } = await givenReport();
  const { keys } = await openWithCode(family, code, clock);
  const sent = { name: "foto.jpg", file: Readable.from([photo]) };
  await receiveDocument(family, { lookup: keys.lookup as Uint8Array<ArrayBuffer> }, sent, clock);
  const [document] = await listDocuments(carmen, reportId);
  which = { reportId, documentId: document?.id ?? "" };
});

const open = (asked = false, page = 1) => openDocument(ines, { ...which, page, asked }, clock);
const handled = async () => (await open(true)).custody.map(({ actor, action }) => `${actor} ${action}`);

test("a page is a picture with its size, and whoever looked stands in its custody", async () => {
  const { picture, pages, graphic, custody } = await open();
  expect(picture).toMatchObject({ width: 90, height: 60 });
  expect(picture?.jpeg.includes("CASA")).toBe(false);
  expect({ pages, graphic }).toEqual({ pages: 1, graphic: null });
  expect(custody.map(({ actor, action }) => [actor, action])).toEqual([["ines", "document.opened"]]);
});

test("what is marked as hard to look at is not opened until somebody asks, and the last word holds", async () => {
  await markGraphic(carmen, { ...which, graphic: true }, clock);
  const before = (await open(true)).custody.length;
  const veiled = await open();
  expect(veiled).toMatchObject({ picture: null, pages: null, graphic: { by: "carmen" } });
  expect(veiled.custody).toHaveLength(before);
  expect((await open(true)).picture).not.toBeNull();
  await markGraphic(ines, { ...which, graphic: false }, at("2026-01-22T12:01:00Z"));
  expect((await open()).graphic).toBeNull();
  await expect(asOwner("UPDATE registry.document_marks SET graphic = true")).rejects.toThrow(/append-only/);
});

test("the file itself is given byte for byte, only with a fresh factor, a reason and by whoever may", async () => {
  const why = "La fiscalía pide el archivo original.";
  const said = (by: StaffActor, reason = why) =>
    takeOriginal(by, { ...which, why: reason }, clock).then(
      () => "given",
      (error: { code?: string }) => error.code,
    );
  const stale = { ...carmen, factorAt: new Date(clock().getTime() - 6 * 60_000) };
  expect(await said(stale)).toBe("step_up_needed");
  expect(await said({ ...ines, factorAt: clock() })).toBe("not_permitted");
  expect(await said(carmen, " corto ")).toBe("reason_missing");
  expect(await handled()).not.toContain("carmen document.original_taken");
  const { file, sha256 } = await takeOriginal(carmen, { ...which, why }, clock);
  expect(file.equals(photo)).toBe(true);
  expect(sha256).toBe(createHash("sha256").update(photo).digest("hex"));
  const [, taken] = (await open(true)).custody;
  expect(taken).toMatchObject({ actor: "carmen", action: "document.original_taken", why });
});

test("nothing plain leads from a document to an act, and a document of another report is not there", async () => {
  const rows = await asOwner<{ sealed: Buffer }>("SELECT sealed FROM registry.document_acts");
  expect(rows.length).toBeGreaterThan(4);
  expect(new Set(rows.map(({ sealed }) => sealed.length)).size).toBe(1);
  const other = await givenReport();
  const elsewhere = { ...which, reportId: other.reportId };
  for (const run of [
    () => openDocument(ines, { ...elsewhere, page: 1, asked: true }, clock),
    () => markGraphic(ines, { ...elsewhere, graphic: true }, clock),
    () => takeOriginal(carmen, { ...elsewhere, why: "Una razón bastante larga." }, clock),
  ])
    await expect(run()).rejects.toMatchObject({ code: "not_found" });
});
