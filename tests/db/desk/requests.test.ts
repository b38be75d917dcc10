import { beforeAll, describe, expect, test } from "vitest";
import { permitsCounting } from "@/lib/cases/permissions/rules";
import { findNamedCase } from "@/lib/opendata/cases/queries";
import { confirmNaming, proposeNaming, withdrawNaming } from "@/lib/publication/naming/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import * as requests from "@/lib/vetting/withdrawals/commands";
import { openErasure } from "@/lib/vetting/withdrawals/erasure/queries";
import { listActedAtOnce } from "@/lib/vetting/withdrawals/lately/queries";
import { listRequests, openRequest } from "@/lib/vetting/withdrawals/queries";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asOwner, asRole } from "../../support/owner";
import { at, givenCase, givenDecision, plainCase } from "../../support/stories";

let cast: Cast;
const now = at("2026-01-24T12:00:00Z");
const later = at("2026-01-25T12:00:00Z");
const why = "El riesgo que describe es creíble y reciente.";
const yes = { purpose: "name", granted: true, givenBy: "relative", standing: true } as const;

beforeAll(async () => {
  cast = await givenCast();
});

/** A named adult: what a request would take down. */
async function named() {
  const opened = await givenCase(cast.ines, { permissions: [...plainCase.permissions, yes] });
  const decision = await givenDecision(cast.vera, opened.caseId);
  await reviewDecision(cast.clara, decision, { agreed: true, note: "" }, at("2026-01-22T12:00:00Z"));
  await confirmNaming(cast.carlos, await proposeNaming(cast.elena, opened.caseId, now), now);
  return opened;
}
const ask = (reference: string, kind: "count" | "name" | "reply" | "erasure") =>
  requests.recordRequest(
    cast.lucia,
    { reference, kind, asks: "other", words: "Llamó una vecina llamada Canaria Oculta." },
    now,
  );
const permissions = (caseId: string) =>
  asOwner<{ purpose: "count"; granted: boolean; standing: boolean; knownFrom: Date; knownTo: Date | null }>(
    `SELECT purpose, granted, standing, known_from AS "knownFrom", known_to AS "knownTo" FROM registry.permissions WHERE case_id = $1`,
    [caseId],
  );

describe("a request by somebody who did not give the permission", () => {
  test("changes nothing until two people granted it; then the page falls in the same transaction", async () => {
    const { reference, caseId } = await named();
    const id = await ask(reference, "name");
    const before = await permissions(caseId);
    const verdict = await requests.proposeVerdict(cast.vera, { id, granted: true, why }, now);
    expect(await findNamedCase(reference)).not.toBeNull();
    expect(await permissions(caseId)).toEqual(before);
    await expect(requests.agreeVerdict({ ...cast.vera }, verdict, later)).rejects.toMatchObject({
      code: "same_person",
    });
    await expect(requests.agreeVerdict(cast.lucia, verdict, later)).rejects.toMatchObject({
      code: "not_permitted",
    });
    await expect(
      requests.proposeVerdict(cast.victor, { id, granted: false, why }, now),
    ).rejects.toMatchObject({ code: "already_decided" });
    await requests.agreeVerdict(cast.victor, verdict, later);
    expect(await findNamedCase(reference)).toBeNull();
    expect((await trailOf()).slice(-1)).toEqual(["victor request.granted"]);
    await expect(requests.agreeVerdict(cast.clara, verdict, later)).rejects.toMatchObject({
      code: "already_decided",
    });
    const [done] = await listActedAtOnce(cast.ines, later);
    expect(done).toMatchObject({ what: "name", reference, by: "system:naming", isDone: true });
  });

  test("granted, it uncounts from the second word on and not before; not granted, it changes nothing", async () => {
    const { reference, caseId } = await givenCase(cast.ines);
    const refused = await ask(reference, "count");
    const no = await requests.proposeVerdict(cast.vera, { id: refused, granted: false, why }, now);
    const before = await permissions(caseId);
    await requests.agreeVerdict(cast.victor, no, now);
    expect(await permissions(caseId)).toEqual(before);

    const id = await ask(reference, "count");
    await requests.agreeVerdict(
      cast.victor,
      await requests.proposeVerdict(cast.vera, { id, granted: true, why }, now),
      later,
    );
    const after = await permissions(caseId);
    expect(permitsCounting(after, now())).toBe(true);
    expect(permitsCounting(after, later())).toBe(false);
  });

  test("an answer that is not agreed with leaves it open for another; an answer by hand touches no permission", async () => {
    const { reference, caseId } = await givenCase(cast.ines);
    const id = await ask(reference, "reply");
    const first = await requests.proposeVerdict(cast.vera, { id, granted: false, why }, now);
    await requests.declineVerdict(cast.victor, first, now);
    const before = await permissions(caseId);
    await requests.agreeVerdict(
      cast.vera,
      await requests.proposeVerdict(cast.victor, { id, granted: true, why }, now),
      later,
    );
    expect(await permissions(caseId)).toEqual(before);
    expect(await openRequest(cast.ines, id, later)).toMatchObject({
      words: { words: "Llamó una vecina llamada Canaria Oculta." },
      verdicts: [{ agreed: false }, { agreed: true, why }],
    });
  });

  test("is listed oldest first with its term; a name has a day, the rest a week; pages follow one another", async () => {
    const { reference } = await givenCase(cast.ines);
    const id = await ask(reference, "name");
    const { rows, total } = await listRequests(cast.ines, null);
    expect(rows.find((row) => row.id === id)).toMatchObject({
      kind: "name",
      reference,
      dueAt: new Date("2026-01-25T12:00:00Z"),
      proposed: null,
    });
    expect(rows).toHaveLength(total);
    for (let n = 0; n < 51; n++) await ask(reference, "erasure");
    const first = await listRequests(cast.ines, null);
    const rest = await listRequests(cast.ines, first.next);
    expect(first.rows).toHaveLength(50);
    expect(new Set([...first.rows, ...rest.rows].map((row) => row.id)).size).toBe(first.total);
    await expect(listRequests(cast.abel, null)).rejects.toMatchObject({ code: "not_permitted" });
  });

  test("holds no word in plain, and the database refuses an end without a second person", async () => {
    const { reference } = await givenCase(cast.ines);
    const id = await ask(reference, "name");
    await requests.proposeVerdict(cast.vera, { id, granted: true, why }, now);
    const rows = await asOwner<{ row: string }>(
      `SELECT row_to_json(r)::text || coalesce((SELECT json_agg(v)::text FROM registry.request_verdicts v), '') AS row FROM registry.requests r`,
    );
    for (const { row } of rows)
      for (const word of [reference, "Canaria", Buffer.from("Canaria").toString("hex"), "creíble"])
        expect(row).not.toContain(word);
    const close = "UPDATE registry.requests SET closed_at = now() WHERE id = $1";
    await expect(asRole("DESK", close, [id])).rejects.toThrow(/two people/);
    const alone =
      "UPDATE registry.request_verdicts SET agreed = true, decided_by = proposed_by, decided_at = now() WHERE request_id = $1";
    await expect(asRole("DESK", alone, [id])).rejects.toThrow(/two_people/);
    await expect(asRole("DESK", "DELETE FROM registry.requests WHERE id = $1", [id])).rejects.toThrow(
      /denied|append-only/,
    );
  });

  test("about nothing that exists, or without words, is refused", async () => {
    await expect(ask("7ZZZ-99", "name")).rejects.toMatchObject({ code: "not_found" });
    const { reference } = await givenCase(cast.ines);
    await expect(
      requests.recordRequest(cast.elena, { reference, kind: "name", asks: "other", words: why }, now),
    ).rejects.toMatchObject({ code: "not_permitted" });
    await expect(
      requests.recordRequest(cast.ines, { reference, kind: "name", asks: "other", words: "no" }, now),
    ).rejects.toThrow();
  });
});

describe("what acts at once", () => {
  test("a name somebody takes down is shown as done; named again by two others, it says so", async () => {
    const { reference, caseId } = await named();
    await withdrawNaming(cast.carlos, caseId, "Lo pidió su madre.", later);
    const mine = async () =>
      (await listActedAtOnce(cast.ines, later)).find((row) => row.reference === reference);
    expect(await mine()).toMatchObject({ by: "carlos", isDone: true });
    const again = at("2026-01-26T12:00:00Z");
    await confirmNaming(cast.carlos, await proposeNaming(cast.elena, caseId, again), again);
    expect(await mine()).toMatchObject({ isDone: false });
  });

  test("an erasure says what goes and what stays, and its reason to coordinators alone", async () => {
    const { reference } = await named();
    expect(await openErasure(cast.clara, reference, later)).toMatchObject({
      goes: { reports: 0, codes: 0, evidence: 1, decisions: 1, isNamed: true },
      stays: { permissions: 3 },
      proposed: null,
    });
    await expect(openErasure(cast.vera, reference, later)).rejects.toMatchObject({ code: "not_permitted" });
    await expect(openErasure(cast.clara, "7ZZZ-99", later)).rejects.toMatchObject({ code: "not_found" });
  });
});
