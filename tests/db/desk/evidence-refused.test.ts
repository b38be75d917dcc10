import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { recordFact } from "@/lib/cases/facts/commands";
import { setAsideFact } from "@/lib/cases/facts/retraction/commands";
import { desk } from "@/lib/db/desk";
import { withdrawEvidence } from "@/lib/evidence/commands";
import { erasePerson, proposeErasure } from "@/lib/publication/erasure/commands";
import { tieEvidence } from "@/lib/vetting/evidence/links/commands";
import { asDeskTraced, asOwner, asRole } from "@/tests/support/owner";
import { givenItem, givenPieceTeam, moment, type PieceTeam } from "@/tests/support/pieces";
import { givenCase, plainFact } from "@/tests/support/stories";

let team: PieceTeam;
let own: { caseId: string; item: string; lead: string; gone: string; factId: string };
let other: { caseId: string; factId: string };

const factOf = async (caseId: string) =>
  (await desk().fact.findFirstOrThrow({ where: { caseId, track: "custody" }, select: { id: true } })).id;

beforeAll(async () => {
  team = await givenPieceTeam();
  const opened = await givenCase(team.ines);
  const factId = await factOf(opened.caseId);
  const item = await givenItem(team.vera, opened);
  const [lead, gone] = [await givenItem(team.vera, opened, null), await givenItem(team.vera, opened)];
  own = { ...opened, factId, item, lead, gone };
  const apart = await givenCase(team.ines);
  other = { ...apart, factId: await factOf(apart.caseId) };
});

/** What the database itself answers to the desk's process, whatever the code does. */
const tie = (evidence: string, fact: string, by = "vera", ended: string | null = null) =>
  asDeskTraced(
    `INSERT INTO registry.evidence_links (id, evidence_id, fact_id, relation, why, linked_by, linked_at, end_why, ended_by, ended_at)
     VALUES ($1, $2, $3, 'supports', '\\x01', $4, now() - interval '1 hour', $5::bytea, $6, $7::timestamptz)`,
    [randomUUID(), evidence, fact, by, ended && "\\x01", ended && "vera", ended],
  );
const grade = (evidence: string, by: string, reliability = "reliable") =>
  asDeskTraced(
    `INSERT INTO registry.evidence_grades (id, evidence_id, reliability, credibility, why, graded_by, graded_at)
     VALUES ($1, $2, $3, 'likely', '\\x01', $4, now())`,
    [randomUUID(), evidence, reliability, by],
  );

test("no item is tied to a fact of another case, to a verdict, or to what stands no more", async () => {
  await expect(tie(own.item, other.factId)).rejects.toThrow(/own case/);
  const { id: verdict } = await desk().fact.findFirstOrThrow({
    where: { caseId: own.caseId, track: "vetting" },
    select: { id: true },
  });
  await expect(tie(own.item, verdict)).rejects.toThrow(/own case/);
  const gone = await recordFact(team.ines, own.caseId, { ...plainFact, state: "located_contact" }, moment);
  await setAsideFact(team.ines, gone, "Se anotó por error.", moment);
  await expect(tie(own.item, gone)).rejects.toThrow(/what stands/);
  await expect(tie(own.item, own.factId, "vera", new Date().toISOString())).rejects.toThrow(/what stands/);
});

test("a lead is tied to nothing, and becomes evidence only once and only if it was a lead", async () => {
  await expect(tie(own.lead, own.factId)).rejects.toThrow(/a lead supports nothing/);
  const promote = (evidence: string) =>
    asDeskTraced(
      "INSERT INTO registry.evidence_promotions (evidence_id, why, said_by, said_at) VALUES ($1, '\\x01', 'vera', now())",
      [evidence],
    );
  const plain = await desk().evidence.findFirstOrThrow({
    where: { caseId: own.caseId, lead: false },
    select: { id: true },
  });
  await expect(promote(plain.id)).rejects.toThrow(/only a lead/);
  await expect(promote(own.item)).rejects.toThrow(/evidence_promotions_pkey/);
});

test("of one item and one fact one tie is open, and what ended is never changed, nor anything deleted", async () => {
  await tieEvidence(
    team.vera,
    own.item,
    { factId: own.factId, relation: "supports", why: "Lo dice." },
    moment,
  );
  await expect(tie(own.item, own.factId)).rejects.toThrow(/one_open/);
  const end =
    "UPDATE registry.evidence_links SET end_why = '\\x02', ended_by = 'vera', ended_at = now() + interval '9 years'";
  await expect(asDeskTraced("UPDATE registry.evidence_links SET relation = 'contradicts'")).rejects.toThrow(
    /permission denied/,
  );
  await expect(asOwner("UPDATE registry.evidence_links SET relation = 'contradicts'")).rejects.toThrow(
    /append-only/,
  );
  await expect(asDeskTraced("UPDATE registry.evidence_links SET ended_by = 'vera'")).rejects.toThrow(
    /ended_whole/,
  );
  await asDeskTraced(end);
  await expect(asDeskTraced(end)).rejects.toThrow(/append-only/);
  for (const table of ["evidence_links", "evidence_grades", "evidence_promotions"]) {
    await expect(asDeskTraced(`DELETE FROM registry.${table}`)).rejects.toThrow(/permission denied/);
    await expect(asOwner(`TRUNCATE registry.${table}`)).rejects.toThrow(/append-only/);
  }
  await expect(asOwner("UPDATE registry.evidence_promotions SET said_by = 'carmen'")).rejects.toThrow(
    /append-only/,
  );
});

test("nobody but a member of staff judges or ties: not the family, and no other process", async () => {
  await expect(grade(own.item, "family")).rejects.toThrow(/by_staff/);
  await expect(tie(own.item, own.factId, "family")).rejects.toThrow(/by_staff/);
  await expect(grade(own.item, "vera", "very_sure")).rejects.toThrow(/reliability/);
  for (const role of ["INTAKE", "PUBLIC"] as const)
    for (const table of ["evidence_grades", "evidence_links", "evidence_promotions"])
      await expect(asRole(role, `SELECT FROM registry.${table}`)).rejects.toThrow(/permission denied/);
});

test("of what was withdrawn nothing more is said", async () => {
  await withdrawEvidence(team.vera, own.gone, "Es de otra persona.", moment);
  await expect(grade(own.gone, "vera")).rejects.toThrow(/was withdrawn/);
  await expect(tie(own.gone, own.factId)).rejects.toThrow(/was withdrawn/);
});

test("the desk writes no file into what families sent, and a file is of one of them alone", async () => {
  const put = (columns: string, values: string) =>
    asDeskTraced(
      `INSERT INTO registry.documents (id, sealed, received_at, ${columns}) VALUES (gen_random_uuid(), '\\x01', now(), ${values})`,
    );
  await expect(put("report_id", "gen_random_uuid()")).rejects.toThrow(/permission denied/);
  await expect(put("case_id", "NULL")).rejects.toThrow(/documents_of_one/);
  await expect(
    asOwner(`UPDATE registry.documents SET case_id = '${other.caseId}' WHERE case_id = '${own.caseId}'`),
  ).rejects.toThrow(/append-only/);
});

test("whoever is erased takes along the files the desk brought", async () => {
  const { carmen, vera } = team;
  const opened = await givenCase(team.ines);
  await givenItem(vera, opened);
  const count = () => desk().document.count({ where: { caseId: opened.caseId } });
  expect(await count()).toBe(1);
  const asked = await proposeErasure(carmen, opened.caseId, "La persona lo pidió por escrito.", moment);
  await erasePerson({ ...carmen, username: "elena", factorAt: moment() }, asked, moment);
  expect(await count()).toBe(0);
});
