import { beforeAll, describe, expect, test } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { recordStanding } from "@/lib/cases/standing/commands";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { postWithdrawal } from "@/lib/intake/withdrawal/commands";
import { latestBalance } from "@/lib/opendata/balances/queries";
import { confirmFact } from "@/lib/publication/facts/commands";
import { applyWithdrawals, retryWithdrawal } from "@/lib/publication/withdrawals/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { listRequests } from "@/lib/vetting/withdrawals/queries";
import { oneMore } from "../../support/coordinators";
import { asOwner, asRole } from "../../support/owner";
import { counted, countRows } from "../../support/population";
import { openedRegistry, type Registry } from "../../support/published";
import { at, givenCase, givenDecision, givenReport } from "../../support/stories";

let carmen: StaffActor;
let ines: StaffActor;
let vera: StaffActor;
let abel: StaffActor;
const family = { kind: "family" } as const;

let publishWeekly: Registry["publish"];
const publish = async (cutOff: string, now: string): Promise<number> => {
  await publishWeekly(cutOff, now);
  return (await latestBalance())?.content.held.total ?? -1;
};

/** A family that reported, whose case is verified and counts. */
async function verified() {
  const { code, reportId } = await givenReport();
  const now = at("2026-01-21T12:00:00Z");
  const { caseId, reference } = await givenCase(ines, { reportIds: [reportId], channel: "report" }, now);
  const [fact] = await asOwner<{ id: string }>(
    "SELECT id FROM registry.facts WHERE case_id = $1 AND track = 'custody'",
    [caseId],
  );
  await confirmFact(vera, fact?.id ?? "", now);
  await reviewDecision(carmen, await givenDecision(vera, caseId, now), { agreed: true }, now);
  const { keys } = await openWithCode(family, code, now);
  return { caseId, reportId, reference, keys };
}

beforeAll(async () => {
  ({ carmen, ines, vera, publish: publishWeekly } = await openedRegistry());
  const now = at("2025-12-01T12:00:00Z");
  abel = await oneMore({ ...carmen, factorAt: now() }, "abel", "auditor", now);
  await counted(Array.from({ length: 60 }, () => ({})));
});

describe("a family takes back the permission to be counted", () => {
  let one: Awaited<ReturnType<typeof verified>>;
  let other: Awaited<ReturnType<typeof verified>>;

  beforeAll(async () => {
    [one, other] = [await verified(), await verified()];
    await recordStanding(
      vera,
      one.caseId,
      { report: one.reportId, givenBy: "relative", how: "Cédula y partida de nacimiento, por videollamada." },
      at("2026-01-22T12:00:00Z"),
    );
  }, 120_000);

  test("drafting applies it first, known from its post: the balance no longer counts, the one before stays", async () => {
    expect(await publish("2026-01-27T04:00:00.000Z", "2026-01-27T15:00:00Z")).toBe(62);
    await postWithdrawal(family, one.keys, at("2026-01-30T09:15:30Z"));
    await postWithdrawal(family, other.keys, at("2026-01-30T10:00:00Z"));
    expect(await countRows("registry.withdrawals")).toEqual([2]);

    expect(await publish("2026-02-03T04:00:00.000Z", "2026-02-03T15:00:00Z")).toBe(61);
    const { change } = (await latestBalance())?.content ?? {};
    expect(change?.reconciliation).toMatchObject({
      opening: 62,
      closing: 61,
      residual: 0,
      terms: { removals: -1 },
    });
    const rows = await asOwner(
      "SELECT granted, standing, known_from, recorded_by FROM registry.permissions WHERE case_id = $1 AND purpose = 'count' AND known_to IS NULL",
      [one.caseId],
    );
    expect(rows).toEqual([
      { granted: false, standing: true, known_from: new Date("2026-01-30T09:16:00Z"), recorded_by: "family" },
    ]);
    const trail = await asOwner<{ action: string }>(
      "SELECT action FROM registry.audit_events WHERE action LIKE 'withdrawal.%' ORDER BY seq",
    );
    expect(trail.map(({ action }) => action)).toEqual([
      "withdrawal.posted",
      "withdrawal.posted",
      "withdrawal.applied",
      "withdrawal.to_review",
    ]);
  });

  test("without standing nobody is uncounted: staff find it, record standing, and it holds from its post", async () => {
    const { rows: waiting } = await listRequests(ines, null);
    expect(waiting).toMatchObject([{ kind: "count", recordedBy: "family", reference: other.reference }]);
    const id = waiting[0]?.id ?? "";
    await expect(retryWithdrawal(vera, id, at("2026-02-04T11:00:00Z"))).rejects.toMatchObject({
      code: "standing_unchecked",
    });
    await expect(listRequests(abel, null)).rejects.toMatchObject({ code: "not_permitted" });
    await recordStanding(
      vera,
      other.caseId,
      { report: other.reportId, givenBy: "relative", how: "Visita con la cédula de la madre." },
      at("2026-02-04T12:00:00Z"),
    );
    await retryWithdrawal(vera, id, at("2026-02-04T13:00:00Z"));
    await expect(retryWithdrawal(vera, id, at("2026-02-04T13:00:00Z"))).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await listRequests(ines, null)).rows).toEqual([]);
    expect(await applyWithdrawals(carmen, at("2026-02-05T12:00:00Z"))).toEqual({ applied: 0, toReview: 0 });
    expect(await publish("2026-02-10T04:00:00.000Z", "2026-02-10T15:00:00Z")).toBe(60);
    expect(await countRows("registry.withdrawals")).toEqual([0]);
  });

  test("what is not yet posted at that moment waits; the same word again changes nothing", async () => {
    await postWithdrawal(family, one.keys, at("2026-02-12T09:00:00Z"));
    expect(await applyWithdrawals(carmen, at("2026-02-12T08:00:00Z"))).toEqual({ applied: 0, toReview: 0 });
    const before = await countRows("registry.permissions");
    expect(await applyWithdrawals(carmen, at("2026-02-12T10:00:00Z"))).toEqual({ applied: 1, toReview: 0 });
    expect(await countRows("registry.permissions")).toEqual(before);
    await expect(applyWithdrawals(abel, at("2026-02-12T10:00:00Z"))).rejects.toMatchObject({
      code: "not_permitted",
    });
  });

  test("the family's process writes only through its one door, and no plain column leads to a case or a code", async () => {
    const lookup = Buffer.alloc(one.keys.lookup.length, 7);
    await expect(
      postWithdrawal(family, { ...one.keys, lookup: new Uint8Array(lookup) }, at("2026-02-13T09:00:00Z")),
    ).rejects.toMatchObject({ code: "code_unknown" });
    for (const sql of [
      "SELECT * FROM registry.withdrawals",
      "DELETE FROM registry.withdrawals",
      "INSERT INTO registry.withdrawals (id, sealed, posted_at) VALUES (gen_random_uuid(), 'x', now())",
    ])
      await expect(asRole("INTAKE", sql)).rejects.toThrow(/permission denied/);
    await postWithdrawal(family, one.keys, at("2026-02-13T09:00:00Z"));
    await expect(asRole("DESK", "UPDATE registry.withdrawals SET posted_at = now()")).rejects.toThrow(
      /denied/,
    );
    const rows = await asOwner<{ row: string }>(
      "SELECT row_to_json(w)::text AS row FROM registry.withdrawals w",
    );
    expect(rows).toHaveLength(1);
    for (const secret of [one.caseId, one.reportId, Buffer.from(one.keys.lookup).toString("hex")])
      expect(rows[0]?.row).not.toContain(secret);
  });
});
