import { beforeAll, describe, expect, test, vi } from "vitest";
import { endVisit } from "@/lib/intake/flow/commands";
import { isEnded, openFlow, sealFlow } from "@/lib/intake/flow/queries";
import type { Flow } from "@/lib/intake/flow/schema";
import { asOwner } from "../../support/owner";

const family = { kind: "family" } as const;
const noon = new Date("2026-01-20T16:00:30Z");
const key = Buffer.alloc(32, 7).toString("base64");
const code = "12345678901234567890";

const carried = (at: Flow["at"], visit?: string): Flow => {
  const flow = openFlow(
    sealFlow({ kind: "draft", at, code, lookup: key, draftKey: key, ...(visit && { visit }) }, () => noon),
  );
  if (!flow) throw new Error("what was just sealed opens");
  return flow;
};

describe("a visit that was left", () => {
  beforeAll(() => {
    vi.stubEnv("FLOW_KEY", "a flow key that only this test has...");
  });

  test("is over for every page of it, copied or not, and for no other visit with the same code", async () => {
    const first = carried("person");
    const later = carried("review", first.visit);
    const other = carried("person");
    expect(other.visit).not.toBe(first.visit);
    await endVisit(family, later, () => noon);
    await endVisit(family, later, () => noon);
    expect(await isEnded(first)).toBe(true);
    expect(await isEnded(later)).toBe(true);
    expect(await isEnded(other)).toBe(false);
  });

  test("leaves a mark that says nothing of anybody, until nothing of it could be brought back", async () => {
    const flow = carried("person");
    await endVisit(family, flow, () => noon);
    const rows = () =>
      asOwner<{ mark: Buffer; until: string }>("SELECT mark, until::text FROM registry.ended_visits");
    const [mine] = (await rows()).slice(-1);
    expect(mine?.mark).toHaveLength(16);
    expect(mine?.until).toBe("2026-02-04");
    const printed = JSON.stringify(await rows());
    for (const told of [flow.visit ?? "", code, key]) expect(printed).not.toContain(told);

    const muchLater = new Date(noon.getTime() + 20 * 86_400_000);
    const next = carried("person");
    await endVisit(family, next, () => muchLater);
    expect(await rows()).toHaveLength(1);
    expect(await isEnded(next)).toBe(true);
  });
});
