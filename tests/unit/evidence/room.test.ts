import { expect, test } from "vitest";
import { hasRoom } from "@/lib/evidence/store/rules";

const GIB = 1024 ** 3;

test("files leave room for words, as a share of a small disk and as an amount on a large one", () => {
  expect(hasRoom(1.6 * GIB, 10 * GIB)).toBe(true);
  expect(hasRoom(1.4 * GIB, 10 * GIB)).toBe(false);
  // 15 % of such a disk would be 38 GiB: room for every paper of a registry.
  expect(hasRoom(36 * GIB, 252 * GIB)).toBe(true);
  expect(hasRoom(1.9 * GIB, 252 * GIB)).toBe(false);
});
