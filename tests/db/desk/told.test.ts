import { beforeAll, expect, test } from "vitest";
import { desk } from "@/lib/db/desk";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { openReport as openThread } from "@/lib/intake/receipt/queries";
import { tally } from "@/lib/tallies/queries";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { type Cast, givenCast } from "../../support/cast";
import { at, dawn, givenCase, givenDecision, givenReport } from "../../support/stories";

let cast: Cast;
const next = at("2026-01-22T12:00:00Z");
const later = new Date("2026-01-22T12:00:01Z");
const held = async () => (await tally(desk(), later, later)).held.total;
beforeAll(async () => {
  cast = await givenCast();
});

test("each report hears of its own answer: who said no to counting is never told that the case is counted", async () => {
  const [yesToCount, noToCount] = [await givenReport(true), await givenReport(false)];
  const reportIds = [yesToCount.reportId, noToCount.reportId];
  const { caseId } = await givenCase(cast.ines, { reportIds, channel: "report" });
  const before = await held();
  await reviewDecision(cast.victor, await givenDecision(cast.vera, caseId), { agreed: true, note: "" }, next);
  expect(await held()).toBe(before + 1);
  const stageOf = async (code: string) => {
    const opened = await openWithCode({ kind: "family" }, code, dawn);
    return opened.kind === "report" ? (await openThread(opened.keys))?.stage.stage : opened.kind;
  };
  expect(await stageOf(yesToCount.code)).toBe("verified_counted");
  expect(await stageOf(noToCount.code)).toBe("verified_not_counted");
});
