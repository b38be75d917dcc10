import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { desk } from "@/lib/db/desk";
import { gradeEvidence } from "@/lib/vetting/evidence/commands";
import { tieEvidence } from "@/lib/vetting/evidence/links/commands";
import { findCaseEvidence, openPiece } from "@/lib/vetting/evidence/queries";
import { cast, givenMergers, merged, next, undone, verified } from "../../support/merges";
import { givenItem, moment } from "../../support/pieces";

beforeAll(async () => {
  process.env.VIGILIA_DATA_DIR = mkdtempSync(join(tmpdir(), "merged-"));
  await givenMergers();
});

const why = "Lleva sello y número de causa.";
const factOf = async (caseId: string) =>
  (
    await desk().fact.findFirstOrThrow({
      where: { caseId, track: "custody", knownTo: null },
      select: { id: true },
    })
  ).id;
const filed = async (reference: string) => {
  const { items } = await findCaseEvidence(cast.vera, reference, next());
  return items
    .filter(({ item }) => item.document !== null && item.withdrawn === null)
    .map(({ item }) => item);
};

test("what was said of evidence goes with it into the case of one person, and comes back with what was said since", async () => {
  const [a, b] = [await verified(), await verified()];
  const item = await givenItem(cast.vera, b);
  const grade = { reliability: "reliable", credibility: "likely", why } as const;
  await gradeEvidence(cast.vera, item, grade, moment);
  const [here, there] = [await factOf(a.caseId), await factOf(b.caseId)];
  await tieEvidence(cast.vera, item, { factId: there, relation: "supports", why }, moment);
  const id = await merged(a.caseId, b.caseId, { take: [{ fact: there, over: here }] });

  const [copy] = await filed(a.reference);
  expect(copy).toMatchObject({
    lead: false,
    promoted: { by: "vera" },
    grades: [{ credibility: "likely", why }],
  });
  expect(copy?.ties).toMatchObject([
    { relation: "supports", factId: await factOf(a.caseId), ended: null, why },
  ]);
  const seen = await openPiece(
    cast.vera,
    { reference: a.reference, piece: copy?.id ?? "", page: 1, asked: false },
    next(),
  );
  expect(seen.opened).toMatchObject({ picture: { width: 60 } });
  await expect(
    tieEvidence(cast.vera, item, { factId: there, relation: "contradicts", why }, next()),
  ).rejects.toMatchObject({ code: "merged_away" });

  await gradeEvidence(cast.vera, copy?.id ?? "", { ...grade, credibility: "confirmed" }, next());
  await undone(id);
  expect(await filed(a.reference)).toEqual([]);
  const [back] = await filed(b.reference);
  expect(back).toMatchObject({ id: item, grades: [{ credibility: "likely" }, { credibility: "confirmed" }] });
  expect(back?.ties).toHaveLength(1);
});
