import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, test } from "vitest";

import type { StaffActor } from "@/lib/auth/actor";
import { setAsideFact } from "@/lib/cases/facts/retraction/commands";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { withdrawEvidence } from "@/lib/evidence/commands";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { bringDocument } from "@/lib/vetting/evidence/brought/commands";
import { gradeEvidence, promoteLead, readDocument } from "@/lib/vetting/evidence/commands";
import { markPiece, takePieceOriginal } from "@/lib/vetting/evidence/files/commands";
import { tieEvidence, untieEvidence } from "@/lib/vetting/evidence/links/commands";
import { findCaseEvidence, openPiece } from "@/lib/vetting/evidence/queries";
import { readGrounds } from "@/lib/vetting/queries";
import { asOwner } from "@/tests/support/owner";
import {
  givenCaseWithFile,
  givenItem,
  givenPieceTeam,
  moment,
  type PieceTeam,
  photo,
  reading,
} from "@/tests/support/pieces";
import { givenCase } from "@/tests/support/stories";

let team: PieceTeam;
beforeAll(async () => {
  team = await givenPieceTeam();
});

const why = "Coincide con lo que dijo el tribunal.";
const said = (run: Promise<unknown>) =>
  run.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
const factOf = async (caseId: string) =>
  (await desk().fact.findFirstOrThrow({ where: { caseId, track: "custody" }, select: { id: true } })).id;
const look = (by: StaffActor, reference: string, piece: string, asked = false) =>
  openPiece(by, { reference, piece, page: 1, asked }, moment);

describe("what a family sent", () => {
  test("waits to be read, and is an item of its case by a word of the desk; no plain row leads from the case to it", async () => {
    const { ines, vera } = team;
    const { caseId, reference, fileId, bytes } = await givenCaseWithFile(team);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const before = await findCaseEvidence(ines, reference, moment);
    expect(before.unread).toMatchObject([{ id: fileId, closed: null, what: { sha256, name: "boleta.jpg" } }]);
    expect(await said(readDocument(ines, caseId, reading(fileId), moment))).toBe("not_permitted");
    const item = await readDocument(ines, caseId, reading(fileId, null), moment);
    const { items, unread } = await findCaseEvidence(ines, reference, moment);
    expect(unread).toEqual([]);
    expect(items.find((one) => one.item.id === item)).toMatchObject({
      item: { lead: true, document: { id: fileId } },
      file: { what: { sha256 } },
    });
    expect(await said(readDocument(vera, caseId, reading(fileId), moment))).toBe("evidence_taken");
    const [row] = await asOwner<{ plain: string }>(
      "SELECT to_jsonb(e)::text AS plain FROM registry.evidence e WHERE id = $1",
      [item],
    );
    expect(row?.plain).not.toContain(fileId);
    const elsewhere = await givenCase(ines);
    expect(await said(readDocument(vera, elsewhere.caseId, reading(fileId), moment))).toBe("not_found");
    expect(await said(look(vera, elsewhere.reference, fileId))).toBe("not_found");
  });

  test("is seen by whoever opens reports, and its item by whoever works on the case", async () => {
    const { vera, lola, elena } = team;
    const { caseId, reference, fileId } = await givenCaseWithFile(team);
    const item = await readDocument(vera, caseId, reading(fileId), moment);
    const seen = await look(lola, reference, item);
    expect(seen).toMatchObject({
      item: { lead: false, words: { title: "Boleta de encarcelación" } },
      opened: null,
    });
    const listed = await findCaseEvidence(lola, reference, moment);
    expect(listed.items.map(({ file }) => file?.what ?? null)).not.toContainEqual(expect.anything());
    expect(await said(look(elena, reference, item))).toBe("not_permitted");
    expect(await said(findCaseEvidence(elena, reference, moment))).toBe("not_permitted");
    expect((await look(vera, reference, item)).opened).toMatchObject({ picture: { width: 60 } });
  });

  test("is closed to everybody once it may not be kept, and used for nothing it was not given for", async () => {
    const { carmen, vera } = team;
    const { caseId, reference, fileId } = await givenCaseWithFile(team);
    const item = await readDocument(vera, caseId, reading(fileId), moment);
    const factId = await factOf(caseId);
    const tie = await tieEvidence(vera, item, { factId, relation: "supports", why }, moment);
    const take = (use: "store" | "un") =>
      takePieceOriginal(carmen, { reference, piece: item, use, why }, moment);
    expect(await said(take("un"))).toBe("purpose_not_given");
    expect((await take("store")).name).toBe("boleta.jpg");
    const no = { purpose: "store", granted: false, givenBy: "relative", standing: true } as const;
    await recordPermission(vera, caseId, no, moment);
    const shown = await look(vera, reference, item, true);
    expect(shown).toMatchObject({ opened: null, file: { closed: "refused" } });
    const listed = (await findCaseEvidence(vera, reference, moment)).items.find(
      (one) => one.item.id === item,
    );
    expect(listed?.file).toMatchObject({ closed: "refused", what: null });
    expect(await said(take("store"))).toBe("keeping_withdrawn");
    expect(await said(markPiece(vera, { reference, piece: item, graphic: true }, moment))).toBe(
      "keeping_withdrawn",
    );
    const grade = { reliability: "reliable", credibility: "likely", why } as const;
    expect(await said(gradeEvidence(vera, item, grade, moment))).toBe("keeping_withdrawn");
    expect(await said(untieEvidence(vera, tie, why, moment))).toBe("done");
    expect(await said(withdrawEvidence(vera, item, why, moment))).toBe("done");
  });
});

describe("what the desk brings", () => {
  test("is kept sealed with its hash and how it was obtained, under the limits of what families send", async () => {
    const { ines, elena, vera } = team;
    const { reference } = await givenCase(ines);
    const bytes = await photo();
    const bring = (by: StaffActor, obtained = "Del abogado, en la sede.", file: Buffer = bytes) =>
      bringDocument(by, { reference, obtained, name: "../acta.jpg", file: Readable.from([file]) }, moment);
    expect(await said(bring(elena))).toBe("not_permitted");
    expect(await said(bring(ines, " "))).toBe("reason_missing");
    expect(await said(bring(ines, undefined, Buffer.from("hola")))).toBe("document_kind");
    const id = await bring(ines);
    const { opened } = await look(vera, reference, id);
    expect(opened).toMatchObject({
      ...{ name: "acta.jpg", obtained: "Del abogado, en la sede.", picture: { width: 60 } },
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    const [row] = await asOwner<{ sealed: Buffer }>("SELECT sealed FROM registry.documents WHERE id = $1", [
      id,
    ]);
    expect(row?.sealed.toString("latin1")).not.toContain("abogado");
    const again = await look(vera, reference, id);
    const held = again.opened instanceof Refusal ? [] : (again.opened?.custody ?? []);
    expect(held.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      ...["vera document.opened", "vera document.opened"],
      "ines document.brought",
    ]);
  });

  test("covered, it is sent to nobody who did not ask", async () => {
    const { ines, vera } = team;
    const opened = await givenCase(ines);
    const item = await givenItem(vera, opened);
    await markPiece(ines, { reference: opened.reference, piece: item, graphic: true }, moment);
    expect((await look(vera, opened.reference, item)).opened).toMatchObject({
      picture: null,
      graphic: { by: "ines" },
    });
    expect((await look(vera, opened.reference, item, true)).opened).toMatchObject({ picture: { width: 60 } });
  });
});

describe("a lead", () => {
  test("supports nothing and counts for nothing until somebody who may says why it is evidence", async () => {
    const { ines, vera } = team;
    const opened = await givenCase(ines);
    const { caseId } = opened;
    const factId = await factOf(caseId);
    const item = await givenItem(ines, opened, null);
    const counted = async () => {
      const person = await desk().case.findUniqueOrThrow({
        where: { id: caseId },
        select: { personId: true },
      });
      const { evidence } = await desk().$transaction((tx) => readGrounds(tx, { caseId, ...person }));
      return evidence.find(({ id }) => id === item)?.lead;
    };
    const tie = () => tieEvidence(ines, item, { factId, relation: "supports", why }, moment);
    expect([await counted(), await said(tie())]).toEqual([true, "lead_supports_nothing"]);
    expect(await said(promoteLead(ines, item, why, moment))).toBe("not_permitted");
    await promoteLead(vera, item, why, moment);
    expect([await counted(), await said(tie())]).toEqual([false, "done"]);
    expect(await said(promoteLead(vera, item, why, moment))).toBe("not_a_lead");
  });
});

describe("a tie to a fact", () => {
  test("is one of two things, stands once, ends with a reason and stays to be read", async () => {
    const { ines, vera } = team;
    const opened = await givenCase(ines);
    const item = await givenItem(vera, opened);
    const factId = await factOf(opened.caseId);
    const tie = (relation: "supports" | "contradicts" = "supports") =>
      tieEvidence(vera, item, { factId, relation, why }, moment);
    const first = await tie();
    expect(await said(tie("contradicts"))).toBe("already_tied");
    await untieEvidence(vera, first, "Es de otra detención.", moment);
    expect(await said(untieEvidence(vera, first, why, moment))).toBe("tie_ended");
    await tie("contradicts");
    const { items } = await findCaseEvidence(vera, opened.reference, moment);
    expect(items.find((one) => one.item.id === item)?.item.ties).toMatchObject([
      { relation: "supports", ended: { by: "vera", why: "Es de otra detención." } },
      { relation: "contradicts", ended: null },
    ]);
    const other = await givenCase(ines);
    const elsewhere = { factId: await factOf(other.caseId), relation: "supports", why } as const;
    expect(await said(tieEvidence(vera, item, elsewhere, moment))).toBe("not_found");
    await withdrawEvidence(vera, item, why, moment);
    expect(await said(tie())).toBe("already_withdrawn");
  });

  test("is made to no fact that stands no more, and outlives its fact", async () => {
    const { ines, vera } = team;
    const opened = await givenCase(ines);
    const [item, other] = [await givenItem(vera, opened), await givenItem(vera, opened)];
    const factId = await factOf(opened.caseId);
    await tieEvidence(vera, item, { factId, relation: "supports", why }, moment);
    await setAsideFact(ines, factId, "Se anotó por error.", moment);
    expect(await said(tieEvidence(vera, other, { factId, relation: "supports", why }, moment))).toBe(
      "fact_not_standing",
    );
    const { items } = await findCaseEvidence(vera, opened.reference, moment);
    expect(items.find((one) => one.item.id === item)?.item.ties).toMatchObject([{ factId, ended: null }]);
  });
});

test("source and content are judged apart, by whoever may, with the reason; the last word is the latest", async () => {
  const { ines, vera, lola } = team;
  const opened = await givenCase(ines);
  const item = await givenItem(vera, opened);
  const grade = { reliability: "fairly_reliable", credibility: "likely", why } as const;
  for (const by of [ines, lola])
    expect(await said(gradeEvidence(by, item, grade, moment))).toBe("not_permitted");
  await gradeEvidence(vera, item, grade, moment);
  await gradeEvidence(vera, item, { ...grade, credibility: "confirmed" }, moment);
  const { items } = await findCaseEvidence(lola, opened.reference, moment);
  expect(items.find((one) => one.item.id === item)?.item.grades).toMatchObject([
    { credibility: "likely", by: "vera", why },
    { credibility: "confirmed" },
  ]);
});
