import { beforeAll, describe, expect, test } from "vitest";
import { attachReport } from "@/lib/cases/dossier/commands";
import { postNews } from "@/lib/intake/news/commands";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { openReport } from "@/lib/intake/receipt/queries";
import { sendReply } from "@/lib/intake/replies/commands";
import { postWord } from "@/lib/intake/thread/commands";
import { findNamedCase } from "@/lib/opendata/cases/queries";
import { settleReply, takeDownAsAsked } from "@/lib/vetting/replies/commands";
import { fadeReplies } from "@/lib/vetting/replies/fading/commands";
import { countReplies, listReplies, listSettledReplies, openReply } from "@/lib/vetting/replies/queries";
import { listQueue } from "@/lib/vetting/reports/queue/queries";
import { listThreads } from "@/lib/vetting/threads/queries";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asOwner, asRole } from "../../support/owner";
import { givenNamed, givenReply } from "../../support/replies";
import { at, givenReport } from "../../support/stories";

let cast: Cast;
const family = { kind: "family" } as const;
const now = at("2026-01-24T12:10:30Z");
const later = at("2026-01-24T14:40:00Z");
const why = "El riesgo que describe es creíble y reciente.";

beforeAll(async () => {
  cast = await givenCast();
});

const named = () => givenNamed(cast.ines, cast.vera, [cast.elena, cast.clara]);
const asks = (reference: string, more: Record<string, string> = {}) =>
  givenReply({ reference, speaks: "relative", asks: "name", ...more }, now);
const keysOf = async (code: string) => {
  const opened = await openWithCode(family, code, later);
  if (opened.kind !== "report") throw new Error("the code opens no thread");
  return opened.keys;
};
const readBy = async (code: string) => openReport(await keysOf(code));
const counted = (caseId: string) =>
  asOwner("SELECT purpose, granted, known_to FROM registry.permissions WHERE case_id = $1 ORDER BY purpose", [
    caseId,
  ]);

describe("what anybody writes about a public page", () => {
  test("arrives sealed under a code of its own, opens in the session, and changes nothing by itself", async () => {
    const { reference } = await named();
    const words = { asks: "danger", words: "Hay un canario en la puerta.", reach: "canario@casa" };
    const { code, id } = await asks(reference.toLowerCase().replace("-", " "), words);
    expect(await findNamedCase(reference)).not.toBeNull();
    const opened = await openReply(cast.elena, id, now);
    expect(opened).toMatchObject({
      ...{ urgent: true, settled: null, found: { reference, published: true } },
      item: { speaks: "relative", asks: "danger", words: words.words, reach: "canario@casa" },
    });
    const rows = await asOwner<{ row: string }>(
      `SELECT p::text || r::text || m::text AS row FROM registry.reports p JOIN registry.replies r ON r.report_id = p.id
       JOIN registry.receipts c ON c.report_id = p.id JOIN registry.messages m ON m.thread_id = c.thread_id`,
    );
    for (const told of ["canario", reference]) {
      const hex = Buffer.from(told).toString("hex");
      expect(rows.some(({ row }) => row.includes(told) || row.includes(hex))).toBe(false);
    }
    const read = await readBy(code);
    expect(read).toMatchObject({ isReply: true, stage: { stage: "received" } });
    expect(JSON.stringify(read)).not.toContain("canario");
    expect((await trailOf()).slice(-2)).toEqual(["family reply.received", "elena reply.opened"]);
  });

  test("a page named, taken down, unknown or hardly written is kept alike, and posted twice or at once it is one", async () => {
    const { reference } = await named();
    const first = await asks(reference);
    await takeDownAsAsked(cast.clara, { id: first.id, why }, now);
    for (const typed of [reference, "9ZZZ-9Z", "no sé cuál"]) {
      const { code, id } = await asks(typed);
      const again = {
        code,
        posted: { reference: typed, speaks: "other", asks: "name" },
        locale: "es",
      } as const;
      await Promise.all([sendReply(family, again, now), sendReply(family, again, now)]);
      const read = await readBy(code);
      expect({ ...read, stage: read?.stage.stage, messages: read?.messages.length }).toEqual({
        ...{ stage: "received", messages: 1, standing: false, isReply: true, state: null, naming: null },
        answers: new Map(),
      });
      expect((await openReply(cast.vera, id, now)).item.speaks).toBe("relative");
    }
  });

  test("a code of a report is refused and overwrites nothing", async () => {
    const { code } = await givenReport();
    const posted = { reference: "7K3Q-9F", speaks: "other", asks: "name" };
    await expect(sendReply(family, { code, posted, locale: "es" }, now)).rejects.toMatchObject({
      code: "code_unknown",
    });
    expect((await readBy(code))?.isReply).toBe(false);
  });

  test("it reports nobody: it is in no queue, becomes no case, and brings neither news nor files", async () => {
    const { caseId } = await named();
    const { code, id } = await asks("9ZZZ-9Z");
    for (const view of ["all", "in_review"] as const)
      expect((await listQueue(cast.vera, view, now)).rows.map((row) => row.id)).not.toContain(id);
    await expect(attachReport(cast.vera, caseId, id, now)).rejects.toMatchObject({ code: "already_opened" });
    await expect(asOwner(`UPDATE registry.reports SET stage = 'waiting' WHERE id = '${id}'`)).rejects.toThrow(
      /reply_never_waits/,
    );
    const news = { keys: await keysOf(code), kind: "seen", posted: {}, locale: "es", form: "1" } as const;
    await expect(postNews(family, news, now)).rejects.toThrow(/brings nothing else/);
  });

  test("no role writes it but through its one function", async () => {
    for (const sql of ["SELECT * FROM registry.replies", "DELETE FROM registry.replies"])
      await expect(asRole("INTAKE", sql)).rejects.toThrow(/permission denied/);
    const row = "(report_id, received_at, urgent, due_at) VALUES (gen_random_uuid(), now(), true, now())";
    for (const sql of [
      `INSERT INTO registry.replies ${row}`,
      "UPDATE registry.replies SET urgent = false",
      "DELETE FROM registry.replies",
    ])
      await expect(asRole("DESK", sql)).rejects.toThrow(/permission denied/);
    await expect(asOwner("DELETE FROM registry.replies")).rejects.toThrow(/append-only/);
    await expect(asRole("PUBLIC", "SELECT * FROM registry.replies")).rejects.toThrow(/permission denied/);
  });
});

describe("at the desk", () => {
  test("danger comes first and then what is due sooner; written again, it waits among the messages", async () => {
    const said = { words: "Eso no fue así." };
    const slow = await asks("9ZZZ-9A", { asks: "correct", ...said });
    const soon = await asks("9ZZZ-9B");
    const now1 = await asks("9ZZZ-9C", { asks: "danger" });
    const { rows } = await listReplies(cast.vera, now);
    const mine = rows.filter((row) => row.reference.startsWith("9ZZZ-9") && row.reference !== "9ZZZ-9Z");
    expect(mine.map((row) => row.id)).toEqual([now1.id, soon.id, slow.id]);
    expect(mine.map((row) => (row.dueAt.getTime() - row.receivedAt.getTime()) / 3_600_000)).toEqual([
      4, 24, 168,
    ]);
    expect(rows.findIndex((row) => row.id === now1.id)).toBeLessThan(rows.findIndex((row) => !row.urgent));
    expect((await countReplies(cast.ines)).urgent).toBe(rows.filter((row) => row.urgent).length);
    await postWord(family, { keys: await keysOf(slow.code), words: "Otra cosa.", form: "1" }, later);
    const thread = (await listThreads(cast.vera, "us", later)).rows.find((row) => row.reportId === slow.id);
    expect(thread).toMatchObject({ page: "9ZZZ-9A", name: "" });
    expect((await openReply(cast.vera, slow.id, later)).isWaiting).toBe(true);
  });

  test("one person who may takes the name down, nobody is uncounted, and the asker reads it", async () => {
    const { caseId, reference } = await named();
    const { code, id } = await asks(reference);
    const before = await counted(caseId);
    await expect(takeDownAsAsked(cast.vera, { id, why }, later)).rejects.toMatchObject({
      code: "not_permitted",
    });
    await takeDownAsAsked(cast.elena, { id, why }, later);
    expect(await findNamedCase(reference)).toBeNull();
    expect(await counted(caseId)).toEqual(before);
    expect((await readBy(code))?.stage.stage).toBe("page_down");
    expect((await trailOf()).slice(-2)).toEqual(["elena naming.withdrawn", "elena reply.applied"]);
    const [last] = await listSettledReplies(cast.vera);
    expect(last).toEqual({ id, outcome: "taken_down", by: "elena", at: new Date("2026-01-24T14:00:00Z") });
    expect((await openReply(cast.vera, id, later)).settled?.why).toBe(why);
    await expect(takeDownAsAsked(cast.clara, { id, why }, later)).rejects.toMatchObject({
      code: "already_decided",
    });
    const next = await asks(reference);
    await expect(takeDownAsAsked(cast.clara, { id: next.id, why }, later)).rejects.toMatchObject({
      code: "not_named",
    });
    expect((await openReply(cast.vera, next.id, later)).settled).toBeNull();
  });

  test("refused it tells why in two languages, closed it says so, and neither is answered twice, also at once", async () => {
    const [one, other] = [await asks("9ZZZ-8A"), await asks("9ZZZ-8B")];
    const refused = { id: one.id, outcome: "refused", why } as const;
    await expect(settleReply(cast.vera, refused, later)).rejects.toThrow(/required/);
    const reason = "not_found" as const;
    await expect(settleReply(cast.ines, { ...refused, reason }, later)).rejects.toMatchObject({
      code: "not_permitted",
    });
    const both = await Promise.allSettled(
      [cast.vera, cast.clara].map((who) => settleReply(who, { ...refused, reason }, later)),
    );
    expect(both.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
    await settleReply(cast.vera, { id: other.id, outcome: "closed", why }, later);
    const read = await readBy(one.code);
    expect(read?.stage.stage).toBe("page_stays");
    expect(read?.messages.at(-1)?.note).toMatchObject({
      es: expect.stringContaining("No encontramos una página publicada"),
      en: expect.stringContaining("We found no published page"),
    });
    expect((await readBy(other.code))?.stage.stage).toBe("page_answered");
    await expect(
      asOwner(`UPDATE registry.replies SET outcome = 'closed' WHERE report_id = '${one.id}'`),
    ).rejects.toThrow(/append-only/);
  });

  test("ninety days after its answer the words, the thread and the code are gone; what waits for us stays", async () => {
    const [gone, waits] = [await asks("9ZZZ-7A"), await asks("9ZZZ-7B")];
    for (const { id } of [gone, waits]) await settleReply(cast.vera, { id, outcome: "closed", why }, later);
    await postWord(family, { keys: await keysOf(waits.code), words: "Otra vez.", form: "1" }, later);
    await fadeReplies(at("2026-04-24T13:59:00Z"));
    expect((await readBy(gone.code))?.stage.stage).toBe("page_answered");
    expect(await fadeReplies(at("2026-04-24T14:01:00Z"))).toBeGreaterThan(0);
    await expect(openWithCode(family, gone.code, later)).rejects.toMatchObject({ code: "code_unknown" });
    await expect(openReply(cast.vera, gone.id, later)).rejects.toMatchObject({ code: "not_found" });
    expect((await listSettledReplies(cast.vera)).map((row) => row.id)).toEqual([waits.id]);
    expect((await readBy(waits.code))?.messages).toHaveLength(3);
    expect(await trailOf()).toContain("system:purge replies.faded");
  });
});
