import { beforeAll, expect, test } from "vitest";
import { desk } from "@/lib/db/desk";
import { addEvidence } from "@/lib/evidence/commands";
import { listCaseActs } from "@/lib/vetting/cases/history/queries";
import { listCasesForDesk } from "@/lib/vetting/cases/list/queries";
import { type CaseView, countIn } from "@/lib/vetting/cases/list/views/queries";
import { takeCase } from "@/lib/vetting/commands";
import { type Cast, givenCast } from "../../support/cast";
import { asOwner } from "../../support/owner";
import { at, givenCase } from "../../support/stories";

let cast: Cast;
beforeAll(async () => {
  cast = await givenCast();
});
const later = at("2026-01-20T18:00:00Z");
const words = { title: "Nota" };
const item = { kind: "press", origin: "press:x", words };

test("a case's history has its own acts, newest first, and who looked; another's are not opened", async () => {
  const one = await givenCase(cast.ines);
  const other = await givenCase(cast.ines);
  await addEvidence(cast.vera, one.caseId, item, later);
  await addEvidence(cast.vera, other.caseId, item, later);
  await listCaseActs(cast.victor, one.reference, later);
  const { acts, next, stopped } = await listCaseActs(cast.victor, one.reference, later);
  expect(acts.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
    "victor case.history_read",
    "vera evidence.added",
    "ines case.opened",
  ]);
  expect({ next, stopped }).toEqual({ next: null, stopped: false });
  const [newest] = acts;
  const older = await listCaseActs(cast.victor, one.reference, later, BigInt(newest?.seq ?? 0));
  expect(older.acts.map(({ action }) => action)).toEqual(["evidence.added", "case.opened"]);
});

test("the note beside a case tells nothing of which act, when or whose, and is never changed", async () => {
  const { caseId } = await givenCase(cast.ines);
  const rows = await asOwner<{ row: string; n: number }>(
    "SELECT row_to_json(a)::text AS row, length(sealed) AS n FROM registry.case_acts a WHERE case_id = $1",
    [caseId],
  );
  expect(rows).toHaveLength(1);
  expect(rows.every(({ n }) => n === 297)).toBe(true);
  expect(rows[0]?.row).not.toMatch(/ines|case\.opened|2026/);
  await expect(asOwner("DELETE FROM registry.case_acts")).rejects.toThrow();
});

test("a case leaves and enters the views of the list with what is known of it", async () => {
  const { caseId, reference } = await givenCase(cast.ines);
  const isIn = async (view: CaseView) =>
    (await listCasesForDesk(cast.vera, { view, after: null }, later)).rows.some(
      (row) => row.reference === reference,
    );
  expect([await isIn("all"), await isIn("pending"), await isIn("facts")]).toEqual([true, true, true]);
  expect([await isIn("decisions"), await isIn("verified")]).toEqual([false, false]);
  await takeCase(cast.vera, caseId, later);
  expect(await isIn("pending")).toBe(true);
  expect(await countIn(desk(), "all")).toBe(await desk().case.count());
  expect(await countIn(desk(), "decisions")).toBe(await desk().decision.count({ where: { review: null } }));
});
