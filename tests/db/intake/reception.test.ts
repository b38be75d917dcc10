import { beforeAll, describe, expect, test } from "vitest";
import type { FamilyActor } from "@/lib/auth/actor";
import { CONSENT_TEXT } from "@/lib/consent/rules";
import { newId } from "@/lib/core/ids";
import { beginReport, saveStep, sendReport } from "@/lib/intake/draft/commands";
import { openDraft } from "@/lib/intake/draft/queries";
import type { Step } from "@/lib/intake/draft/schema";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { newCode, openReport } from "@/lib/intake/receipt/queries";
import { reportPayload } from "@/lib/intake/schema";
import { newVault, type VaultKeys } from "@/lib/vault/keys";
import { newRecoveryIdentity } from "@/lib/vault/recovery";
import { openFromVault } from "@/lib/vault/seal";
import { asOwner, asRole } from "../../support/owner";

const family: FamilyActor = { kind: "family" };
const noon = new Date("2026-01-20T16:00:30Z");
const clock = () => noon;
const days = (n: number) => () => new Date(noon.getTime() + n * 86_400_000);
const permissions = [
  { purpose: "store" as const, granted: true, textVersion: CONSENT_TEXT, at: noon.toISOString() },
  { purpose: "count" as const, granted: false, textVersion: CONSENT_TEXT, at: noon.toISOString() },
];
const person = {
  givenNames: "Yusmary Ñañez",
  surnames: "de los Ángeles",
  idKind: "V",
  idNumber: "99.100.200",
};
const detention = { year: "2026", month: "1", precision: "exact", entity: "VE-V" };
let vault: VaultKeys;

const begin = (code: string) => beginReport(family, { code, locale: "es", permissions }, clock);

async function draftOf(code: string) {
  const keys = await begin(code);
  await saveStep(family, { keys, step: "person", posted: person }, clock);
  await saveStep(family, { keys, step: "detention", posted: detention }, clock);
  return keys;
}

async function lastReport() {
  const [row] = await asOwner<{ sealed: Buffer; urgent: boolean }>(
    "SELECT sealed, urgent FROM registry.reports ORDER BY ctid DESC LIMIT 1",
  );
  const opened = await openFromVault(vault, new Uint8Array(row?.sealed ?? []));
  return { report: reportPayload.parse(opened), urgent: row?.urgent };
}

describe("before there is a vault", () => {
  test("nothing is received and nothing is kept", async () => {
    await expect(begin(newCode())).rejects.toMatchObject({ code: "reception_closed" });
    expect(await asOwner("SELECT FROM registry.drafts")).toHaveLength(0);
  });
});

describe("a report", () => {
  beforeAll(async () => {
    const { recipient } = await newRecoveryIdentity(noon);
    vault = (await newVault(recipient)).keys;
    await asOwner(
      "INSERT INTO registry.vault_keys (id, public_key, recovery, created_at) VALUES ($1,$2,$3,$4)",
      [newId(), Buffer.from(vault.publicKey), recipient, noon],
    );
  });

  test("is not begun where the family said no to keeping it", async () => {
    const no = permissions.map((answer) => ({ ...answer, granted: false }));
    const refused = beginReport(family, { code: newCode(), locale: "es", permissions: no }, clock);
    await expect(refused).rejects.toMatchObject({ code: "not_permitted" });
  });

  test("begun twice with one code is one draft, and what was saved stays", async () => {
    const code = newCode();
    const keys = await draftOf(code);
    await begin(code);
    expect((await openDraft(keys, clock))?.draft.forms.person).toEqual(person);
  });

  test("is resumed with the code until it expires, wrong answers included", async () => {
    const code = newCode();
    const keys = await begin(code);
    await saveStep(family, { keys, step: "detention", posted: { year: "3026", day: "x" } }, clock);
    const opened = await openWithCode(family, ` ${code.slice(0, 4)}-${code.slice(4)} `, days(13));
    expect(opened).toMatchObject({ kind: "draft", draft: { forms: { detention: { day: "x" } } } });
    await expect(openWithCode(family, code, days(15))).rejects.toMatchObject({ code: "code_unknown" });
    await expect(saveStep(family, { keys, step: "person", posted: person }, days(15))).rejects.toMatchObject({
      code: "draft_expired",
    });
  });

  test("is sent once by eight posts at the same moment, and the desk opens what was written", async () => {
    const code = newCode();
    const keys = await draftOf(code);
    const before = await asOwner("SELECT FROM registry.reports");
    await Promise.all(Array.from({ length: 8 }, () => sendReport(family, keys, clock)));
    const reports = await asOwner<{ sealed: Buffer; received_at: Date; urgent: boolean; id: string }>(
      "SELECT id, sealed, received_at, urgent FROM registry.reports ORDER BY id DESC",
    );
    expect(reports).toHaveLength(before.length + 1);
    const report = reportPayload.parse(await openFromVault(vault, new Uint8Array(reports[0]?.sealed ?? [])));
    expect(report.person).toMatchObject({
      givenNames: "Yusmary Ñañez",
      idDocument: { kind: "V", number: "99100200" },
    });
    expect(report.detention).toEqual({ date: { month: 1, year: 2026, precision: "exact" }, entity: "VE-V" });
    expect(report.permissions).toEqual(permissions);
    expect(reports[0]?.received_at.toISOString()).toBe("2026-01-20T16:00:00.000Z");
    expect(await openDraft(keys, clock)).toBeNull();

    const trail = await asOwner<{ action: string; subject: Buffer }>(
      "SELECT action, subject FROM registry.audit_events ORDER BY seq DESC LIMIT 1",
    );
    expect(trail[0]?.action).toBe("report.received");
    const about = await openFromVault(vault, new Uint8Array(trail[0]?.subject ?? []));
    expect(about).toEqual({ report: reports[0]?.id });
  });

  test("reaches the desk with court, health, contact and permissions as they were written, each with its wording and moment", async () => {
    const keys = await draftOf(newCode());
    const save = (step: Step, posted: Record<string, string>) =>
      saveStep(family, { keys, step, posted }, clock);
    await save("whereabouts", { relation: "parent" });
    await save("court", {
      presented: "yes",
      counsel: "private",
      charges: "terrorismo",
      month: "2",
      year: "2026",
    });
    await save("health", {
      danger: "yes",
      conditions: "ill,injury,made_up",
      medicine: "insulina",
      listener: "yes",
    });
    await save("contact", { way: "call", address: "0414 990 0000", from: "18:00", safeWord: "guayaba" });
    await save("permissions", {
      ...{ permit_un: "yes", permit_name: "no", permit_photo: "unsure", permit_press: "quizás" },
      ...{ textVersion: "2026-11", at: "1999-01-01T00:00:00Z" },
    });
    await sendReport(family, keys, clock);
    const { report, urgent } = await lastReport();
    expect(report.court).toEqual({
      ...{ presented: "yes", counsel: "private", charges: "terrorismo" },
      hearing: { month: 2, year: 2026 },
    });
    expect(report.health).toEqual({
      ...{ danger: "yes", conditions: ["ill", "injury"], medicine: "insulina", listener: true },
    });
    expect(urgent).toBe(true);
    expect(report.contact).toEqual({
      ...{ way: "call", address: "0414 990 0000", mayLeaveMessage: false, safeWord: "guayaba" },
      hours: { from: "18:00", until: null },
    });
    const given = { textVersion: "2026-11", at: noon.toISOString() };
    expect(report.permissions).toEqual([
      ...permissions,
      { purpose: "un", granted: true, ...given },
      { purpose: "name", granted: false, ...given },
    ]);
  });

  test.each([
    ["a neighbour's yes", { relation: "friend" }, {}, []],
    ["a yes to publishing somebody under 18", { relation: "parent" }, { approxAge: "16" }, ["un"]],
    ["a relative's yes", { relation: "parent" }, {}, ["un", "name"]],
  ])("carries no permission that nobody could give: %s", async (_who, whereabouts, age, expected) => {
    const keys = await draftOf(newCode());
    const save = (step: Step, posted: Record<string, string>) =>
      saveStep(family, { keys, step, posted }, clock);
    await save("permissions", { permit_un: "yes", permit_name: "yes", relation: "parent" });
    await save("person", { ...person, ...age });
    await save("whereabouts", whereabouts);
    await sendReport(family, keys, clock);
    const { report } = await lastReport();
    expect(report.permissions.slice(permissions.length).map(({ purpose }) => purpose)).toEqual(expected);
  });

  test("begun before there were these pages is sent as it is", async () => {
    const keys = await draftOf(newCode());
    expect(Object.keys((await openDraft(keys, clock))?.draft.forms ?? {})).toEqual(["person", "detention"]);
    await sendReport(family, keys, clock);
    const { report } = await lastReport();
    for (const page of ["court", "health", "contact"]) expect(report).not.toHaveProperty(page);
  });

  test("is opened by its own code only, as a stage and never as its words", async () => {
    const code = newCode();
    const keys = await draftOf(code);
    await sendReport(family, keys, clock);
    const opened = await openWithCode(family, code, clock);
    expect(opened.kind).toBe("report");
    const report = await openReport(opened.keys);
    expect(report).toMatchObject({ stage: { stage: "received" }, messages: [{ stage: "received" }] });
    expect(JSON.stringify(report)).not.toContain("Yusmary");
    for (const wrong of [newCode(), "", "123", `${code.slice(0, 19)}${(Number(code[19]) + 1) % 10}`]) {
      await expect(openWithCode(family, wrong, clock)).rejects.toMatchObject({ code: "code_unknown" });
    }
  });

  test("is not sent while a needed page is missing or wrong, and stays a draft", async () => {
    const keys = await begin(newCode());
    await saveStep(family, { keys, step: "person", posted: person }, clock);
    await expect(sendReport(family, keys, clock)).rejects.toMatchObject({ code: "report_incomplete" });
    await saveStep(family, { keys, step: "detention", posted: { year: "1950" } }, clock);
    await expect(sendReport(family, keys, clock)).rejects.toMatchObject({ code: "report_incomplete" });
    expect((await openDraft(keys, clock))?.draft.forms.person).toEqual(person);
  });

  test("leaves no word of it in any column in the clear", async () => {
    const keys = await draftOf(newCode());
    await sendReport(family, keys, clock);
    for (const table of ["drafts", "reports", "receipts", "threads", "messages", "audit_events"]) {
      const rows = await asOwner(`SELECT t::text FROM registry.${table} t`);
      const printed = JSON.stringify(rows);
      expect(printed).not.toMatch(/Yusmary|99100200|99\.100/);
      expect(printed).not.toContain(Buffer.from("Yusmary").toString("hex"));
    }
  });
});

describe("the intake role", () => {
  test("reads no table of the registry or the publication", async () => {
    const tables = await asOwner<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('registry','publication')",
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      await expect(asRole("INTAKE", `SELECT * FROM ${name} LIMIT 1`), name).rejects.toThrow(
        /permission denied/,
      );
    }
  });
});
