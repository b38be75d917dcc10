import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openFlow, sealFlow } from "@/lib/intake/flow/queries";
import { standingOf } from "@/lib/intake/flow/rules";

beforeAll(() => {
  vi.stubEnv("FLOW_KEY", "a flow key that only this test has...");
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const noon = new Date("2026-01-20T16:00:00Z");
const after = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const key = Buffer.alloc(32, 7).toString("base64");
const draft = {
  kind: "draft",
  at: "person",
  code: "12345678901234567890",
  lookup: key,
  draftKey: key,
} as const;

test("comes back as it was sealed, and tells nothing to whoever carries it", () => {
  const sealed = sealFlow(draft, () => noon);
  expect(openFlow(sealed)).toEqual({
    ...draft,
    visit: expect.stringMatching(/^[\w-]{8}$/),
    sealedAt: noon.getTime(),
  });
  expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("1234567890");
});

test("is small enough for a hidden field on every page", () => {
  const report = { kind: "report", at: "report", lookup: key, publicKey: key, privateKey: key } as const;
  for (const flow of [draft, report]) expect(sealFlow(flow, () => noon).length).toBeLessThan(600);
});

test("made up, changed or sealed by another installation, it is nothing", () => {
  const sealed = sealFlow(draft, () => noon);
  const changed = Buffer.from(sealed, "base64url");
  changed[40] = (changed[40] ?? 0) ^ 1;
  for (const wrong of [
    undefined,
    "",
    "x",
    "ñ".repeat(50),
    sealed.slice(4),
    changed.toString("base64url"),
    "A".repeat(9999),
  ]) {
    expect(openFlow(wrong)).toBeNull();
  }
  vi.stubEnv("FLOW_KEY", "a flow key of quite another place.....");
  expect(openFlow(sealed)).toBeNull();
  vi.stubEnv("FLOW_KEY", "a flow key that only this test has...");
});

test.each([
  [0, "open"],
  [29, "open"],
  [30, "saving"],
  [14 * 24 * 60 - 1, "saving"],
  [14 * 24 * 60, "over"],
] as const)("%s minutes after its page it is %s", (minutes, standing) => {
  expect(standingOf({ ...draft, sealedAt: noon.getTime() }, after(minutes))).toBe(standing);
});
