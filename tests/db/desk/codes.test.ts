import { beforeAll, describe, expect, test } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { desk } from "@/lib/db/desk";
import { postAnswer } from "@/lib/intake/answers/commands";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { openReport as openAsFamily } from "@/lib/intake/receipt/queries";
import { postWord } from "@/lib/intake/thread/commands";
import { findNamedCase } from "@/lib/opendata/cases/queries";
import { confirmFact, recordFact } from "@/lib/publication/facts/commands";
import { confirmNaming, proposeNaming } from "@/lib/publication/naming/commands";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { tally } from "@/lib/tallies/queries";
import { findCaseForDesk } from "@/lib/vetting/cases/queries";
import { confirmRevocation, issueCode, proposeRevocation } from "@/lib/vetting/contacts/codes/commands";
import { familySideOf } from "@/lib/vetting/contacts/codes/queries";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { sendMessage } from "@/lib/vetting/threads/commands";
import { openThread } from "@/lib/vetting/threads/queries";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asDeskTraced, asOwner, asRole } from "../../support/owner";
import { at, givenCase, givenDecision } from "../../support/stories";

let cast: Cast;
const family = { kind: "family" } as const;
const now = at("2026-01-22T12:34:56Z");
beforeAll(async () => {
  cast = await givenCast();
});

const speaker = {
  givenBy: "relative" as const,
  who: "Su hermana",
  how: "Cédula vista por videollamada.",
  answers: [
    { purpose: "store" as const, granted: true },
    { purpose: "count" as const, granted: true },
  ],
};

/** A case opened by telephone, and whoever spoke for the person. */
async function givenCall(how: string | null = speaker.how) {
  const opened = await givenCase(cast.ines, { permissions: [], speakers: [{ ...speaker, how }] });
  const { holders } = await findCaseForDesk(cast.vera, opened.reference, now);
  const holderId = holders[0]?.id;
  if (!holderId) throw new Error("a holder");
  return { ...opened, form: { holderId, locale: "es" as const } };
}
const reportOf = async (reference: string) => {
  const [report] = (await findCaseForDesk(cast.vera, reference, now)).reports;
  if (!report) throw new Error("a report");
  return report;
};
const opens = async (code: string) => {
  const opened = await openWithCode(family, code, now);
  return opened.kind === "report" ? await openAsFamily(opened.keys) : null;
};

describe("a code given over the telephone", () => {
  test("told once in five groups; the family returns with it, hears of the verdict and writes", async () => {
    const { caseId, reference, form } = await givenCall();
    const { code } = await issueCode(cast.vera, caseId, form, now);
    expect(code).toMatch(/^\d{4}( \d{4}){4}$/);
    expect((await opens(code))?.stage.stage).toBe("in_review");
    const before = (await tally(desk(), now(), now())).held.total;
    const decision = await givenDecision(cast.vera, caseId);
    await reviewDecision(cast.victor, decision, { agreed: true, note: "" }, at("2026-01-23T12:00:00Z"));
    expect((await opens(code))?.stage.stage).toBe("verified_counted");
    const later = new Date("2026-01-23T12:00:01Z");
    expect((await tally(desk(), later, later)).held.total).toBe(before + 1);
    const { keys } = await openWithCode(family, code, now);
    await postWord(family, { keys, words: "Gracias.", form: "1" }, now);
    const reportId = await reportOf(reference);
    expect((await openThread(cast.vera, reportId, now)).messages.at(-1)?.note).toBe("Gracias.");
    await sendMessage(cast.vera, reportId, { seen: 3, templates: ["thanks"] }, now);
    expect((await opens(code))?.messages).toHaveLength(4);
  });

  test("lies nowhere: not in a row, not in the trail, and no plain row holds both it and the case", async () => {
    const { caseId, reference, form } = await givenCall();
    const { code } = await issueCode(cast.vera, caseId, form, now);
    const reportId = await reportOf(reference);
    expect((await trailOf()).at(-2)).toBe("vera code.issued");
    const tables = await asOwner<{ name: string }>(
      "SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables WHERE table_schema IN ('registry', 'publication') AND table_type = 'BASE TABLE'",
    );
    const digits = code.replaceAll(" ", "");
    const inHex = [code, digits].map((text) => Buffer.from(text).toString("hex"));
    for (const { name } of tables) {
      const rows = await asOwner<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      for (const { row } of rows) {
        for (const secret of [code, digits, ...inHex]) expect(row, name).not.toContain(secret);
        expect(row.includes(reportId) && (row.includes(caseId) || row.includes(reference)), name).toBe(false);
      }
    }
    const [row] = await asOwner<{ at: Date }>(
      "SELECT received_at AS at FROM registry.reports WHERE id = $1",
      [reportId],
    );
    expect(row?.at.toISOString()).toBe("2026-01-22T12:00:00.000Z");
  });

  test("only for somebody whose standing was checked, with a fresh factor, by who may, and never a second one", async () => {
    const unchecked = await givenCall(null);
    await expect(issueCode(cast.vera, unchecked.caseId, unchecked.form, now)).rejects.toMatchObject({
      code: "standing_unchecked",
    });
    const { caseId, form } = await givenCall();
    for (const who of [cast.ines, cast.lucia, cast.elena, cast.abel, cast.adela])
      await expect(issueCode(who, caseId, form, now)).rejects.toMatchObject({ code: "not_permitted" });
    const stale: StaffActor = { ...cast.vera, factorAt: new Date(now().getTime() - 6 * 60_000) };
    await expect(issueCode(stale, caseId, form, now)).rejects.toMatchObject({ code: "step_up_needed" });
    const both = await Promise.allSettled([
      issueCode(cast.vera, caseId, form, now),
      issueCode(cast.victor, caseId, form, now),
    ]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    await expect(issueCode(cast.vera, caseId, form, now)).rejects.toMatchObject({ code: "code_exists" });
  });

  test("whoever was checked before they had a number is heard with it as a holder with standing, and takes the name down", async () => {
    const { caseId, reference, form } = await givenCall();
    const [fact] = await asOwner<{ id: string }>(
      "SELECT id FROM registry.facts WHERE case_id = $1 AND track = 'custody'",
      [caseId],
    );
    await confirmFact(cast.vera, fact?.id ?? "", now);
    await reviewDecision(
      cast.victor,
      await givenDecision(cast.vera, caseId),
      { agreed: true, note: "" },
      now,
    );
    const given = { purpose: "name", granted: true, givenBy: "relative", standing: true } as const;
    await recordPermission(cast.vera, caseId, { ...given, holderId: form.holderId }, now);
    await confirmNaming(cast.clara, await proposeNaming(cast.elena, caseId, now), now);
    const { code } = await issueCode(cast.vera, caseId, form, now);
    const read = await opens(code);
    expect(read).toMatchObject({ standing: true, state: { state: "apprehended" } });
    expect(await findNamedCase(reference)).not.toBeNull();
    const { keys } = await openWithCode(family, code, now);
    await postAnswer(family, { keys, purpose: "name", granted: false, form: "1", naming: read?.naming }, now);
    expect(await findNamedCase(reference)).toBeNull();
  });

  test("of a case with a death the code says nothing of it", async () => {
    const { caseId, form } = await givenCall();
    const decision = await givenDecision(cast.vera, caseId);
    await reviewDecision(cast.victor, decision, { agreed: true, note: "" }, now);
    const died = {
      track: "custody" as const,
      state: "died_in_custody" as const,
      episode: 1,
      effective: { earliest: "2026-01-20", latest: "2026-01-20" },
      sources: [{ kind: "official_document" as const, origin: "court" }],
    };
    await recordFact(cast.ines, caseId, died, now);
    const { code } = await issueCode(cast.vera, caseId, form, now);
    expect((await opens(code))?.stage.stage).toBe("in_review");
  });
});

describe("taking a code back", () => {
  test("takes two: then it equals one that never was, its messages are gone, and another can be given", async () => {
    const { caseId, reference, form } = await givenCall();
    const { code } = await issueCode(cast.vera, caseId, form, now);
    const reportId = await reportOf(reference);
    const why = "Se le dio a otra persona.";
    await expect(proposeRevocation(cast.ines, caseId, { reportId, why }, now)).rejects.toMatchObject({
      code: "not_permitted",
    });
    const asked = await proposeRevocation(cast.vera, caseId, { reportId, why }, now);
    expect((await opens(code))?.messages).toHaveLength(1);
    await expect(proposeRevocation(cast.victor, caseId, { reportId, why }, now)).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    await expect(confirmRevocation(cast.vera, caseId, asked, now)).rejects.toMatchObject({
      code: "same_person",
    });
    const stale: StaffActor = { ...cast.victor, factorAt: undefined };
    await expect(confirmRevocation(stale, caseId, asked, now)).rejects.toMatchObject({
      code: "step_up_needed",
    });
    const other = await givenCall();
    await expect(confirmRevocation(cast.victor, other.caseId, asked, now)).rejects.toMatchObject({
      code: "not_found",
    });
    await confirmRevocation(cast.victor, caseId, asked, now);
    await expect(opens(code)).rejects.toMatchObject({ code: "code_unknown" });
    await expect(confirmRevocation(cast.victor, caseId, asked, now)).rejects.toMatchObject({
      code: "already_confirmed",
    });
    expect((await openThread(cast.vera, reportId, now)).hasCode).toBe(false);
    expect(await familySideOf(cast.vera, caseId, [reportId])).toMatchObject({
      withCode: [],
      revocations: [],
    });
    const again = await issueCode(cast.vera, caseId, form, now);
    expect(again.code).not.toBe(code);
    expect((await opens(again.code))?.messages).toHaveLength(1);
    expect(await reportOf(reference)).toBe(reportId);
  });

  test("the database refuses one person's word and a code taken away without any", async () => {
    const { caseId, reference, form } = await givenCall();
    await issueCode(cast.vera, caseId, form, now);
    const reportId = await reportOf(reference);
    const asked = await proposeRevocation(cast.vera, caseId, { reportId, why: "Por error." }, now);
    const confirm =
      "UPDATE registry.code_revocations SET confirmed_by = 'vera', confirmed_at = now() WHERE id = $1";
    await expect(asDeskTraced(confirm, [asked])).rejects.toThrow(/two_people/);
    await expect(asDeskTraced("SELECT registry.revoke_code($1)", [asked])).rejects.toThrow(/two people/);
    await expect(asRole("DESK", "DELETE FROM registry.receipts")).rejects.toThrow(/permission denied/);
    await expect(asRole("INTAKE", "SELECT registry.revoke_code($1)", [asked])).rejects.toThrow(/permission/);
  });
});
