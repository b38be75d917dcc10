import { beforeAll, describe, expect, test } from "vitest";
import { SHEET_TEXT } from "@/lib/consent/rules";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { listOverdue } from "@/lib/vetting/lists/overdue/queries";
import * as paper from "@/lib/vetting/paper/commands";
import { markPrinted } from "@/lib/vetting/paper/printing/commands";
import { listFreeStrips, listSheets } from "@/lib/vetting/paper/queries";
import { isLate } from "@/lib/vetting/paper/rules";
import { type Sheet, type Strip, sheetForm } from "@/lib/vetting/paper/schema";
import { openReport } from "@/lib/vetting/reports/queries";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asOwner, asRole } from "../../support/owner";
import { at } from "../../support/stories";

let cast: Cast;
let strips: Strip[];
const later = at("2026-01-23T12:00:00Z");
const now = at("2026-01-20T12:00:00Z");
const form = sheetForm(() => "2026-01-20");
const family = { kind: "family" } as const;

const written = (number: string, changes: object = {}) => ({
  number,
  takenOn: "2026-01-19",
  store: "yes",
  count: "no",
  person: { givenNames: "Yusmary", surnames: "Canaria Oculta", approxAge: "31", sex: "woman" },
  detention: { month: "1", year: "2026", entity: "VE-V" },
  ...changes,
});
const sheet = (number: string, changes: object = {}): Sheet => form.parse(written(number, changes));
const next = () => strips.pop() ?? { number: "", code: "" };

beforeAll(async () => {
  cast = await givenCast();
  strips = await paper.makeStrips(cast.clara, { count: 8, seenBy: cast.carlos }, now);
});

describe("a sheet", () => {
  test("becomes a report as its family would have sent it, opened by the code on its strip and by no other", async () => {
    const { number, code } = next();
    await expect(openWithCode(family, code, now)).rejects.toMatchObject({ code: "code_unknown" });
    const typed = `${number.slice(0, 3)} ${number.slice(3)}`;
    const reportId = await paper.transcribeSheet(cast.ines, sheet(typed), now);
    expect(await openWithCode(family, code, now)).toMatchObject({ kind: "report" });
    expect(await openReport(cast.vera, reportId, now)).toMatchObject({
      channel: "paper",
      stage: "waiting",
      payload: {
        person: { givenNames: "Yusmary", surnames: "Canaria Oculta", approxAge: 31 },
        permissions: [
          { purpose: "store", granted: true, at: "2026-01-19T04:00:00.000Z" },
          { purpose: "count", granted: false },
        ],
      },
    });
    expect(await trailOf()).toContain("ines paper.transcribed");
    await expect(paper.transcribeSheet(cast.vera, sheet(number), now)).rejects.toMatchObject({
      code: "slip_used",
    });
  });

  test("carries what the family's own pages ask, down to the permissions, under the wording of the paper", async () => {
    const { number } = next();
    const reportId = await paper.transcribeSheet(
      cast.ines,
      sheet(number, {
        whereabouts: { relation: "parent" },
        court: { presented: "yes", counsel: "refused", court: "Segundo de Control" },
        health: { danger: "yes", conditions: ["ill", "injury"], medicine: "insulina" },
        contact: { way: "call", address: "0412 000 0000", from: "18:00", safeWord: "guanábana" },
        permissions: { permit_un: "yes", permit_press: "no" },
      }),
      now,
    );
    const { payload } = await openReport(cast.vera, reportId, now);
    expect(payload).toMatchObject({
      court: { presented: "yes", counsel: "refused" },
      health: { danger: "yes", conditions: ["ill", "injury"], medicine: "insulina" },
      contact: { way: "call", safeWord: "guanábana" },
    });
    expect(payload.permissions).toEqual(
      [
        ["store", true],
        ["count", false],
        ["un", true],
        ["press", false],
      ].map(([purpose, granted]) => ({
        ...{ purpose, granted, textVersion: SHEET_TEXT, at: "2026-01-19T04:00:00.000Z" },
      })),
    );
    const nobody = form.safeParse(written(number, { contact: { way: "call" }, permissions: {} }));
    expect(nobody.error?.issues.map((one) => `${one.path.join(".")} ${one.message}`)).toEqual([
      "contact.address address_missing",
    ]);
  });

  test("leaves no word and no code in plain, and forgets what its code gave", async () => {
    const { number, code } = next();
    const [before] = await asOwner<{ row: string }>(
      "SELECT row_to_json(s)::text AS row FROM registry.slips s WHERE number = $1",
      [number],
    );
    for (const secret of [code, Buffer.from(code).toString("hex")]) expect(before?.row).not.toContain(secret);
    const reportId = await paper.transcribeSheet(cast.ines, sheet(number), now);
    const [after] = await asOwner<{ row: string; lookup: null; thread_key: null }>(
      "SELECT row_to_json(s)::text AS row, lookup, thread_key FROM registry.slips s WHERE number = $1",
      [number],
    );
    expect(after).toMatchObject({ lookup: null, thread_key: null });
    for (const secret of [reportId, "Canaria"]) expect(after?.row).not.toContain(secret);
  });

  test("is refused without permission to keep, with an unknown number, by who may not, and where it must be mended", async () => {
    const { number } = next();
    const refused = sheet(number, { store: "no" });
    await expect(paper.transcribeSheet(cast.ines, refused, now)).rejects.toMatchObject({
      code: "keeping_refused",
    });
    await expect(paper.transcribeSheet(cast.lucia, sheet(number), now)).rejects.toMatchObject({
      code: "not_permitted",
    });
    await expect(paper.transcribeSheet(cast.ines, sheet("0000000"), now)).rejects.toMatchObject({
      code: "slip_unknown",
    });
    const wrong = form.safeParse(
      written(number, { person: {}, detention: { day: "40", month: "1", year: "2026" } }),
    );
    expect(wrong.error?.issues.map((one) => `${one.path.join(".")} ${one.message}`)).toEqual([
      "person.givenNames name_missing",
      "detention.day day_wrong",
    ]);
    const mistyped = `${number.slice(0, 6)}${(Number(number[6]) + 1) % 10}`;
    expect(form.safeParse(written(mistyped)).success).toBe(false);
    expect(form.safeParse(written(number, { takenOn: "2026-01-21" })).success).toBe(false);
    expect(
      await asOwner("SELECT FROM registry.slips WHERE number = $1 AND transcribed_at IS NULL", [number]),
    ).toHaveLength(1);
  });

  test("is late once the day after its date is over, and overdue until somebody else saw it destroyed", async () => {
    expect(isLate("2026-01-19", at("2026-01-21T03:59:00Z")())).toBe(false);
    expect(isLate("2026-01-19", at("2026-01-21T04:01:00Z")())).toBe(true);
    const { number } = next();
    const late = at("2026-01-22T12:00:00Z");
    await paper.transcribeSheet(cast.ines, sheet(number), late);
    const mine = async () => (await listSheets(cast.vera)).rows.find((row) => row.number === number);
    expect(await mine()).toMatchObject({ late: true, destroyedBy: null });
    const id = (await mine())?.id ?? "";
    const waits = async (clock: () => Date) =>
      (await listOverdue(cast.vera, "sheets", clock)).rows.some((row) => row.id === id);
    expect(await waits(at("2026-01-23T11:00:00Z"))).toBe(false);
    expect(await waits(at("2026-01-23T12:00:00Z"))).toBe(true);
    await expect(paper.seeSheetDestroyed(cast.vera, id, late)).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    await paper.destroySheet(cast.ines, id, late);
    await expect(paper.destroySheet(cast.vera, id, late)).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    await expect(paper.seeSheetDestroyed(cast.ines, id, late)).rejects.toMatchObject({ code: "same_person" });
    expect(await waits(at("2026-01-23T12:00:00Z"))).toBe(true);
    await paper.seeSheetDestroyed(cast.vera, id, late);
    expect(await waits(at("2026-01-23T12:00:00Z"))).toBe(false);
    expect(await mine()).toBeUndefined();
    const back = "UPDATE registry.slips SET seen_at = NULL, seen_by = NULL WHERE id = $1";
    await expect(asRole("DESK", back, [id])).rejects.toThrow(/append-only/);
    const alone = "UPDATE registry.slips SET seen_by = destroyed_by WHERE id = $1";
    await expect(asRole("DESK", alone, [id])).rejects.toThrow(/two_people|append-only/);
  });

  test("of two people who transcribe it at once one does", async () => {
    const { number } = next();
    const both = await Promise.allSettled([
      paper.transcribeSheet(cast.ines, sheet(number), now),
      paper.transcribeSheet(cast.vera, sheet(number), now),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

test("numbers for sheets are those of strips that nobody used, as they were made together", async () => {
  const [made, ...others] = await listFreeStrips(cast.ines);
  expect(others).toEqual([]);
  expect(made).toMatchObject({ madeBy: "clara", madeWith: "carlos" });
  const used = await asOwner<{ number: string }>(
    "SELECT number FROM registry.slips WHERE transcribed_at IS NOT NULL",
  );
  expect(used.length).toBeGreaterThan(3);
  expect(made?.numbers.filter((number) => used.some((one) => one.number === number))).toEqual([]);
  expect(made?.numbers).toEqual(expect.arrayContaining(strips.map(({ number }) => number)));
  await expect(listFreeStrips(cast.lucia)).rejects.toMatchObject({ code: "not_permitted" });
});

test("a sheet is remembered as printed, once, by whom and when, and its number stays free", async () => {
  const free = async () => (await listFreeStrips(cast.ines))[0];
  const [first = "", second = ""] = (await free())?.numbers ?? [];
  expect((await free())?.printed.size).toBe(0);
  await markPrinted(cast.ines, { numbers: [first] }, now);
  await markPrinted(cast.vera, { numbers: [first, second] }, later);
  const after = await free();
  expect([...(after?.printed ?? [])].sort()).toEqual([first, second].sort());
  expect(after?.numbers).toContain(first);
  expect(after?.lastPrinted).toEqual({ at: later(), by: "vera" });
  const rows = await asOwner("SELECT printed_by FROM registry.slips WHERE number = $1", [first]);
  expect(rows).toEqual([{ printed_by: "ines" }]);
  await expect(markPrinted(cast.ines, { numbers: [first] }, later)).rejects.toMatchObject({
    code: "changed_meanwhile",
  });
  await expect(markPrinted(cast.lucia, { numbers: [second] }, later)).rejects.toMatchObject({
    code: "not_permitted",
  });
  await expect(
    asRole("DESK", "UPDATE registry.slips SET printed_by = 'otra' WHERE number = $1", [first]),
  ).rejects.toThrow();
});

test("strips are made by two coordinators, and no number twice", async () => {
  const make = (seenBy: Cast["clara"], count = 2) => paper.makeStrips(cast.clara, { count, seenBy }, now);
  await expect(make(cast.clara)).rejects.toMatchObject({ code: "same_person" });
  await expect(make(cast.vera)).rejects.toMatchObject({ code: "not_permitted" });
  await expect(make(cast.carlos, 501)).rejects.toMatchObject({ code: "too_many_strips" });
});
