import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { archiveCopy } from "@/lib/claims/copies/commands";
import { openCopy } from "@/lib/claims/copies/queries";
import { enterFigure } from "@/lib/claims/entries/commands";
import { findFigure } from "@/lib/claims/ledger/queries";
import { sweepDocuments } from "@/lib/intake/documents/commands";
import { oneMore, twoCoordinators } from "@/tests/support/coordinators";
import { figureTyped } from "@/tests/support/figures";
import { asOwner } from "@/tests/support/owner";
import { at } from "@/tests/support/stories";

const clock = at("2026-04-01T12:00:00Z");
let carmen: StaffActor;
let adela: StaffActor;
let claimId = "";

beforeAll(async () => {
  [carmen] = await twoCoordinators(clock);
  adela = await oneMore(carmen, "adela", "administrator", clock);
  process.env.VIGILIA_DATA_DIR = mkdtempSync(join(tmpdir(), "copies-"));
  claimId = await enterFigure(carmen, figureTyped(), clock);
});

const archive = (file: Buffer | string, by = carmen, to = claimId) =>
  archiveCopy(by, { claimId: to, file: Readable.from([Buffer.from(file)]) }, clock);
const copies = async () => (await findFigure(carmen, claimId)).copies;
const onDisk = () =>
  readdirSync(join(process.env.VIGILIA_DATA_DIR ?? "", "documents"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const page = `<!doctype html><html><head><title>Nota</title><script>alert(1)</script></head>
<body onload="x()"><p>Trescientas personas &amp; m&#225;s</p><img src="https://rastreo.invalid/x.gif"><script>robar()</script></body></html>`;

test("a saved page is kept sealed with its hash, and read as words alone", async () => {
  await archive(page);
  const [copy] = await copies();
  expect(copy).toMatchObject({ kind: "text", bytes: Buffer.byteLength(page), addedBy: "carmen" });
  expect(copy?.sha256).toBe(createHash("sha256").update(page).digest("hex"));
  for (const path of onDisk()) expect(readFileSync(path).includes("Trescientas")).toBe(false);
  const opened = await openCopy(carmen, { claimId, copyId: copy?.id ?? "", page: 1 }, clock);
  expect(opened.text).toContain("Trescientas personas & más");
  expect(opened.text).not.toMatch(/script|robar|alert|rastreo|</);
});

test("a picture is shown as a new picture without what hid in it, and the same file twice is one copy", async () => {
  const photo = await sharp(randomBytes(60 * 40 * 3), { raw: { width: 60, height: 40, channels: 3 } })
    .withExif({ IFD0: { Artist: "Alguien que no debe verse" } })
    .jpeg()
    .toBuffer();
  await archive(photo);
  const before = onDisk().length;
  await archive(photo);
  const kept = await copies();
  expect(kept.map(({ kind }) => kind).sort()).toEqual(["jpeg", "text"]);
  const copyId = kept.find(({ kind }) => kind === "jpeg")?.id ?? "";
  expect(onDisk()).toHaveLength(before);
  const opened = await openCopy(carmen, { claimId, copyId, page: 1 }, clock);
  expect((await sharp(opened.picture ?? Buffer.alloc(0)).metadata()).width).toBe(60);
  expect(opened.picture?.includes("Alguien")).toBe(false);
  await expect(openCopy(carmen, { claimId, copyId, page: 2 }, clock)).rejects.toMatchObject({
    code: "not_found",
  });
});

test("the sweep of strays leaves the archive alone", async () => {
  const old = new Date("2026-03-01T00:00:00Z");
  for (const path of onDisk()) utimesSync(path, old, old);
  const before = onDisk().sort();
  expect(await sweepDocuments(clock)).toBe(0);
  expect(onDisk().sort()).toEqual(before);
});

test("programs, empty files, files too large and figures nobody entered are refused, and leave nothing", async () => {
  const before = onDisk().length;
  const said = (file: Buffer | string, by = carmen, to = claimId) =>
    archive(file, by, to).then(
      () => "kept",
      (error: { code?: string }) => error.code,
    );
  expect(await said(Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]))).toBe("copy_kind");
  expect(await said(Buffer.from([0xff, 0xfe, 0x41, 0x00]))).toBe("copy_kind");
  expect(await said("")).toBe("document_empty");
  expect(await said(Buffer.alloc(11 * 1024 * 1024, "a"))).toBe("document_too_large");
  expect(await said("hola", carmen, "nadie-rel-2026")).toBe("not_found");
  expect(await said("hola", adela)).toBe("not_permitted");
  expect(onDisk()).toHaveLength(before);
  await expect(asOwner("DELETE FROM registry.claim_copies")).rejects.toThrow(/append-only/);
});
