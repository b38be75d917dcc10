import { afterAll, beforeAll, expect, test } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { proveSet } from "@/lib/balances/caseset/commands";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { dropIndex } from "@/lib/people/indexed/commands";
import { erasePerson, proposeErasure } from "@/lib/publication/erasure/commands";
import { confirmFact } from "@/lib/publication/facts/commands";
import { confirmNaming, proposeNaming } from "@/lib/publication/naming/commands";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { askTally, askWindow } from "@/lib/tallies/commands";
import { listCasesForDesk } from "@/lib/vetting/cases/list/queries";
import { findCaseForDesk } from "@/lib/vetting/cases/queries";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { findPeople } from "@/lib/vetting/search/queries";
import { givenIndex } from "@/tests/support/indexed";
import { asOwner, asRole } from "../../support/owner";
import { counted, countRows } from "../../support/population";
import { everyAnswer } from "../../support/public-answers";
import { openedRegistry, type Registry } from "../../support/published";
import { at, givenCase, givenDecision, givenReport } from "../../support/stories";

let carmen: StaffActor;
let elena: StaffActor;
let vera: StaffActor;
let caseId: string;
let reference: string;
let code: string;
let reportId: string;
const later = at("2026-02-10T12:00:00Z");
const why = "Lo pide la familia, por escrito y con vínculo comprobado.";

let publish: Registry["publish"];

afterAll(dropIndex);
beforeAll(async () => {
  const registry = await openedRegistry();
  const { ines } = registry;
  ({ carmen, elena, vera, publish } = registry);
  await counted(Array.from({ length: 60 }, () => ({})));
  ({ code, reportId } = await givenReport());
  const now = at("2026-01-21T12:00:00Z");
  ({ caseId, reference } = await givenCase(ines, { reportIds: [reportId], channel: "report" }, now));
  const [fact] = await asOwner<{ id: string }>(
    "SELECT id FROM registry.facts WHERE case_id = $1 AND track = 'custody'",
    [caseId],
  );
  await confirmFact(vera, fact?.id ?? "", now);
  await reviewDecision(carmen, await givenDecision(vera, caseId, now), { agreed: true }, now);
  await publish("2026-01-27T04:00:00.000Z", "2026-01-27T15:00:00Z");
  const name = { purpose: "name" as const, granted: true, givenBy: "relative" as const, standing: true };
  await recordPermission(ines, caseId, name, at("2026-01-28T12:00:00Z"));
  await confirmNaming(
    elena,
    await proposeNaming(carmen, caseId, at("2026-01-28T13:00:00Z")),
    at("2026-01-28T14:00:00Z"),
  );
  await publish("2026-02-03T04:00:00.000Z", "2026-02-03T15:00:00Z");
}, 120_000);

const moments = [
  "2026-01-15T00:00:00Z",
  "2026-01-27T04:00:00Z",
  "2026-02-03T15:00:00Z",
  "2026-03-01T00:00:00Z",
];

/** What anybody has who kept the address of a balance: its numbers, files, zip, picture and message. */
async function everyPermalink(): Promise<Record<string, string>> {
  const answers = await everyAnswer({ slug: "2026-01-26", claim: "" });
  const frozen = Object.entries(answers).filter(([address]) => /balances\/\{id\}|\?balance=/.test(address));
  for (const [address, answer] of frozen) {
    const bytes = Buffer.from(answer.split(" ")[2] ?? "", "base64").toString("latin1");
    expect(bytes, address).not.toContain("Yusmary");
    expect(bytes, address).not.toContain(reference);
  }
  return Object.fromEntries(frozen);
}

/** Every published byte, and exact tallies and windows at every pair of moments tried. */
async function everyNumber(): Promise<string> {
  const published = await asOwner(
    `SELECT b.slug, b.content::text, encode(b.manifest, 'hex') AS manifest, b.signatures::text,
       (SELECT string_agg(encode(f.bytes, 'hex'), '.' ORDER BY f.position) FROM publication.balance_files f WHERE f.balance_id = b.id) AS files
     FROM publication.balances b ORDER BY b.slug`,
  );
  const exact: unknown[] = [];
  for (const a of moments)
    for (const k of moments) {
      exact.push(await askTally({ kind: "operator" }, new Date(a), new Date(k), later));
      if (a < k)
        exact.push(await askWindow({ kind: "operator" }, { from: new Date(a), to: new Date(k) }, later));
    }
  return JSON.stringify({ published, exact });
}

test("erasing a person takes two coordinators; words, files, page and code go, and not one number changes", async () => {
  const before = await everyNumber();
  const permalinks = await everyPermalink();
  expect(Object.keys(permalinks).length).toBeGreaterThanOrEqual(10);
  expect(Object.values(permalinks).filter((answer) => !answer.startsWith("200 "))).toEqual([]);
  expect(before).toContain('"total":61');
  expect(await countRows("publication.named_cases")).toEqual([1]);
  const untouched = await countRows("registry.erasures", "registry.messages", "registry.receipts");
  await expect(proposeErasure(vera, caseId, why, later)).rejects.toMatchObject({ code: "not_permitted" });
  await expect(proposeErasure(carmen, caseId, "no", later)).rejects.toMatchObject({ code: "reason_missing" });
  const id = await proposeErasure(carmen, caseId, why, later);
  await expect(proposeErasure(elena, caseId, why, later)).rejects.toMatchObject({
    code: "already_confirmed",
  });
  await expect(erasePerson({ ...carmen, factorAt: later() }, id, later)).rejects.toMatchObject({
    code: "same_person",
  });
  await expect(erasePerson(vera, id, later)).rejects.toMatchObject({ code: "not_permitted" });
  const [, messages, receipts] = untouched;
  expect(await countRows("registry.messages", "registry.receipts")).toEqual([messages, receipts]);
  const alone =
    "UPDATE registry.people SET wrapped_key = NULL WHERE id = (SELECT person_id FROM registry.cases WHERE id = $1)";
  await expect(asRole("DESK", alone, [caseId])).rejects.toThrow(/two people/);
  const confirmed = "UPDATE registry.erasures SET confirmed_by = proposed_by, confirmed_at = now()";
  await expect(asRole("DESK", confirmed)).rejects.toThrow(/erasures_two_people/);

  const stale = { ...elena, factorAt: new Date(later().getTime() - 6 * 60_000) };
  await expect(erasePerson(stale, id, later)).rejects.toMatchObject({ code: "step_up_needed" });
  const fresh = { ...elena, factorAt: later() };
  await erasePerson(fresh, id, later);
  await expect(erasePerson(fresh, id, later)).rejects.toMatchObject({ code: "not_found" });

  const [left] = await asOwner(
    `SELECT p.wrapped_key, p.identity, c.dossier, (SELECT encode(sealed, 'hex') FROM registry.reports WHERE id = $2) AS report,
       (SELECT count(*)::int FROM registry.receipts WHERE report_id = $2) AS receipts
     FROM registry.cases c JOIN registry.people p ON p.id = c.person_id WHERE c.id = $1`,
    [caseId, reportId],
  );
  expect(left).toEqual({ wrapped_key: null, identity: null, dossier: null, report: "00", receipts: 0 });
  expect(await countRows("publication.named_cases", "registry.messages")).toEqual([0, 0]);
  await expect(openWithCode({ kind: "family" }, code, later)).rejects.toMatchObject({ code: "code_unknown" });
  const found = await findCaseForDesk(vera, reference, later).catch((error: unknown) => error);
  expect(JSON.stringify(found ?? null)).not.toContain("Yusmary");
  await givenIndex(vera);
  for (const words of ["Yusmary", reference])
    expect(JSON.stringify(await findPeople(vera, words, later))).not.toContain("Yusmary");
  expect(JSON.stringify(await listCasesForDesk(vera, { view: "all", after: null }, later))).not.toContain(
    "Yusmary",
  );
  await expect(
    asOwner("UPDATE registry.people SET wrapped_key = 'x' WHERE wrapped_key IS NULL"),
  ).rejects.toThrow(/does not come back/);

  expect(await everyNumber()).toBe(before);
  expect(await everyPermalink()).toEqual(permalinks);
  for (const slug of ["2026-01-26", "2026-02-02"])
    expect(await proveSet(carmen, slug, later)).toMatchObject({ holds: true, people: 61 });
  await publish("2026-02-10T04:00:00.000Z", "2026-02-10T15:00:00Z");
  expect(await proveSet(carmen, "2026-02-09", later)).toMatchObject({ holds: true, people: 61 });
}, 90_000);
