import { beforeAll, describe, expect, it } from "vitest";
import { desk } from "@/lib/db/desk";
import { askQueue, askTally } from "@/lib/tallies/commands";
import { queue } from "@/lib/tallies/queue/queries";
import { takeCase } from "@/lib/vetting/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { type Cast, givenCast } from "@/tests/support/cast";
import { at, givenCase, givenDecision, givenReport } from "@/tests/support/stories";

let cast: Cast;
const day = (n: number) => new Date(Date.parse("2026-02-01T00:00:00Z") + n * 86_400_000);
const on = (n: number) => at(day(n).toISOString());

/** Five cases opened on days 0 to 4; the first four taken on day 5, 6, 7 and 8; the first decided on day 20. */
beforeAll(async () => {
  cast = await givenCast();
  await givenReport();
  await givenReport();
  const cases: string[] = [];
  for (let n = 0; n < 5; n++) cases.push((await givenCase(cast.ines, {}, on(n))).caseId);
  for (const [n, caseId] of cases.slice(0, 4).entries()) await takeCase(cast.vera, caseId, on(5 + n));
  const decisionId = await givenDecision(cast.vera, cases[0] ?? "", on(19));
  await reviewDecision(cast.victor, decisionId, { agreed: true, note: "" }, on(20));
});

const stages = async (n: number, reportsToo = false) =>
  (await queue(desk(), day(n), day(n), reportsToo)).stages;

describe("the queue", () => {
  it("tells opened from taken as known at each moment, with the median age of those waiting", async () => {
    expect((await stages(4.5)).opened).toMatchObject({ total: 5, medianDays: 2.5 });
    expect((await stages(4.5)).pending).toMatchObject({ total: 0, medianDays: null });
    const { opened, pending } = await stages(10);
    expect(opened).toMatchObject({ total: 1, medianDays: 6 });
    expect(pending).toMatchObject({ total: 4, medianDays: 3.5 });
    expect(pending?.ages).toEqual([
      { upTo: 2, count: 1 },
      { upTo: 7, count: 3 },
      { upTo: 30, count: 0 },
      { upTo: 90, count: 0 },
      { upTo: null, count: 0 },
    ]);
    expect((await stages(20)).pending).toMatchObject({ total: 3 });
    expect((await stages(19.9)).pending).toMatchObject({ total: 4 });
    expect((await stages(200)).opened?.ages.at(-1)).toEqual({ upTo: null, count: 1 });
  });

  it("counts reports as received only for the present, and never adds anything to the total", async () => {
    const clock = on(15);
    const present = await askQueue(cast.vera, clock(), clock(), clock);
    expect(present.stages).toMatchObject({ waiting: { total: 2 }, inReview: { total: 0, medianDays: null } });
    const past = await askQueue(cast.vera, day(10), day(10), clock);
    expect(past.stages).toMatchObject({ waiting: null, inReview: null, pending: { total: 4 } });
    const counted = await askTally(cast.vera, clock(), clock(), clock);
    expect(counted).toMatchObject({ held: { total: 0 }, pending: { total: 4 } });
  });

  it("is refused to a role that reads no exact numbers, and told on the trail to who may", async () => {
    const clock = on(16);
    await expect(askQueue(cast.ines, clock(), clock(), clock)).rejects.toMatchObject({
      code: "not_permitted",
    });
  });
});
