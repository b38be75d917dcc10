import { beforeAll, describe, expect, test } from "vitest";
import { attachReport, openCase } from "@/lib/cases/dossier/commands";
import { findLookalike } from "@/lib/cases/opening/queries";
import { recordStanding } from "@/lib/cases/standing/commands";
import { dropIndex } from "@/lib/people/indexed/commands";
import { identityInput, traitsInput } from "@/lib/people/schema";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { directForm } from "@/lib/vetting/cases/opening/schema";
import { findCaseForDesk } from "@/lib/vetting/cases/queries";
import { type Cast, givenCast } from "@/tests/support/cast";
import { givenIndex } from "@/tests/support/indexed";
import { asOwner } from "@/tests/support/owner";
import { at, dawn, givenCase, givenReport, plainCase } from "@/tests/support/stories";

let cast: Cast;
const later = at("2026-02-01T12:00:00Z");
const count = (granted: boolean) => ({ purpose: "count" as const, granted });

beforeAll(async () => {
  cast = await givenCast();
});

const { permissions: _, ...nobodyAsked } = plainCase;
const standingOf = (reference: string) => findCaseForDesk(cast.vera, reference, later);

describe("a case without a report", () => {
  test("bears its channel, who permitted what and how that was checked; the words sealed, the id random", async () => {
    const { caseId, reference } = await openCase(
      cast.ines,
      {
        ...nobodyAsked,
        channel: "hearing",
        speakers: [
          {
            givenBy: "relative",
            who: "su hermana",
            how: "Cédula vista en la audiencia.",
            answers: [count(true), { purpose: "name", granted: false }],
          },
        ],
      },
      dawn,
    );
    const found = await standingOf(reference);
    expect(found).toMatchObject({
      channel: "hearing",
      reports: [],
      holders: [{ givenBy: "relative", who: "su hermana", report: null, recordedBy: "ines" }],
    });
    const rows = await asOwner<{ holder_id: string; standing: boolean }>(
      "SELECT holder_id, standing FROM registry.permissions WHERE case_id = $1",
      [caseId],
    );
    expect(rows.map((row) => [row.holder_id, row.standing])).toEqual(
      rows.map(() => [found.holders[0]?.id, true]),
    );
    const [plain] = await asOwner<{ row: string }>(
      "SELECT encode(dossier, 'escape') AS row FROM registry.cases WHERE id = $1",
      [caseId],
    );
    expect(plain?.row).not.toContain("hermana");
  });

  test("exists and counts nobody without a yes to counting, and a name is permitted only by who was checked", async () => {
    const { caseId } = await openCase(cast.ines, { ...nobodyAsked, channel: "press", speakers: [] }, dawn);
    const counted = await asOwner(
      "SELECT 1 FROM registry.custody_intervals i JOIN registry.cases c USING (person_id) WHERE c.id = $1 AND counted",
      [caseId],
    );
    expect(counted).toEqual([]);
    const unchecked = {
      givenBy: "relative" as const,
      answers: [{ purpose: "name" as const, granted: true }],
    };
    await expect(
      openCase(cast.ines, { ...nobodyAsked, channel: "gate", speakers: [unchecked] }, dawn),
    ).rejects.toMatchObject({ code: "standing_unchecked" });
  });

  test("is told by document or by name and year, and never stopped", async () => {
    await givenIndex(cast.ines);
    const { reference } = await givenCase(cast.ines, {
      identity: {
        givenNames: "Ángel",
        surnames: "Pérez Ñáñez",
        idDocument: { kind: "V", number: "99777001" },
      },
      traits: { sex: "man", birthYear: 1981 },
    });
    const like = (identity: object, birthYear: number | null) =>
      findLookalike(
        cast.ines,
        { identity: identityInput.parse(identity), traits: traitsInput.parse({ birthYear }) },
        later,
      );
    const names = { givenNames: "angel", surnames: "perez nanez" };
    expect(await like(names, 1981)).toBe(reference);
    expect(await like(names, 1999)).toBeNull();
    const document = { kind: "V", number: "99.777.001" };
    expect(await like({ givenNames: "Otro", surnames: "Nombre", idDocument: document }, null)).toBe(
      reference,
    );
    await expect(
      findLookalike(
        cast.abel,
        { identity: identityInput.parse(names), traits: traitsInput.parse({}) },
        later,
      ),
    ).rejects.toMatchObject({ code: "not_permitted" });
    const heard = await like({ givenNames: "ANGEL", surnames: "PERES NANIEZ" }, 1981);
    expect(heard, "as it sounds, not as it is written").toBe(reference);
    dropIndex();
  });

  test("comes whole from its boxes, and what was not asked is no answer", () => {
    const boxes = {
      channel: "telephone",
      identity: {
        givenNames: "Ana",
        surnames: "Inventada",
        aliases: "",
        documentKind: "",
        documentNumber: "",
        documentCountry: "",
      },
      traits: {
        sex: "woman",
        birthDate: "",
        birthYear: "",
        ageMin: "",
        ageMax: "",
        nationality: "unknown",
        civilMilitary: "unknown",
      },
      fact: {
        state: "apprehended",
        earliest: "2026-01-03",
        latest: "2026-01-03",
        entity: "",
        facility: "",
        whereabouts: "",
      },
      speaker: { givenBy: "lawyer", who: "", how: "", count: "yes", name: "" },
    };
    const read = directForm.parse(boxes);
    expect(read.speaker).toMatchObject({ givenBy: "lawyer", how: null, answers: [count(true)] });
    expect(directForm.parse({ ...boxes, speaker: { ...boxes.speaker, count: "" } }).speaker).toBeNull();
    expect(directForm.safeParse({ ...boxes, channel: "report" }).success).toBe(false);
  });
});

describe("two who answer for one person", () => {
  test("are two: the refusal of one with standing is not replaced by the other's yes", async () => {
    const { caseId, reference } = await givenCase(cast.ines, {}, dawn);
    const mother = { report: null, givenBy: "relative", who: "la madre", how: "Partida de nacimiento." };
    const [first, second] = [
      await recordStanding(cast.vera, caseId, mother, later),
      await recordStanding(cast.vera, caseId, { ...mother, who: "un tío" }, later),
    ];
    expect(first).not.toBe(second);
    const said = (holderId: string, granted: boolean) =>
      recordPermission(
        cast.vera,
        caseId,
        { ...count(granted), givenBy: "relative", standing: true, holderId },
        later,
      );
    await said(first, false);
    await said(second, true);
    const open = (await standingOf(reference)).permissions.filter(
      (row) => row.purpose === "count" && row.knownTo === null,
    );
    expect(new Map(open.map((row) => [row.holderId, row.granted]))).toEqual(
      new Map([
        [first, false],
        [second, true],
      ]),
    );
    await said(first, true);
    const after = (await standingOf(reference)).permissions.filter(
      (row) => row.purpose === "count" && row.knownTo === null,
    );
    expect(after.every((row) => row.granted)).toBe(true);
  });

  test("each keep their own code when a second report joins, and its no does not undo the first's yes", async () => {
    const { reportId: first } = await givenReport();
    const { reportId: second } = await givenReport(false);
    const { caseId, reference } = await givenCase(cast.ines, { reportIds: [first], channel: "report" });
    const answers = [{ ...count(false), givenBy: "relative" as const }];
    await attachReport(cast.ines, caseId, second, later, answers);
    await expect(attachReport(cast.ines, caseId, second, later)).rejects.toMatchObject({
      code: "already_opened",
    });
    const found = await standingOf(reference);
    expect(found.reports).toEqual([first, second]);
    expect(found.holders).toMatchObject([{ report: second, how: null }]);
    const open = found.permissions.filter((row) => row.purpose === "count" && row.knownTo === null);
    expect(open.map((row) => row.granted).sort()).toEqual([false, true]);
    const codes = await asOwner("SELECT 1 FROM registry.receipts WHERE report_id = ANY ($1)", [
      [first, second],
    ]);
    expect(codes).toHaveLength(2);
  });
});
