import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { CANARY, type HostileFile } from "./schema";
import { tagged } from "./tagged";

const noise = (width = 120, height = 90) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#484",
      noise: { type: "gaussian", mean: 120, sigma: 40 },
    },
  });
export const jpeg = (width?: number, height?: number) => noise(width, height).jpeg().toBuffer();
const png = (width?: number, height?: number) => noise(width, height).png().toBuffer();
const webp = (width?: number, height?: number) => noise(width, height).webp().toBuffer();

export function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** A PNG with a chunk put in after its head. */
async function pngWith(type: string, content: Uint8Array): Promise<Buffer> {
  const whole = await png();
  return Buffer.concat([whole.subarray(0, 33), chunk(type, content), whole.subarray(33)]);
}

/** A JPEG with a segment put in after its first two bytes. */
async function jpegWith(marker: number, content: string | Uint8Array): Promise<Buffer> {
  const whole = await jpeg();
  const bytes = Buffer.from(content);
  const head = Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255]);
  return Buffer.concat([whole.subarray(0, 2), head, bytes, whole.subarray(2)]);
}

/** A picture whose head claims a size that its bytes do not hold. */
async function claiming(kind: "jpeg" | "png" | "webp", width: number, height: number): Promise<Buffer> {
  const file = Buffer.from(await (kind === "jpeg" ? jpeg() : kind === "png" ? png() : webp()));
  if (kind === "png") {
    file.writeUInt32BE(width, 16);
    file.writeUInt32BE(height, 20);
    file.writeUInt32BE(crc32(file.subarray(12, 29)), 29);
  } else if (kind === "jpeg") {
    const frame = file.indexOf(Buffer.from([0xff, 0xc0]));
    file.writeUInt16BE(height, frame + 5);
    file.writeUInt16BE(width, frame + 7);
  } else {
    file.writeUInt16LE(width & 0x3fff, 26);
    file.writeUInt16LE(height & 0x3fff, 28);
  }
  return file;
}

const bomb = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#fff" }, limitInputPixels: false });

const zeros = (megabytes: number) => deflateSync(Buffer.alloc(megabytes * 1024 * 1024), { level: 9 });
const keyword = Buffer.from("Comment\0\0\0\0\0", "latin1");
const cut = async (file: Promise<Buffer>, part: number) => {
  const whole = await file;
  return whole.subarray(0, Math.floor(whole.length * part));
};
const then = async (file: Promise<Buffer>, more: string) =>
  Buffer.concat([await file, Buffer.from(more, "latin1")]);

/** Pictures that tell where a family lives, that are not what they seem, or that ask for more than there is. */
export const pictures: HostileFile[] = [
  ...(["jpeg", "png", "webp"] as const).flatMap((kind): HostileFile[] => {
    const plain = () => (kind === "jpeg" ? jpeg() : kind === "png" ? png() : webp());
    return [
      { what: `${kind} with a place in EXIF`, fate: "drawn", make: () => tagged(plain(), kind, "exif") },
      { what: `${kind} with a place in XMP`, fate: "drawn", make: () => tagged(plain(), kind, "xmp") },
      {
        what: `${kind} with a zip and a page behind it`,
        fate: "drawn",
        make: () => then(plain(), `PK\x03\x04<script>${CANARY}</script>`),
      },
      { what: `${kind} cut in half`, fate: "not_drawn", make: () => cut(plain(), 0.5) },
      {
        what: `${kind} of its first hundred bytes`,
        fate: "any",
        make: async () => (await plain()).subarray(0, 100),
      },
      {
        what: `${kind} that claims the largest size there is`,
        fate: "not_drawn",
        make: () => claiming(kind, 65_000, 65_000),
      },
    ];
  }),
  { what: "jpeg with city and writer in IPTC", fate: "drawn", make: () => tagged(jpeg(), "jpeg", "iptc") },
  {
    what: "jpeg with a serial number and owner",
    fate: "drawn",
    make: () => tagged(jpeg(), "jpeg", "device"),
  },
  {
    what: "jpeg whose small copy shows another place",
    fate: "drawn",
    make: () => tagged(jpeg(), "jpeg", "thumbnail"),
  },
  { what: "jpeg with a comment", fate: "drawn", make: () => jpegWith(0xfe, `<?php ${CANARY} ?>`) },
  { what: "jpeg with a PDF in a comment", fate: "drawn", make: () => jpegWith(0xfe, `%PDF-1.4 ${CANARY}`) },
  {
    what: "jpeg with a profile of junk",
    fate: "drawn",
    make: () => jpegWith(0xe2, `ICC_PROFILE\0\x01\x01${CANARY}`),
  },
  {
    what: "jpeg with a second picture behind it",
    fate: "drawn",
    make: async () => Buffer.concat([await jpeg(), await tagged(jpeg(), "jpeg", "exif")]),
  },
  { what: "jpeg drawn in passes", fate: "drawn", make: () => noise().jpeg({ progressive: true }).toBuffer() },
  {
    what: "jpeg for a press in four inks",
    fate: "drawn",
    make: () => noise().toColourspace("cmyk").jpeg().toBuffer(),
  },
  { what: "jpeg one pixel high", fate: "drawn", make: () => jpeg(20_000, 1) },
  {
    what: "jpeg with noise for a middle",
    fate: "any",
    make: async () => {
      const whole = Buffer.from(await jpeg());
      whole.fill(0xa5, 700, 1400);
      return whole;
    },
  },
  {
    what: "png with words and a private chunk",
    fate: "drawn",
    make: () => pngWith("caSa", Buffer.from(CANARY)),
  },
  {
    what: "png with a text that swells to 200 MB",
    fate: "any",
    make: () => pngWith("iTXt", Buffer.concat([Buffer.from("Comment\0\x01\0\0\0", "latin1"), zeros(200)])),
  },
  {
    what: "png with a compressed text of 100 MB",
    fate: "any",
    make: () => pngWith("zTXt", Buffer.concat([Buffer.from("Comment\0\0", "latin1"), zeros(100)])),
  },
  {
    what: "png with a profile that swells",
    fate: "any",
    make: () => pngWith("iCCP", Buffer.concat([Buffer.from("x\0\0", "latin1"), zeros(100)])),
  },
  {
    what: "png with plain words",
    fate: "drawn",
    make: () => pngWith("tEXt", Buffer.concat([keyword.subarray(0, 8), Buffer.from(CANARY)])),
  },
  {
    what: "png with a wrong sum",
    fate: "not_drawn",
    make: async () => {
      const whole = Buffer.from(await png());
      whole.fill(0, whole.length - 40, whole.length - 20);
      return whole;
    },
  },
  { what: "png of no width", fate: "not_drawn", make: () => claiming("png", 0, 10) },
  {
    what: "png that moves",
    fate: "not_taken",
    make: () => pngWith("acTL", Buffer.from([0, 0, 0xff, 0xff, 0, 0, 0, 0])),
  },
  {
    what: "png of sixteen bits, seen through",
    fate: "drawn",
    make: () => noise().toColourspace("rgb16").ensureAlpha(0.5).png().toBuffer(),
  },
  {
    what: "png of 256 million pixels in a few KB",
    fate: "not_drawn",
    make: () => bomb(16_000, 16_000).png().toBuffer(),
  },
  {
    what: "webp of a hundred million pixels",
    fate: "not_drawn",
    make: () => bomb(10_000, 10_000).webp({ effort: 0 }).toBuffer(),
  },
  {
    what: "webp without loss, seen through",
    fate: "drawn",
    make: () => noise().ensureAlpha(0.3).webp({ lossless: true }).toBuffer(),
  },
  {
    what: "webp whose length lies",
    fate: "any",
    make: async () => {
      const whole = Buffer.from(await webp());
      whole.writeUInt32LE(0xfffffff0, 4);
      return whole;
    },
  },
];
