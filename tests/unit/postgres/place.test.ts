import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { choosePlace } from "@/scripts/postgres/place";

const account = (canEnter: boolean) => ({ name: "postgres", spawnAs: {}, canEnter: () => canEnter }) as never;
let root: string;
let original: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "vigilia-place-"));
  original = join(root, "original");
  const { cluster } = await choosePlace(original, account(true));
  mkdirSync(cluster);
  writeFileSync(join(cluster, "postmaster.pid"), "1\n");
});

describe("the place of a database", () => {
  test("stays where it was first chosen", async () => {
    const place = await choosePlace(original, account(true));
    expect(place.cluster).toBe(join(original, "postgres"));
    expect(existsSync(join(place.cluster, "postmaster.pid"))).toBe(true);
  });

  test("of a copied directory is in the copy, and the original keeps its own", async () => {
    const copy = join(root, "copy");
    cpSync(original, copy, { recursive: true });
    const place = await choosePlace(copy, account(true));
    expect(place).toMatchObject({
      dataDir: copy,
      cluster: join(copy, "postgres"),
      socketDir: join(copy, "socket"),
    });
    expect(existsSync(join(copy, "postgres", "postmaster.pid"))).toBe(false);
    expect(JSON.parse(readFileSync(join(copy, "postgres-place.json"), "utf8")).dataDir).toBe(copy);
    expect((await choosePlace(original, account(true))).cluster).toBe(join(original, "postgres"));
  });

  test("of a moved directory moves with it", async () => {
    const moved = join(root, "moved");
    renameSync(original, moved);
    expect((await choosePlace(moved, account(true))).cluster).toBe(join(moved, "postgres"));
  });

  test("kept apart is never shared with a copy, and found again after a move", async () => {
    const apart = {
      dataDir: original,
      cluster: "/var/lib/vigilia/x/postgres",
      socketDir: "/var/lib/vigilia/x/socket",
      tcpPort: null,
      log: "",
      note: null,
    };
    writeFileSync(join(original, "postgres-place.json"), JSON.stringify(apart));
    const copy = join(root, "copy");
    cpSync(original, copy, { recursive: true });
    await expect(choosePlace(copy, account(false))).rejects.toThrow(/is a copy of/);
    renameSync(original, join(root, "moved"));
    expect((await choosePlace(join(root, "moved"), account(false))).cluster).toBe(apart.cluster);
  });
});
