import { beforeAll, describe, expect, test } from "vitest";
import { recordStanding } from "@/lib/cases/standing/commands";
import { postAnswer } from "@/lib/intake/answers/commands";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { openReport } from "@/lib/intake/receipt/queries";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { openPostedAbout } from "@/lib/publication/withdrawals/commands";
import { recordAwaited } from "@/lib/vetting/answers/commands";
import { findAwaited } from "@/lib/vetting/answers/queries";
import { findCaseForDesk } from "@/lib/vetting/cases/queries";
import { openReport as openReportAtDesk } from "@/lib/vetting/reports/queries";
import { permissionsOf } from "@/lib/vetting/reports/rules";
import { listRequests } from "@/lib/vetting/withdrawals/queries";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asOwner } from "../../support/owner";
import { at, givenCase, sendReportAs } from "../../support/stories";

let cast: Cast;
const family = { kind: "family" } as const;
const how = "Cédula y partida de nacimiento, por videollamada.";
const [dayOne, dayTwo, dayThree] = [21, 22, 23].map((day) => at(`2026-01-${day}T12:00:00Z`));
const now = dayThree ?? at("");
beforeAll(async () => {
  cast = await givenCast();
});

/** A case from the report of a mother who allowed the name and the United Nations. */
async function told(permits: Record<string, string> = { permit_name: "yes", permit_un: "yes" }) {
  const { code, reportId } = await sendReportAs({
    permits: { ...permits, relation: "parent", textVersion: "2026-11", at: "2026-01-19T12:00:00.000Z" },
  });
  const { payload } = await openReportAtDesk(cast.ines, reportId, now);
  const { givenBy } = permissionsOf(payload)[0] ?? { givenBy: "relative" as const };
  const answers = permissionsOf(payload);
  const { caseId, reference } = await givenCase(
    cast.ines,
    { reportIds: [reportId], channel: "report", permissions: [], speakers: [] },
    dayOne,
  );
  for (const { purpose, granted } of answers)
    await recordPermission(cast.ines, caseId, { purpose, granted, givenBy }, dayOne ?? now);
  const { keys } = await openWithCode(family, code, now);
  return { caseId, reference, report: reportId, keys };
}
type Told = Awaited<ReturnType<typeof told>>;

const check = ({ caseId, report }: Told, clock = dayTwo ?? now) =>
  recordStanding(cast.vera, caseId, { report, givenBy: "relative", how }, clock);
const awaited = async ({ reference }: Told, clock = now) =>
  findAwaited(cast.ines, await findCaseForDesk(cast.ines, reference, clock), clock);
const post = ({ keys }: Told, purpose: "name" | "count" | "un", granted: boolean, clock = now) =>
  postAnswer(family, { keys, purpose, granted, form: clock().toISOString() }, clock);
const standing = ({ caseId }: Told) =>
  asOwner<{ purpose: string; granted: boolean; known_from: Date }>(
    "SELECT purpose::text, granted, known_from FROM registry.permissions WHERE case_id = $1 AND known_to IS NULL AND standing ORDER BY purpose::text",
    [caseId],
  );

const unopened = async () =>
  (await asOwner("SELECT FROM registry.withdrawals WHERE review_since IS NULL")).length;

describe("an answer that waits for standing", () => {
  test("a yes in the report waits; with standing staff write it down as the holder's own, once", async () => {
    const one = await told();
    expect((await awaited(one)).map(({ purpose, isReady }) => [purpose, isReady]).sort()).toEqual([
      ["name", false],
      ["un", false],
    ]);
    const act = (purpose: "name" | "un") =>
      recordAwaited(cast.ines, one.caseId, { report: one.report, purpose }, now);
    await expect(act("name")).rejects.toMatchObject({ code: "standing_unchecked" });
    await check(one);
    expect((await awaited(one)).every(({ isReady }) => isReady)).toBe(true);
    await act("name");
    expect(await standing(one)).toEqual([{ purpose: "name", granted: true, known_from: now() }]);
    await expect(act("name")).rejects.toMatchObject({ code: "nothing_awaited" });
    expect((await awaited(one)).map(({ purpose }) => purpose)).toEqual(["un"]);
    await expect(
      recordAwaited(cast.abel, one.caseId, { report: one.report, purpose: "un" }, now),
    ).rejects.toMatchObject({ code: "not_permitted" });
  });

  test("the last word rules: a no said since leaves nothing waiting", async () => {
    const one = await told({ permit_un: "yes" });
    await post(one, "un", false, dayTwo);
    await check(one);
    expect(await awaited(one)).toEqual([]);
  });

  test("a no noted at the desk since leaves a yes of the report where it is", async () => {
    const one = await told({ permit_un: "yes" });
    const holderId = await check(one);
    await recordPermission(
      cast.ines,
      one.caseId,
      { purpose: "un", granted: false, givenBy: "relative", holderId, standing: true },
      dayTwo ?? now,
    );
    expect(await awaited(one)).toEqual([]);
  });

  test("a no to counting with a code becomes a request, and with standing holds from its post", async () => {
    const one = await told({});
    await post(one, "count", false, dayTwo);
    const [waits, ...others] = await awaited(one);
    expect(others).toEqual([]);
    expect(waits).toMatchObject({ purpose: "count", granted: false, isReady: false });
    expect(waits?.request).toBeTruthy();
    await check(one);
    await recordAwaited(cast.ines, one.caseId, { report: one.report, purpose: "count" }, now);
    expect(await standing(one)).toEqual([{ purpose: "count", granted: false, known_from: dayTwo?.() }]);
    expect((await listRequests(cast.ines, null)).rows.map(({ id }) => id)).not.toContain(waits?.request);
    expect(await awaited(one)).toEqual([]);
  });
});

describe("what was posted with a code", () => {
  test("opens by itself for whoever opens the case, that case's alone, and once", async () => {
    const [one, other] = [await told({}), await told({})];
    for (const each of [one, other]) {
      await check(each);
      await post(each, "un", true, dayTwo);
    }
    const before = await unopened();
    const [first, second] = await Promise.all([
      openPostedAbout(cast.vera, one.reference, now),
      openPostedAbout(cast.elena, one.reference, now),
    ]);
    expect([first.applied + second.applied, first.toReview + second.toReview]).toEqual([1, 0]);
    expect(await unopened()).toBe(before - 1);
    expect((await standing(other)).length).toBe(0);
    const { permissions } = await findCaseForDesk(cast.elena, other.reference, now);
    expect(permissions.some((row) => row.purpose === "un" && row.granted && row.standing)).toBe(true);
    expect((await trailOf()).filter((row) => row.endsWith("withdrawal.applied")).length).toBeGreaterThan(1);
    expect((await openReport(one.keys))?.answers.get("un")?.granted).toBe(true);
  });
});
