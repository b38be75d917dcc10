import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { pagesOfPdf } from "./pdf.mjs";

/**
 * Reads one file from standard input and writes pictures of it to standard output: new pixels, nothing of what stood beside them. Runs
 * alone in a process with little memory and time, without keys, without the network's proxy, without an environment.
 * `node child.mjs image|pdf`; each picture as four bytes of length and a JPEG. Exit code 3: it cannot be read; 4: pages cannot be drawn here; 5: a page
 * takes too long.
 */
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });

const LONGEST = 2200;
const MOST_PIXELS = 40_000_000;

async function redraw(bytes) {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "truncated", sequentialRead: true, pages: 1 })
    .rotate()
    .resize({ width: LONGEST, height: LONGEST, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#fff" })
    .toColourspace("srgb")
    .jpeg({ quality: 82, chromaSubsampling: "4:4:4" })
    .toBuffer();
}

function write(picture) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(picture.length);
  process.stdout.write(length);
  process.stdout.write(picture);
}

try {
  const file = await buffer(process.stdin);
  if (process.argv[2] === "pdf") {
    for await (const page of pagesOfPdf(file)) write(page);
  } else {
    write(await redraw(file));
  }
} catch (error) {
  process.exitCode = { ENOENT: 4, ETIME: 5 }[error?.code] ?? 3;
}
