import { afterAll, beforeAll, expect, test } from "vitest";
import { attachReport } from "@/lib/cases/dossier/commands";
import { postAnswer } from "@/lib/intake/answers/commands";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { openReport } from "@/lib/intake/receipt/queries";
import { dropIndex } from "@/lib/people/indexed/commands";
import { confirmFact } from "@/lib/publication/facts/commands";
import { applyWithdrawals } from "@/lib/publication/withdrawals/commands";
import { findLikely } from "@/lib/vetting/reports/likely/queries";
import { openReport as openAtDesk } from "@/lib/vetting/reports/queries";
import { permissionsOf } from "@/lib/vetting/reports/rules";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { listRequests } from "@/lib/vetting/withdrawals/queries";
import { type Cast, givenCast } from "../../support/cast";
import { givenIndex } from "../../support/indexed";
import { asOwner } from "../../support/owner";
import { at, givenCase, givenDecision, givenReport } from "../../support/stories";

let cast: Cast;
afterAll(dropIndex);
const family = { kind: "family" } as const;
const noon = at("2026-01-22T16:00:00Z");
beforeAll(async () => {
  cast = await givenCast();
});

/** What a code opens, without its dates. */
async function seenWith(code: string) {
  const { keys } = await openWithCode(family, code, noon);
  const read = await openReport(keys);
  const messages = read?.messages.map(({ sentAt: _when, ...message }) => message);
  const answers = [...(read?.answers ?? [])].map(([purpose, { granted }]) => [purpose, granted]);
  return { ...read, stage: read?.stage.stage, messages, answers };
}

/** Everything that is counted or shown. */
const numbers = () =>
  asOwner(
    `SELECT (SELECT json_agg(s ORDER BY s::text) FROM registry.stays s) AS stays,
       (SELECT json_agg(c ORDER BY c::text) FROM registry.custody_intervals c) AS custody,
       (SELECT json_agg(n ORDER BY n.reference) FROM publication.named_cases n) AS named`,
  );

test("whoever reports somebody already counted, says no to counting, returns and asks to withdraw learns and moves nothing", async () => {
  const mother = await givenReport();
  const reports = { reportIds: [mother.reportId], channel: "report" as const };
  const { caseId, reference } = await givenCase(cast.ines, reports, at("2026-01-21T12:00:00Z"));
  const [fact] = await asOwner<{ id: string }>(
    "SELECT id FROM registry.facts WHERE case_id = $1 AND track = 'custody'",
    [caseId],
  );
  await confirmFact(cast.vera, fact?.id ?? "", noon);
  await reviewDecision(cast.clara, await givenDecision(cast.vera, caseId, noon), { agreed: true }, noon);
  const before = await numbers();

  const [officer, nobody] = [await givenReport(false), await givenReport(false)];
  expect(await seenWith(officer.code)).toEqual(await seenWith(nobody.code));
  await givenIndex(cast.vera);
  expect((await findLikely(cast.vera, officer.reportId, noon)).caseReference).toBe(reference);

  const { payload } = await openAtDesk(cast.vera, officer.reportId, noon);
  await attachReport(cast.vera, caseId, officer.reportId, noon, permissionsOf(payload));
  await givenCase(cast.ines, { reportIds: [nobody.reportId], channel: "report", facts: [] }, noon);
  expect(await seenWith(officer.code)).toEqual(await seenWith(nobody.code));

  for (const day of ["23", "24", "25"]) {
    const clock = at(`2026-01-${day}T16:00:00Z`);
    for (const { code } of [officer, nobody]) {
      const { keys } = await openWithCode(family, code, clock);
      for (const purpose of ["count", "name"] as const)
        await postAnswer(family, { keys, purpose, granted: false, form: day }, clock);
    }
    expect(await applyWithdrawals(cast.clara, at(`2026-01-${day}T17:00:00Z`))).toMatchObject({ applied: 0 });
    expect(await seenWith(officer.code)).toEqual(await seenWith(nobody.code));
  }
  expect(await numbers()).toEqual(before);
  const { rows } = await listRequests(cast.ines, null);
  const his = rows.filter((row) => row.reference === reference).map(({ kind }) => kind);
  expect(his.sort()).toEqual(["count", "name"]);
}, 60_000);
