import { beforeAll, describe, expect, test } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { recordStanding } from "@/lib/cases/standing/commands";
import { postAnswer } from "@/lib/intake/answers/commands";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { openReport } from "@/lib/intake/receipt/queries";
import { findNamedCase } from "@/lib/opendata/cases/queries";
import { confirmFact, recordFact } from "@/lib/publication/facts/commands";
import { confirmNaming, proposeNaming } from "@/lib/publication/naming/commands";
import { applyWithdrawals } from "@/lib/publication/withdrawals/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { listActedAtOnce } from "@/lib/vetting/withdrawals/lately/queries";
import { listRequests } from "@/lib/vetting/withdrawals/queries";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asOwner } from "../../support/owner";
import { at, givenCase, givenDecision, givenReport, plainFact } from "../../support/stories";

let cast: Cast;
const family = { kind: "family" } as const;
const morning = at("2026-01-23T12:00:20Z");
const noon = at("2026-01-23T16:00:20Z");
const evening = at("2026-01-23T22:00:00Z");
beforeAll(async () => {
  cast = await givenCast();
});

/** A verified case of a family that reported; with standing where asked. */
async function verified(hasStanding = true) {
  const { code, reportId } = await givenReport();
  const now = at("2026-01-21T12:00:00Z");
  const { caseId, reference } = await givenCase(
    cast.ines,
    { reportIds: [reportId], channel: "report", permissions: [] },
    now,
  );
  const [fact] = await asOwner<{ id: string }>(
    "SELECT id FROM registry.facts WHERE case_id = $1 AND track = 'custody'",
    [caseId],
  );
  await confirmFact(cast.vera, fact?.id ?? "", now);
  await reviewDecision(cast.clara, await givenDecision(cast.vera, caseId, now), { agreed: true }, now);
  const how = "Cédula y partida de nacimiento, por videollamada.";
  if (hasStanding)
    await recordStanding(cast.vera, caseId, { report: reportId, givenBy: "relative", how }, now);
  const { keys } = await openWithCode(family, code, now);
  return { caseId, reference, reportId, keys };
}
type Verified = Awaited<ReturnType<typeof verified>>;

const say = async (
  { keys }: Verified,
  purpose: Parameters<typeof postAnswer>[1]["purpose"],
  granted: boolean,
  clock = noon,
  form = "1",
) => {
  const naming = (await openReport(keys))?.naming;
  await postAnswer(family, { keys, purpose, granted, form, naming }, clock);
};
const permissionsOf = ({ caseId }: Verified) =>
  asOwner<{ purpose: string; granted: boolean; standing: boolean; known_from: Date }>(
    "SELECT purpose, granted, standing, known_from FROM registry.permissions WHERE case_id = $1 AND known_to IS NULL ORDER BY known_from, purpose",
    [caseId],
  );
async function named(one: Verified) {
  await say(one, "name", true, at("2026-01-22T12:00:00Z"), "yes");
  await applyWithdrawals(cast.clara, at("2026-01-22T13:00:00Z"));
  const naming = await proposeNaming(cast.elena, one.caseId, at("2026-01-22T14:00:00Z"));
  await confirmNaming(cast.carlos as StaffActor, naming, at("2026-01-22T15:00:00Z"));
}

describe("permissions changed with a code", () => {
  test("a holder with standing is heard from the minute of the post, and sees with the code what stands", async () => {
    const one = await verified();
    expect((await openReport(one.keys))?.answers.get("count")?.granted).toBe(true);
    await say(one, "un", true);
    await say(one, "un", true);
    await say(one, "iachr", true, noon, "2");
    await say(one, "iachr", false, noon, "3");
    expect(await applyWithdrawals(cast.clara, evening)).toEqual({ applied: 3, toReview: 0 });
    const rows = await permissionsOf(one);
    expect(rows).toContainEqual({
      ...{ purpose: "un", granted: true, standing: true },
      known_from: new Date("2026-01-23T16:01:00Z"),
    });
    expect(rows.find((row) => row.purpose === "iachr")?.granted).toBe(false);
    const read = await openReport(one.keys);
    expect([...(read?.answers ?? [])].map(([purpose, { granted }]) => [purpose, granted])).toEqual([
      ["count", true],
      ["un", true],
      ["iachr", false],
    ]);
  });

  test("without standing nothing that needs it is given, and a no to counting is one request however often it is asked", async () => {
    const one = await verified(false);
    await say(one, "name", true);
    await say(one, "count", false, noon, "2");
    await say(one, "count", false, at("2026-01-24T16:00:00Z"), "3");
    const later = at("2026-01-24T17:00:00Z");
    expect(await applyWithdrawals(cast.clara, later)).toEqual({ applied: 1, toReview: 2 });
    expect((await permissionsOf(one)).filter(({ purpose }) => purpose === "name")).toEqual([]);
    await say(one, "count", false, at("2026-01-25T16:00:00Z"), "4");
    await applyWithdrawals(cast.clara, at("2026-01-25T17:00:00Z"));
    const { rows } = await listRequests(cast.ines, null);
    expect(rows.filter((row) => row.reference === one.reference)).toHaveLength(1);
    expect(await trailOf()).toContain("clara withdrawal.without_standing");
    const read = await openReport(one.keys);
    expect(read).toMatchObject({ standing: false, state: null, naming: null });
  });

  test("everything is asked for, never done by itself", async () => {
    const one = await verified();
    await say(one, "everything", false);
    expect(await applyWithdrawals(cast.clara, evening)).toEqual({ applied: 0, toReview: 1 });
    const { rows } = await listRequests(cast.ines, null);
    expect(rows.find((row) => row.reference === one.reference)?.kind).toBe("erasure");
  });

  test("twenty changes a day, then it says so and opens as before", async () => {
    const one = await verified();
    for (let n = 0; n < 20; n++) await say(one, "press", n % 2 === 0, noon, `f${n}`);
    await expect(say(one, "press", true, noon, "one more")).rejects.toMatchObject({ code: "answers_enough" });
    expect(await openReport(one.keys)).not.toBeNull();
  });
});

describe("a name taken down with a code", () => {
  test("whoever gave it takes the page down before the answer comes, with nobody signed in", async () => {
    const one = await verified();
    await named(one);
    expect(await findNamedCase(one.reference)).not.toBeNull();
    await say(one, "name", false);
    expect(await findNamedCase(one.reference)).toBeNull();
    expect(await trailOf()).toContain("family naming.taken_down");
    const acted = await listActedAtOnce(cast.vera, evening);
    expect(acted).toContainEqual(
      expect.objectContaining({ what: "name", reference: one.reference, by: "family", isDone: true }),
    );
    const again = proposeNaming(cast.elena, one.caseId, evening);
    await expect(again, "their no rules before anybody opened it").rejects.toMatchObject({
      code: "naming_not_permitted",
    });
    await applyWithdrawals(cast.clara, evening);
    expect((await permissionsOf(one)).find(({ purpose }) => purpose === "name")?.granted).toBe(false);
    await say(one, "name", true, at("2026-01-25T12:00:00Z"), "again");
    await applyWithdrawals(cast.clara, at("2026-01-25T13:00:00Z"));
    expect(await proposeNaming(cast.elena, one.caseId, at("2026-01-25T14:00:00Z"))).toBeTruthy();
  });

  test("nobody else has the handle: another code's request waits for two people and the page stands", async () => {
    const one = await verified();
    await named(one);
    const other = await verified(false);
    expect((await openReport(other.keys))?.naming).toBeNull();
    await say(other, "name", false);
    const rows = await asOwner<{ handle: Buffer }>(
      "SELECT handle FROM registry.naming_acts WHERE handle IS NOT NULL",
    );
    const wrong = Buffer.alloc(16, 3).toString("base64");
    const guess = { keys: other.keys, purpose: "name", granted: false, form: "g", naming: wrong } as const;
    await postAnswer(family, guess, noon);
    expect(await findNamedCase(one.reference)).not.toBeNull();
    const plain = await asOwner<{ row: string }>(
      "SELECT t::text || m::text || r::text AS row FROM registry.threads t, registry.messages m, registry.receipts r",
    );
    const hex = rows.map(({ handle }) => handle.toString("hex"));
    expect(plain.some(({ row }) => hex.some((one16) => row.includes(one16)))).toBe(false);
  });
});

describe("what a holder with standing reads", () => {
  test("the state two people verified, once each time it changes; without standing nothing", async () => {
    const [one, other] = [await verified(), await verified(false)];
    expect((await openReport(one.keys))?.state?.state).toBe("apprehended");
    const release = { ...plainFact, state: "released_with_measures" as const };
    for (const { caseId } of [one, other]) {
      const fact = await recordFact(cast.ines, caseId, release, morning);
      expect((await openReport(one.keys))?.state?.state).toBe(
        caseId === one.caseId ? "apprehended" : "released_with_measures",
      );
      await confirmFact(cast.vera, fact, morning);
    }
    expect((await openReport(one.keys))?.state?.state).toBe("released_with_measures");
    expect(await openReport(other.keys)).toMatchObject({ state: null, standing: false });
    const told = (await openReport(one.keys))?.messages.filter((message) => message.state !== undefined);
    expect(told).toHaveLength(2);
    expect(told?.every(({ sentAt }) => sentAt.getUTCMinutes() === 0)).toBe(true);
  });

  test("never a death", async () => {
    const one = await verified();
    await recordFact(cast.ines, one.caseId, { ...plainFact, state: "died_in_custody" }, morning);
    const before = (await openReport(one.keys))?.messages.length;
    await recordStanding(
      cast.vera,
      one.caseId,
      { report: one.reportId, givenBy: "relative", how: "Otra vez, en persona." },
      noon,
    );
    expect((await openReport(one.keys))?.messages).toHaveLength(before ?? -1);
    expect((await openReport(one.keys))?.state?.state).toBe("apprehended");
  });
});
