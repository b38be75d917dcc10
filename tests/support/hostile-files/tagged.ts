import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CANARY } from "./schema";

const PLACE = ["-GPSLatitude=10.4806", "-GPSLatitudeRef=N", "-GPSLongitude=66.9036", "-GPSLongitudeRef=W"];
const TAGS = {
  exif: [...PLACE, `-Artist=${CANARY}`, `-UserComment=${CANARY}`, "-DateTimeOriginal=2026:01:03 02:00:00"],
  xmp: [
    "-XMP-exif:GPSLatitude=10.4806",
    "-XMP-exif:GPSLongitude=-66.9036",
    `-XMP-dc:Creator=${CANARY}`,
    `-XMP-photoshop:City=${CANARY}`,
  ],
  iptc: [`-IPTC:City=${CANARY}`, `-IPTC:By-line=${CANARY}`, `-IPTC:Caption-Abstract=${CANARY}`],
  device: [`-SerialNumber=${CANARY}`, `-OwnerName=${CANARY}`, `-Make=${CANARY}`, `-ImageUniqueID=${CANARY}`],
  thumbnail: ["-ThumbnailImage<=", ...PLACE],
};

/** A file into which exiftool wrote who, where and with what. */
export async function tagged(
  file: Promise<Uint8Array>,
  kind: string,
  tags: keyof typeof TAGS,
): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "vigilia-tagged-"));
  try {
    const path = join(folder, `a.${kind}`);
    writeFileSync(path, await file);
    const small = join(folder, "small.jpeg");
    writeFileSync(small, await file);
    const asked = TAGS[tags].map((tag) => (tag.endsWith("<=") ? `${tag}${small}` : tag));
    execFileSync("exiftool", ["-q", "-overwrite_original", ...asked, path]);
    const written = readFileSync(path);
    if (!/GPS|IPTC|Serial|Creator|City/.test(readTags([written])[0] ?? ""))
      throw new Error(`${kind} took no ${tags}`);
    return written;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything that exiftool finds in each file, as one text a file: groups, names and values. */
export function readTags(files: Uint8Array[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "vigilia-tags-"));
  try {
    const paths = files.map((file, index) => {
      const path = join(folder, `${index}`);
      writeFileSync(path, file);
      return path;
    });
    const asked = ["-j", "-a", "-u", "-U", "-G1", "-ee", "--System:all", ...paths];
    const out = execFileSync("exiftool", asked, {
      maxBuffer: 64 * 1024 * 1024,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return (JSON.parse(out.toString()) as Record<string, unknown>[]).map((tags) => JSON.stringify(tags));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
