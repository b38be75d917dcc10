import { beforeAll, describe, expect, test } from "vitest";
import { OPENINGS } from "@/lib/audit/openings";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { openReport as openAsFamily } from "@/lib/intake/receipt/queries";
import { postWord } from "@/lib/intake/thread/commands";
import { newCode } from "@/lib/vault/receipt";
import { askFamily } from "@/lib/vetting/reports/commands";
import { sendMessage, settleThread } from "@/lib/vetting/threads/commands";
import { listThreads, openThread } from "@/lib/vetting/threads/queries";
import { cursorIn } from "@/lib/vetting/threads/rules";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asOwner } from "../../support/owner";
import { at, givenReport } from "../../support/stories";

let cast: Cast;
const family = { kind: "family" } as const;
const noon = at("2026-01-22T12:10:00Z");
beforeAll(async () => {
  cast = await givenCast();
});

const keysOf = async (code: string) => (await openWithCode(family, code, noon)).keys;
const readAs = async (code: string) => openAsFamily(await keysOf(code));
const say = async (code: string, words: string, form = "1", clock = noon) =>
  postWord(family, { keys: await keysOf(code), words, form }, clock);
const idsIn = async (view: "us" | "family" | "unread") =>
  (await listThreads(cast.ines, view, noon)).rows.map((row) => row.reportId);

describe("a conversation with whoever sent a report", () => {
  test("a sentence chosen arrives once, in both languages, and the thread waits for the family", async () => {
    const { code, reportId } = await givenReport();
    const form = { seen: 1, templates: ["last_seen", "come_back"] as const };
    const send = () => sendMessage(cast.vera, reportId, { ...form, templates: [...form.templates] }, noon);
    await send();
    await expect(send()).rejects.toMatchObject({ code: "changed_meanwhile" });
    const read = await readAs(code);
    expect(read?.messages).toHaveLength(2);
    expect(read?.stage.stage).toBe("received");
    expect(read?.messages.at(-1)?.note).toMatchObject({
      es: expect.stringContaining("por última vez"),
      en: expect.stringContaining("come back with your number"),
    });
    expect(await idsIn("family")).toContain(reportId);
    expect(await trailOf()).toContain("vera message.sent");
  });

  test("two at once: one arrives and the other is refused", async () => {
    const { code, reportId } = await givenReport();
    const both = await Promise.allSettled(
      [cast.vera, cast.ines].map((who) =>
        sendMessage(who, reportId, { seen: 1, templates: ["thanks"] }, noon),
      ),
    );
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect((await readAs(code))?.messages).toHaveLength(2);
  });

  test("the family answers: unread until somebody opens it, waiting until somebody answers", async () => {
    const { code, reportId } = await givenReport();
    await sendMessage(cast.vera, reportId, { seen: 1, templates: ["question"] }, noon);
    await say(code, "Lo vi el domingo.");
    await say(code, "Lo vi el domingo.");
    expect((await readAs(code))?.messages).toHaveLength(3);
    expect(await idsIn("unread")).toContain(reportId);
    expect(await idsIn("us")).toContain(reportId);
    expect(await idsIn("family")).not.toContain(reportId);
    const opened = await openThread(cast.ines, reportId, noon);
    expect(opened.messages.at(-1)).toMatchObject({ fromFamily: true, note: "Lo vi el domingo." });
    expect(await idsIn("unread")).not.toContain(reportId);
    expect(await idsIn("us")).toContain(reportId);
    await sendMessage(cast.ines, reportId, { seen: 3, templates: ["thanks"] }, noon);
    expect(await idsIn("us")).not.toContain(reportId);
    const order = (await openThread(cast.ines, reportId, noon)).messages.map((one) => one.fromFamily);
    expect(order).toEqual([false, false, true, false]);
  });

  test("a word that needs no answer stops waiting, and nothing is sent", async () => {
    const { code, reportId } = await givenReport();
    await say(code, "Gracias.");
    await settleThread(cast.vera, reportId, { seen: 2 }, noon);
    await expect(settleThread(cast.vera, reportId, { seen: 2 }, noon)).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    expect(await idsIn("us")).not.toContain(reportId);
    expect((await readAs(code))?.messages).toHaveLength(2);
  });

  test("what the queue asks is a question that waits for the family", async () => {
    const { reportId } = await givenReport();
    await askFamily(cast.vera, reportId, { seen: null, wants: ["date"] }, noon);
    expect(await idsIn("family")).toContain(reportId);
  });

  test("words of one's own need the choice, and nothing in them gives anybody away", async () => {
    const { code, reportId } = await givenReport();
    const own = (words: string, chosen = true) =>
      sendMessage(cast.vera, reportId, { seen: 1, words, own: chosen }, noon);
    await expect(own("¿Cómo sigue todo?", false)).rejects.toMatchObject({ code: "own_words_unchosen" });
    await expect(own("¿Cómo sigue Yusmary?")).rejects.toMatchObject({
      code: "unsafe_name",
      values: { near: "yu…" },
    });
    await expect(own("Es V-12.345.678")).rejects.toMatchObject({ code: "unsafe_id_number" });
    await expect(own(`Su número es ${newCode()}`)).rejects.toMatchObject({ code: "unsafe_code" });
    const both = { seen: 1, words: "¿Cómo sigue?", own: true, templates: ["thanks" as const] };
    await expect(sendMessage(cast.vera, reportId, both, noon)).rejects.toMatchObject({
      code: "words_or_sentences",
    });
    expect((await readAs(code))?.messages).toHaveLength(1);
    await own("¿Cómo sigue todo?");
    expect((await readAs(code))?.messages.at(-1)?.note).toBe("¿Cómo sigue todo?");
  });

  test("only who answers families may read or write, and a look leaves its trace within the cap", async () => {
    const { reportId } = await givenReport();
    for (const who of [cast.lucia, cast.elena, cast.abel, cast.adela]) {
      await expect(openThread(who, reportId, noon)).rejects.toMatchObject({ code: "not_permitted" });
      await expect(listThreads(who, "us", noon)).rejects.toMatchObject({ code: "not_permitted" });
      const form = { seen: 1, templates: ["thanks" as const] };
      await expect(sendMessage(who, reportId, form, noon)).rejects.toMatchObject({ code: "not_permitted" });
    }
    await openThread(cast.ines, reportId, noon);
    expect((await trailOf()).at(-1)).toBe("ines thread.opened");
    expect(OPENINGS).toEqual(
      expect.arrayContaining(["thread.opened", "contact.opened", "contact.word_told"]),
    );
  });

  test("a wrong code posts nothing, and nobody floods a thread", async () => {
    const { code } = await givenReport();
    const keys = { ...(await keysOf(code)), lookup: new Uint8Array(32) };
    await expect(postWord(family, { keys, words: "Hola", form: "1" }, noon)).rejects.toMatchObject({
      code: "code_unknown",
    });
    for (let n = 0; n < 20; n++) await say(code, `Hola ${n}`);
    await expect(say(code, "Hola otra vez")).rejects.toMatchObject({ code: "words_enough" });
  });

  test("lists go on where the last page ended, whoever waited longest first", async () => {
    await asOwner("UPDATE registry.threads SET waiting = NULL, waiting_since = NULL, unread = false");
    const { code, reportId } = await givenReport();
    await say(code, "Hola");
    await asOwner(
      `WITH r AS (INSERT INTO registry.reports (id, sealed, received_at, channel, urgent, stage)
         SELECT gen_random_uuid(), sealed, received_at, channel, urgent, 'in_review' FROM registry.reports, generate_series(1, 52)
         WHERE id = $1 RETURNING id),
       h AS (INSERT INTO registry.threads (id, public_key, waiting, waiting_since, unread)
         SELECT r.id, '\\x00', 'us', '2026-01-20'::timestamptz + (row_number() OVER () % 7) * interval '1 hour', true FROM r RETURNING id)
       INSERT INTO registry.receipts (lookup, report_id, thread_id) SELECT uuid_send(id), id, id FROM r`,
      [reportId],
    );
    const first = await listThreads(cast.ines, "unread", noon);
    expect(first.rows).toHaveLength(50);
    const second = await listThreads(cast.ines, "unread", noon, cursorIn(first.next ?? ""));
    expect(second.rows).toHaveLength(3);
    const seen = [...first.rows, ...second.rows].map((row) => row.reportId);
    expect(new Set(seen).size).toBe(53);
    expect(first.counts.us).toBe(53);
  });

  test("the words lie sealed, and no plain column of a message leads to a case", async () => {
    const { code } = await givenReport();
    await say(code, "palabra-canario");
    const rows = await asOwner<{ row: string }>(
      "SELECT m::text || h::text AS row FROM registry.messages m, registry.threads h WHERE h.id = m.thread_id",
    );
    const hex = Buffer.from("palabra-canario").toString("hex");
    expect(rows.some(({ row }) => row.includes(hex) || row.includes("canario"))).toBe(false);
  });
});
