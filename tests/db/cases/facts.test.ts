import { beforeAll, describe, expect, it } from "vitest";
import { record } from "@/lib/audit/record";
import type { StaffActor } from "@/lib/auth/actor";
import { recount } from "@/lib/cases/counting/commands";
import { confirmFact, insertFact, makeKnown, recordFact } from "@/lib/cases/facts/commands";
import { supersedeFact } from "@/lib/cases/facts/correction/commands";
import { confirmRetraction, proposeRetraction } from "@/lib/cases/facts/retraction/commands";
import type { WrittenFact } from "@/lib/cases/facts/schema";
import { tellKin } from "@/lib/cases/kin/commands";
import { insertPermission } from "@/lib/cases/permissions/commands";
import { newReference } from "@/lib/cases/references/rules";
import { newId } from "@/lib/core/ids";
import { desk } from "@/lib/db/desk";
import { insertPerson } from "@/lib/people/commands";
import { identityInput, traitsInput } from "@/lib/people/schema";
import { tally } from "@/lib/tallies/queries";
import { asOwner } from "@/tests/support/owner";
import { inventedTeam } from "@/tests/support/team";

let ana: StaffActor;
let vera: StaffActor;
let carmen: StaffActor;
const day =
  (n: number, hour = 12) =>
  () =>
    new Date(Date.UTC(2026, 0, n, hour));

beforeAll(async () => {
  const member = await inventedTeam();
  ana = member("ana", "intake");
  vera = member("vera", "vetter");
  carmen = member("carmen", "coordinator");
});

const fact = (state: string, date: string, more: Partial<WrittenFact> = {}): WrittenFact =>
  ({
    track: "custody",
    state,
    episode: 1,
    effective: { earliest: date, latest: date },
    ...more,
  }) as WrittenFact;

/** A person verified and permitted on 2 January, apprehended on 1 December. */
async function verified(): Promise<{ caseId: string; personId: string; detained: string }> {
  const now = day(2)();
  return desk().$transaction(async (tx) => {
    const identity = identityInput.parse({ givenNames: "Persona", surnames: "Inventada" });
    const { personId } = await insertPerson(
      tx,
      ana,
      { identity, traits: traitsInput.parse({ sex: "woman" }) },
      now,
    );
    const caseId = newId(now);
    await tx.case.create({
      data: { id: caseId, personId, reference: newReference(), openedBy: "ana", openedAt: now },
    });
    const count = {
      purpose: "count",
      granted: true,
      givenBy: "relative",
      standing: true,
      holderId: null,
      textVersion: null,
    } as const;
    await insertPermission(tx, ana, caseId, count, now);
    const detained = await insertFact(tx, {
      caseId,
      input: fact("apprehended", "2025-12-01"),
      recordedBy: "ana",
      now,
    });
    const verdict = { track: "vetting", state: "verified_political" } as const;
    const vetted = await insertFact(tx, { caseId, input: verdict, recordedBy: "ana", now });
    await makeKnown(tx, [detained, vetted], "vera", now);
    await record(tx, ana, "case.opened", null, now);
    await recount(tx, [personId]);
    return { caseId, personId, detained };
  });
}

const heldOn = async (at: () => Date, known = at) => (await tally(desk(), at(), known())).held.total;

describe("a fact", () => {
  it("counts only once a second person confirms it, and once when two confirm at the same moment", async () => {
    const before = await heldOn(day(20));
    const { caseId, personId } = await verified();
    const release = await recordFact(ana, caseId, fact("released_full", "2026-01-08"), day(9));
    expect(await heldOn(day(20))).toBe(before + 1);
    await expect(confirmFact(ana, release, day(10))).rejects.toMatchObject({ code: "not_permitted" });
    const both = await Promise.allSettled([
      confirmFact(vera, release, day(10)),
      confirmFact(carmen, release, day(10)),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({
      reason: { code: "already_confirmed" },
    });
    expect(await heldOn(day(20))).toBe(before);
    expect(await heldOn(day(20), day(9))).toBe(before + 1);
    const stays = await asOwner(
      "SELECT exit_state FROM registry.stays WHERE person_id = $1 AND exit IS NOT NULL",
      [personId],
    );
    expect(stays).toHaveLength(1);
    const audit = await asOwner("SELECT action FROM registry.audit_events WHERE action = 'fact.confirmed'");
    expect(audit).toHaveLength(1);
  });

  it("is never confirmed by whoever recorded it, and leaves nothing behind when refused", async () => {
    const { caseId } = await verified();
    const mine = await recordFact(vera, caseId, fact("located_contact", "2025-12-20"), day(3));
    await expect(confirmFact(vera, mine, day(4))).rejects.toMatchObject({ code: "same_person" });
    const before = await asOwner("SELECT count(*) FROM registry.facts");
    const trail = await asOwner("SELECT count(*) FROM registry.audit_events");
    for (const [input, code] of [
      [fact("released_full", "2025-11-01"), "held_after_release"],
      [fact("apprehended", "2025-12-25", { episode: 2 } as Partial<WrittenFact>), "episode_still_open"],
      [
        fact("released_full", "2026-01-05", { effective: { earliest: "2026-01-05", latest: "2026-01-04" } }),
        "bounds_reversed",
      ],
      [{ track: "vetting", state: "verified_political" } as WrittenFact, "not_permitted"],
    ] as const) {
      await expect(recordFact(ana, caseId, input, day(5))).rejects.toMatchObject({ code });
    }
    expect(await asOwner("SELECT count(*) FROM registry.facts")).toEqual(before);
    expect(await asOwner("SELECT count(*) FROM registry.audit_events")).toEqual(trail);
  });

  it("is corrected in its place: the old one counts until the correction is confirmed, and nothing is rewritten", async () => {
    const { caseId, detained, personId } = await verified();
    const release = await recordFact(ana, caseId, fact("released_full", "2026-01-08"), day(9));
    await confirmFact(vera, release, day(9));
    const better = fact("released_with_measures", "2026-01-12");
    const correction = await supersedeFact(ana, release, better, "read the order", day(14));
    await expect(supersedeFact(ana, release, better, "again", day(14))).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    await confirmFact(vera, correction, day(15));
    const rows = await asOwner<{ position: number; known_to: Date | null }>(
      "SELECT position, known_to FROM registry.facts WHERE case_id = $1 AND state LIKE 'released%' ORDER BY known_from",
      [caseId],
    );
    expect(rows.map((row) => row.known_to?.toISOString() ?? null)).toEqual([day(15)().toISOString(), null]);
    expect(rows[0]?.position).toBe(rows[1]?.position);
    const exits = await asOwner<{ exit: Date }>(
      "SELECT exit FROM registry.stays WHERE person_id = $1 AND exit IS NOT NULL ORDER BY known",
      [personId],
    );
    expect(exits.map(({ exit }) => exit.toISOString())).toEqual([
      "2026-01-08T04:00:00.000Z",
      "2026-01-12T04:00:00.000Z",
    ]);
    const leaving = await proposeRetraction(ana, detained, "wrong person", day(16));
    await expect(confirmRetraction(vera, leaving, day(16))).resolves.toBeUndefined();
  });

  it("of a death waits for next of kin and a coordinator, and nothing follows it", async () => {
    const { caseId } = await verified();
    const death = await recordFact(ana, caseId, fact("died_in_custody", "2026-01-06"), day(7));
    await expect(confirmFact(vera, death, day(8))).rejects.toMatchObject({ code: "coordinator_needed" });
    await expect(confirmFact(carmen, death, day(8))).rejects.toMatchObject({ code: "kin_not_told" });
    await tellKin(vera, caseId, day(9));
    await confirmFact(carmen, death, day(10));
    const after = recordFact(ana, caseId, fact("released_full", "2026-01-07"), day(11));
    await expect(after).rejects.toMatchObject({ code: "nothing_after_death" });
  });

  it("of a release is refused while house arrest as a measure is open", async () => {
    const { caseId } = await verified();
    const arrest = {
      track: "measure",
      state: "VE242.1",
      effective: { earliest: "2026-01-03", latest: "2026-01-03" },
    } as const;
    await recordFact(ana, caseId, arrest, day(4));
    const release = recordFact(ana, caseId, fact("released_full", "2026-01-05"), day(6));
    await expect(release).rejects.toMatchObject({ code: "house_arrest_open" });
  });
});
