import { execFileSync } from "node:child_process";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { drawSafely } from "@/lib/evidence/derivative/commands";
import type { DocumentKind } from "@/lib/evidence/derivative/schema";
import { kindOf, plainName } from "@/lib/evidence/documents/rules";

const CANARY = "CASA-DE-LA-FAMILIA";
const photo = (width = 400, height = 300) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#484",
      noise: { type: "gaussian", mean: 120, sigma: 30 },
    },
  });
const place = {
  IFD0: { Artist: CANARY, Make: CANARY },
  IFD3: {
    GPSLatitudeRef: "N",
    GPSLatitude: "10/1 30/1 0/1",
    GPSLongitudeRef: "W",
    GPSLongitude: "66/1 55/1 0/1",
  },
};

/** A PDF of one page with a text, an author and a script that runs on opening. */
const pdf = Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert('${CANARY}'))>>>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 41>>stream
BT /F1 24 Tf 40 100 Td (Boleta) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
6 0 obj<</Author(${CANARY})>>endobj
trailer<</Root 1 0 R/Info 6 0 R>>
%%EOF`);

const hasPoppler = () => {
  try {
    execFileSync("pdftoppm", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

describe("a safe picture of a document", () => {
  test.each<[DocumentKind, () => Promise<Buffer>]>([
    ["jpeg", () => photo().withExif(place).jpeg().toBuffer()],
    ["png", () => photo().withExif(place).png().toBuffer()],
    ["webp", () => photo().withExif(place).webp().toBuffer()],
  ])("of a %s holds pixels, and nothing of who, where or with what", async (kind, make) => {
    const file = Buffer.concat([await make(), Buffer.from(`<script>${CANARY}</script>PK`)]);
    expect(file.includes(CANARY)).toBe(true);
    const [picture, ...more] = await drawSafely(kind, file);
    expect(more).toEqual([]);
    const drawn = await sharp(picture).metadata();
    expect([drawn.format, drawn.width, drawn.height]).toEqual(["jpeg", 400, 300]);
    expect([drawn.exif, drawn.xmp, drawn.iptc, drawn.icc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(picture?.includes(CANARY)).toBe(false);
  });

  test("stands upright when the phone only wrote that it was turned", async () => {
    const turned = await photo().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const [picture] = await drawSafely("jpeg", turned);
    const { width, height, orientation } = await sharp(picture).metadata();
    expect([width, height, orientation]).toEqual([300, 400, undefined]);
  });

  test.runIf(hasPoppler())("of a PDF is its pages drawn, without author or script", async () => {
    const pages = await drawSafely("pdf", pdf);
    expect(pages).toHaveLength(1);
    expect(pages[0]?.includes(CANARY)).toBe(false);
    const ink = await sharp(pages[0]).greyscale().stats();
    expect(ink.channels[0]?.min).toBeLessThan(60);
  });

  test.each<[string, DocumentKind, () => Promise<Uint8Array> | Uint8Array]>([
    ["two hundred and fifty million pixels in a few KB", "png", () => bomb()],
    ["a cut-off photo", "jpeg", async () => (await photo().jpeg().toBuffer()).subarray(0, 4000)],
    ["nothing", "webp", () => Buffer.alloc(0)],
    [
      "a drawing that could fetch",
      "png",
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
    ],
    ["words", "jpeg", () => Buffer.from("hola")],
    ["a PDF that is none", "pdf", () => Buffer.from("%PDF-1.7 nada")],
  ])("is refused for %s, and the process lives", async (_what, kind, make) => {
    const refused = ["document_unreadable", "document_too_heavy", "document_not_drawn"];
    const error = await drawSafely(kind, await make()).catch((problem: unknown) => problem);
    expect(refused).toContain((error as { code?: string }).code);
    expect(await drawSafely("jpeg", await photo().jpeg().toBuffer())).toHaveLength(1);
  });
});

const bomb = () =>
  sharp({
    create: { width: 16_000, height: 16_000, channels: 3, background: "#fff" },
    limitInputPixels: false,
  })
    .png()
    .toBuffer();

describe("what a file is", () => {
  test("is told by its own bytes and by nothing else", async () => {
    expect(await kindOf(await photo().webp().toBuffer())).toBe("webp");
    expect(await kindOf(pdf)).toBe("pdf");
    for (const other of [
      await photo().gif().toBuffer(),
      Buffer.from("<svg/>"),
      Buffer.from("MZ"),
      Buffer.from("PK\x03\x04"),
    ])
      await expect(kindOf(other)).rejects.toMatchObject({ code: "document_kind" });
  });

  test.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\mama\\foto.jpg", "foto.jpg"],
    ["foto‮gpj.exe", "fotogpj.exe"],
    ["a\u0000b\n.jpg", "ab.jpg"],
    ["cédula de mi hijo ñ.jpg", "cédula de mi hijo ñ.jpg"],
    ["x".repeat(500), "x".repeat(120)],
  ])("keeps of the name %j only %j", (name, kept) => expect(plainName(name)).toBe(kept));
});
