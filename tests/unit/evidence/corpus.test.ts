import { spawnSync } from "node:child_process";
import { resourceUsage } from "node:process";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { Refusal } from "@/lib/core/refusal";
import { drawSafely } from "@/lib/evidence/derivative/commands";
import { kindOf } from "@/lib/evidence/documents/rules";
import { foreign } from "../../support/hostile-files/foreign";
import { papers } from "../../support/hostile-files/papers";
import { pictures } from "../../support/hostile-files/pictures";
import { CANARY, type Fate } from "../../support/hostile-files/schema";
import { readTags } from "../../support/hostile-files/tagged";

const there = ["exiftool", "pdftoppm"].every((program) => spawnSync(program, ["-v"]).error === undefined);
const corpus = [...pictures, ...papers, ...foreign];
const drawn: { what: string; picture: Buffer }[] = [];

/** What became of a file, by the way every file goes: told by its bytes, then drawn in a process of its own. */
async function fateOf(file: Uint8Array): Promise<{ fate: Fate; pictures: Buffer[] }> {
  const kind = await kindOf(file.subarray(0, 4100)).catch(coded);
  if (typeof kind !== "string") return { fate: "not_taken", pictures: [] };
  const made = await drawSafely(kind, file).catch(coded);
  return Array.isArray(made) ? { fate: "drawn", pictures: made } : { fate: "not_drawn", pictures: [] };
}

/** A refusal with a sentence for it; anything else is a fault. */
function coded(error: unknown): Refusal {
  if (!(error instanceof Refusal)) throw error;
  expect(["document_kind", "document_unreadable", "document_too_heavy"]).toContain(error.code);
  return error;
}

describe.runIf(there || process.env.TOOLS_REQUIRED)("hostile files", () => {
  test("are sixty and more, each another", () => {
    expect(new Set(corpus.map(({ what }) => what)).size).toBeGreaterThanOrEqual(60);
  });

  test.each(corpus.map((one) => [one.what, one] as const))(
    "%s",
    async (what, { fate, make }) => {
      const file = await make();
      const came = await fateOf(file);
      if (fate !== "any") expect(came.fate).toBe(fate);
      for (const picture of came.pictures) {
        expect((await sharp(picture).metadata()).format).toBe("jpeg");
        drawn.push({ what, picture });
      }
    },
    100_000,
  );

  test("leave pictures that tell exiftool nothing but their size", () => {
    expect(drawn.length).toBeGreaterThan(40);
    const allowed = /^(SourceFile|(File|JFIF|Composite|ExifTool):\w+)$/;
    const told = readTags(drawn.map(({ picture }) => picture)).flatMap((tags, index) =>
      Object.keys(JSON.parse(tags) as object)
        .filter((tag) => !allowed.test(tag) || tag === "File:Comment")
        .map((tag) => `${drawn[index]?.what}: ${tag}`),
    );
    expect(told).toEqual([]);
    for (const { what, picture } of drawn) expect(picture.includes(CANARY), what).toBe(false);
  });

  afterAll(() => {
    expect(resourceUsage().maxRSS / 1024, "MB of the process that asked").toBeLessThan(1500);
  });
});
