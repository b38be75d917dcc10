import { beforeAll, describe, expect, test } from "vitest";
import type { Candidate } from "@/lib/people/indexed/schema";
import { answerPair, joinReport, notePairs } from "@/lib/vetting/pairs/commands";
import { agreeMerge, declineMerge, proposeMerge } from "@/lib/vetting/pairs/merge/commands";
import { agreeUndoing, proposeUndoing } from "@/lib/vetting/pairs/merge/undoing/commands";
import { listPairs, openPair } from "@/lib/vetting/pairs/queries";
import type { PairKey, PairView } from "@/lib/vetting/pairs/schema";
import { cast, givenMergers, next, plan } from "../../support/merges";
import { asOwner } from "../../support/owner";
import { givenCase, givenReport } from "../../support/stories";

beforeAll(givenMergers);

const ofCase = (id: string): PairKey => ({ kind: "case", id });
const like = (key: PairKey, changes: Partial<Candidate> = {}): Candidate => ({
  ...key,
  ...{ score: 0.93, verdict: "likely", reasons: ["surnames_sound_same", "id_same"] },
  ...changes,
});
const note = (subject: PairKey, ...found: Candidate[]) => notePairs(cast.ines, subject, found, next());
const list = async (view: PairView) => (await listPairs(cast.vera, view, 0, next())).rows;
const why = "Los apellidos no coinciden.";

async function pairOf(a: string, b: string) {
  await note(ofCase(a), like(ofCase(b)));
  const rows = await list("likely");
  const found = rows.find(({ sides }) => sides.every(({ id }) => [a, b].includes(id)));
  if (!found) throw new Error("no pair");
  return found;
}

describe("a pair", () => {
  test("is one for the same two, whoever is looked at; its row says neither report nor case", async () => {
    const [a, b] = [await givenCase(cast.ines), await givenCase(cast.ines)];
    expect(await note(ofCase(a.caseId), like(ofCase(b.caseId)))).toBe(1);
    expect(await note(ofCase(b.caseId), like(ofCase(a.caseId)))).toBe(1);
    const rows = await asOwner<Record<string, unknown>>("SELECT * FROM registry.pairs");
    expect(rows).toHaveLength(1);
    const plain = JSON.stringify(rows, (_, value) =>
      value?.type === "Buffer" ? Buffer.from(value.data).toString("latin1") : value,
    );
    for (const id of [a.caseId, b.caseId, a.reference, b.reference]) expect(plain).not.toContain(id);
    const [row] = await list("likely");
    expect(row).toMatchObject({ score: 930, state: "open", reasons: ["surnames_sound_same", "id_same"] });
    for (const actor of [cast.lucia, cast.elena, cast.abel, cast.adela])
      await expect(listPairs(actor, "likely", 0, next())).rejects.toMatchObject({ code: "not_permitted" });
  });

  test("answered is not asked again, unless what speaks for it changed and it still looks alike", async () => {
    const [a, b] = [await givenCase(cast.ines), await givenCase(cast.ines)];
    const { id } = await pairOf(a.caseId, b.caseId);
    await answerPair(cast.ines, { id, answer: "unsure", why }, next());
    expect((await list("unsure")).map((row) => row.id)).toContain(id);
    await answerPair(cast.vera, { id, answer: "different", why }, next());
    await expect(answerPair(cast.vera, { id, answer: "unsure", why }, next())).rejects.toMatchObject({
      code: "pair_answered",
    });
    await note(ofCase(b.caseId), like(ofCase(a.caseId)));
    expect(await openPair(cast.vera, id, next())).toMatchObject({ state: "different", reopened: false });
    await note(
      ofCase(b.caseId),
      like(ofCase(a.caseId), { score: 0.97, reasons: ["id_same", "birth_date_same"] }),
    );
    const again = await openPair(cast.vera, id, next());
    expect(again).toMatchObject({ state: "open", reopened: true, score: 970 });
    expect(again.answers.map(({ answer, answeredBy }) => `${answeredBy} ${answer}`)).toEqual([
      "ines unsure",
      "vera different",
    ]);
    expect((await list("reopened")).map((row) => row.id)).toEqual([id]);
  });

  test("is answered by a merge proposed of it, waits again when that is declined, and is of two when it is undone", async () => {
    const [a, b] = [await givenCase(cast.ines), await givenCase(cast.ines)];
    const { id: pairId } = await pairOf(a.caseId, b.caseId);
    const stateNow = async () => (await openPair(cast.vera, pairId, next())).state;
    const waiting = await asOwner<{ id: string }>(
      "SELECT id FROM registry.facts WHERE case_id = $1 AND track = 'custody'",
      [b.caseId],
    );
    const take = waiting.map(({ id }) => ({ fact: id }));
    const propose = () =>
      proposeMerge(
        cast.ines,
        { survivingId: a.caseId, absorbedId: b.caseId, pairId, plan: plan({ take }) },
        next(),
      );
    await declineMerge(cast.ines, await propose(), next());
    expect(await stateNow()).toBe("open");
    const merge = await propose();
    expect(await stateNow()).toBe("same_person");
    await agreeMerge(cast.clara, merge, next());
    // Whoever was absorbed is nobody's likeness any more.
    await note(ofCase(b.caseId), like(ofCase(a.caseId), { score: 0.5 }));
    expect((await openPair(cast.vera, pairId, next())).score).toBe(930);
    await proposeUndoing(cast.vera, merge, { why }, next());
    await agreeUndoing(cast.clara, merge, next());
    expect(await stateNow()).toBe("different");
  });

  test("of a report and a case: the report goes into the case, once", async () => {
    const { reportId } = await givenReport();
    const { caseId, reference } = await givenCase(cast.ines);
    await note({ kind: "report", id: reportId }, like(ofCase(caseId)));
    const pair = (await list("likely")).find(({ sides }) => sides.some(({ id }) => id === reportId));
    const said = { pairId: pair?.id ?? "", answer: "same_person", why } as const;
    expect(await joinReport(cast.ines, said, next())).toBe(reference);
    expect((await openPair(cast.vera, said.pairId, next())).state).toBe("same_person");
    await expect(joinReport(cast.ines, said, next())).rejects.toMatchObject({ code: "already_opened" });
  });
});
