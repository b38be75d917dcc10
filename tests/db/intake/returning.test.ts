import { beforeAll, describe, expect, test } from "vitest";
import { recordStanding } from "@/lib/cases/standing/commands";
import { secret } from "@/lib/core/env";
import { postNews } from "@/lib/intake/news/commands";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { openReport } from "@/lib/intake/receipt/queries";
import { chooseWord, revokeOwnCode } from "@/lib/intake/revocation/commands";
import { hasWord } from "@/lib/intake/revocation/queries";
import { markRead, postWord } from "@/lib/intake/thread/commands";
import { deriveFromCode, deriveWord } from "@/lib/vault/receipt";
import { issueCode } from "@/lib/vetting/contacts/codes/commands";
import { makeStrips, transcribeSheet } from "@/lib/vetting/paper/commands";
import { sheetForm } from "@/lib/vetting/paper/schema";
import { sendMessage } from "@/lib/vetting/threads/commands";
import { purgeMessages } from "@/lib/vetting/threads/purge/commands";
import { openThread } from "@/lib/vetting/threads/queries";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asOwner, asRole } from "../../support/owner";
import { at, givenCase, givenReport } from "../../support/stories";

let cast: Cast;
const family = { kind: "family" } as const;
const noon = at("2026-01-22T16:10:00Z");
beforeAll(async () => {
  cast = await givenCast();
});
const keysOf = async (code: string) => (await openWithCode(family, code, noon)).keys;

describe("words last thirty days from the day they were read", () => {
  const notes = async (code: string) =>
    (await openReport(await keysOf(code)))?.messages.filter(({ note }) => note !== undefined).length;

  test("not before, by the calendar of Caracas; what nobody read stays", async () => {
    const [read, unread] = [await givenReport(), await givenReport()];
    for (const { reportId } of [read, unread])
      await sendMessage(cast.vera, reportId, { seen: 1, templates: ["thanks"] }, noon);
    // 23:30 on 1 February in Caracas, which elsewhere is the next day already.
    await markRead(family, await keysOf(read.code), at("2026-02-02T03:30:00Z"));
    await markRead(family, await keysOf(read.code), at("2026-02-20T03:30:00Z"));
    await purgeMessages(at("2026-03-04T03:59:00Z"));
    expect(await notes(read.code), "3 March, 23:59: thirty days are not over").toBe(1);
    expect(await purgeMessages(at("2026-03-04T04:01:00Z"))).toBe(1);
    expect(await notes(read.code)).toBe(0);
    expect(await notes(unread.code)).toBe(1);
    expect((await openReport(await keysOf(read.code)))?.stage.stage).toBe("received");
    expect(await trailOf()).toContain("system:purge messages.purged");
    expect(await purgeMessages(at("2026-03-04T05:00:00Z"))).toBe(0);
  });

  test("a question that waits stays until it is answered, and an answer until we answered it", async () => {
    const { code, reportId } = await givenReport();
    const keys = await keysOf(code);
    await sendMessage(cast.vera, reportId, { seen: 1, templates: ["question"] }, noon);
    await markRead(family, keys, noon);
    await purgeMessages(at("2026-04-01T12:00:00Z"));
    expect(await notes(code)).toBe(1);
    await postWord(family, { keys, words: "Sí.", form: "1" }, noon);
    await openThread(cast.ines, reportId, noon);
    await purgeMessages(at("2026-04-01T12:00:00Z"));
    expect((await openReport(keys))?.messages.some(({ own }) => own === "word")).toBe(true);
    expect((await openReport(keys))?.messages.some(({ asks }) => asks)).toBe(false);
    await sendMessage(cast.ines, reportId, { seen: 2, templates: ["thanks"] }, noon);
    await purgeMessages(at("2026-04-01T12:00:00Z"));
    expect((await openReport(keys))?.messages.some(({ own }) => own === "word")).toBe(false);
  });
});

describe("twenty messages a day", () => {
  test("the next is refused in words and not kept; news has its own limit, and so does the day after", async () => {
    const { code } = await givenReport();
    const keys = await keysOf(code);
    const say = (n: number, clock = noon) =>
      postWord(family, { keys, words: `Recado ${n}`, form: "1" }, clock);
    const told = { keys, kind: "seen" as const, posted: { place: "Un pasillo" }, locale: "es" as const };
    for (let n = 0; n < 5; n++) await postNews(family, { ...told, form: `n${n}` }, noon);
    for (let n = 0; n < 20; n++) await say(n);
    await expect(say(20)).rejects.toMatchObject({ code: "words_enough" });
    await say(3);
    await postNews(family, { ...told, form: "another" }, noon);
    const kept = (await openReport(keys))?.messages.filter(({ own }) => own === "word");
    expect(kept).toHaveLength(20);
    await say(20, at("2026-01-23T16:11:00Z"));
    const unknown = { ...keys, lookup: new Uint8Array(32) };
    await expect(postWord(family, { keys: unknown, words: "Hola", form: "1" }, noon)).rejects.toMatchObject({
      code: "code_unknown",
    });
  });

  test("words too long are refused whole, never cut", async () => {
    const { code } = await givenReport();
    const keys = await keysOf(code);
    const long = { keys, words: "ñ".repeat(2001), form: "1" };
    await expect(postWord(family, long, noon)).rejects.toMatchObject({ code: "words_too_long" });
    await postWord(family, { ...long, words: "ñ".repeat(2000) }, noon);
  });
});

describe("a code taken back with its safe word", () => {
  async function withWord(word: string) {
    const { code, reportId } = await givenReport();
    const pepper = secret("INTAKE_PEPPER");
    const keys = await deriveFromCode(code, pepper);
    const proof = await deriveWord(keys, word, pepper);
    await asRole("INTAKE", "SELECT registry.intake_keep_word($1, $2)::text", [
      Buffer.from(keys.lookup),
      Buffer.from(proof),
    ]);
    return { code, reportId, proof };
  }

  test("from then on it equals one that never was, its conversation is gone, and the report stays", async () => {
    const { code, reportId } = await withWord("Guayabá  dulce");
    await revokeOwnCode(family, { code: code.replace(/(.{4})/g, "$1 "), word: " guayaba DULCE" }, noon);
    await expect(openWithCode(family, code, noon)).rejects.toMatchObject({ code: "code_unknown" });
    const [row] = await asOwner<{ n: number }>(
      "SELECT count(*)::int AS n FROM registry.reports WHERE id = $1",
      [reportId],
    );
    expect(row?.n).toBe(1);
    expect(await trailOf()).toContain("family code.revoked_by_holder");
  });

  test("a wrong word, a wrong code, a code without a word and the word of another are refused alike", async () => {
    const [one, other, without] = [await withWord("mango"), await withWord("lechosa"), await givenReport()];
    for (const [code, word] of [
      [one.code, "lechosa"],
      [one.code, ""],
      [without.code, ""],
      [without.code, "mango"],
      ["1234 5678 9012 3456 7890", "mango"],
      ["no", "mango"],
    ] as const)
      await expect(revokeOwnCode(family, { code, word }, noon)).rejects.toMatchObject({
        code: "code_unknown",
        values: {},
      });
    expect(await openReport(await keysOf(one.code))).not.toBeNull();
    expect(Buffer.from(one.proof).equals(Buffer.from(other.proof))).toBe(false);
    await expect(asRole("INTAKE", "SELECT * FROM registry.receipts")).rejects.toThrow(/permission denied/);
  });
});

describe("a safe word chosen on return", () => {
  const choose = (code: string, open: { lookup: Uint8Array }, word: string) =>
    chooseWord(family, { open, code, word }, noon);

  test("a number that came without one gets it once, from then on it is taken back with it", async () => {
    const { code } = await givenReport();
    const keys = await keysOf(code);
    expect(await hasWord(keys)).toBe(false);
    await choose(code, keys, "Merey  tostado");
    await choose(code, keys, "merey tostado");
    expect(await hasWord(keys)).toBe(true);
    await expect(choose(code, keys, "otra cosa")).rejects.toMatchObject({ code: "word_exists" });
    expect(await trailOf()).toContain("family code.word_chosen");
    await revokeOwnCode(family, { code, word: "MEREY TOSTADO" }, noon);
    await expect(openWithCode(family, code, noon)).rejects.toMatchObject({ code: "code_unknown" });
    await expect(choose(code, keys, "merey tostado")).rejects.toMatchObject({ code: "code_unknown" });
  });

  test("an open page alone keeps none: another number, or none at all, is refused alike", async () => {
    const [one, other] = [await givenReport(), await givenReport()];
    const keys = await keysOf(one.code);
    for (const typed of [other.code, "4821 0937 1000 0000 0000", "", "1".repeat(500)])
      await expect(choose(typed, keys, "merey")).rejects.toMatchObject({ code: "code_unknown" });
    expect([await hasWord(keys), await hasWord(await keysOf(other.code))]).toEqual([false, false]);
    expect(await hasWord({ lookup: new Uint8Array(32) })).toBe(false);
  });

  test("a number told by telephone and one on a strip come without a word and can be given one", async () => {
    const how = "Cédula por videollamada.";
    const { caseId } = await givenCase(cast.ines, { channel: "telephone" }, noon);
    const holderId = await recordStanding(
      cast.vera,
      caseId,
      { report: null, givenBy: "relative", how },
      noon,
    );
    const fresh = { ...cast.vera, factorAt: noon() };
    const { code: told } = await issueCode(fresh, caseId, { holderId, locale: "es" }, noon);
    const [strip] = await makeStrips(cast.carlos, { count: 1, seenBy: cast.clara }, noon);
    const sheet = sheetForm(() => "2026-01-22").parse({
      ...{ number: strip?.number, takenOn: "2026-01-21", store: "yes", count: "no" },
      ...{ person: { givenNames: "Ana" }, detention: { year: "2026" } },
    });
    await transcribeSheet(cast.ines, sheet, noon);
    for (const code of [told, strip?.code ?? ""]) {
      const keys = await keysOf(code);
      expect(await hasWord(keys)).toBe(false);
      await choose(code, keys, "merey");
      await revokeOwnCode(family, { code, word: "merey" }, noon);
      await expect(openWithCode(family, code, noon)).rejects.toMatchObject({ code: "code_unknown" });
    }
  });
});
