import { beforeAll, describe, expect, test } from "vitest";
import { GET as zipOf } from "@/app/api/v1/balances/[id]/balance.zip/route";
import { GET as fileOf } from "@/app/api/v1/balances/[id]/files/[name]/route";
import { GET as balanceOf } from "@/app/api/v1/balances/[id]/route";
import type { StaffActor } from "@/lib/auth/actor";
import { proveSet, revealSet } from "@/lib/balances/caseset/commands";
import { caseSetHash } from "@/lib/balances/caseset/rules";
import { discardDraft, draftBalance, signBalance } from "@/lib/balances/commands";
import { fingerprint } from "@/lib/balances/files/rules";
import { allHold, verifyFollows, verifyZip } from "@/lib/balances/verification/rules";
import { oneMore } from "../../support/coordinators";
import { asOwner, asRole } from "../../support/owner";
import { counted, countRows } from "../../support/population";
import { openedRegistry, type Registry } from "../../support/published";

let carmen: StaffActor;
let elena: StaffActor;
let vera: StaffActor;
let ids: string[];
const at = (iso: string) => () => new Date(iso);
const request = (path: string, headers = {}) => new Request(`http://localhost/api/v1/${path}`, { headers });
const people = (n: number, more = {}) => Array.from({ length: n }, () => ({ ...more }));
const params = (id: string, name = "") => ({ params: Promise.resolve({ id, name }) });

let publish: Registry["publish"];
const zip = async (slug: string) =>
  new Uint8Array(await (await zipOf(request("x"), params(slug))).arrayBuffer());

beforeAll(async () => {
  ({ carmen, elena, vera, publish } = await openedRegistry());
  ids = await counted(people(60));
  await publish("2026-01-20T04:00:00.000Z", "2026-01-20T15:00:00Z");
  await counted(people(3, { from: "2026-01-22T10:00:00Z", knownFrom: "2026-01-23T00:00:00Z" }));
  await publish("2026-01-27T04:00:00.000Z", "2026-01-27T15:00:00Z");
});

describe("the files of a balance", () => {
  test("its zip verifies without the database, with the coordinators' keys pinned; two of them form a chain", async () => {
    const pins = [carmen, elena].map((one) => Buffer.from(one.signingKey.slice(32)).toString("hex"));
    const first = verifyZip(await zip("2026-01-19"), pins);
    const second = verifyZip(await zip("2026-01-26"), pins);
    for (const verdict of [first, second])
      expect(verdict.checks.filter(({ holds }) => !holds).map(({ name }) => name)).toEqual([]);
    expect(first.previous).toBeNull();
    expect(verifyFollows(first, second).holds).toBe(true);
    expect(verifyFollows(second, first).holds).toBe(false);
  });

  test("each is at its own address, in the zip's bytes, to be kept for good", async () => {
    const whole = await zipOf(request("x"), params("2026-01-26"));
    expect(whole.headers.get("content-type")).toBe("application/zip");
    expect(whole.headers.get("content-disposition")).toContain('filename="vigilia-2026-01-26.zip"');
    expect(whole.headers.get("cache-control")).toContain("immutable");
    const etag = whole.headers.get("etag") ?? "";
    expect((await zipOf(request("x", { "if-none-match": etag }), params("2026-01-26"))).status).toBe(304);
    const answer = await (await balanceOf(request("x"), params("2026-01-26"))).json();
    expect(answer.files).toHaveLength(18);
    const archive = Buffer.from(await whole.arrayBuffer());
    for (const { name, size, href } of answer.files) {
      expect(href.startsWith("/api/v1/balances/2026-01-26/")).toBe(true);
      const file = Buffer.from(await (await fileOf(request("x"), params("2026-01-26", name))).arrayBuffer());
      expect([name, file.length]).toEqual([name, size]);
      if (name !== "balance.zip") expect(archive.includes(file)).toBe(true);
    }
    for (const name of ["nope.txt", "../balance.json", "constructor"])
      expect((await fileOf(request("x"), params("2026-01-26", name))).status).toBe(404);
    expect((await zipOf(request("x"), params("2030-01-01"))).status).toBe(404);
    expect((await zipOf(request("x?a=b"), params("2026-01-26"))).status).toBe(400);
  });

  test("nothing of them says who is counted, who coordinates or how many do", async () => {
    const text = Buffer.from(await zip("2026-01-26")).toString("utf8");
    for (const id of ids) expect(text).not.toContain(id);
    for (const word of ["carmen", "elena", "-00"]) expect(text.replaceAll("00:00", "")).not.toContain(word);
    const { manifestHash } = await (await balanceOf(request("x"), params("2026-01-26"))).json();
    expect(manifestHash).toMatch(/^[0-9a-f]{64}$/);
    const told = JSON.parse(await (await fileOf(request("x"), params("2026-01-26", "manifest.json"))).text());
    expect(told.signers).toHaveLength(8);
    const own = fingerprint(Buffer.from(carmen.signingKey.slice(32)).toString("hex"));
    expect(told.signers).toContain(own);
  });

  test("the desk cannot add, change or remove one afterwards, nor publish without them", async () => {
    const [row] = await asOwner<{ id: string }>(
      "SELECT id FROM publication.balances WHERE slug = '2026-01-26'",
    );
    const add = `INSERT INTO publication.balance_files (balance_id, position, name, size, sha256, bytes)
      VALUES ($1, 40, 'more.txt', 1, sha256('a'), 'a')`;
    await expect(asRole("DESK", add, [row?.id])).rejects.toThrow(/takes no more files/);
    await expect(asOwner(add, [row?.id])).rejects.toThrow(/takes no more files/);
    for (const change of [
      "UPDATE publication.balance_files SET bytes = 'x'",
      "DELETE FROM publication.balance_files",
      "TRUNCATE publication.balance_files",
    ]) {
      for (const role of ["DESK", "PUBLIC", "INTAKE", "WORKER", "BACKUP"] as const)
        await expect(asRole(role, change)).rejects.toThrow(/permission denied|append-only/);
      await expect(asOwner(change)).rejects.toThrow(/append-only/);
    }
    const bare = `INSERT INTO publication.balances (id, slug, kind, at, known, method, content, content_hash, signatures, published_at, manifest)
      SELECT gen_random_uuid(), 'z', kind, at, known, method, content, content_hash, signatures, published_at, manifest
      FROM publication.balances LIMIT 1`;
    await expect(asOwner(bare)).rejects.toThrow(/published whole/);
  });
});

describe("who may sign", () => {
  test("a coordinator who came after the draft signs the next one; the draft is refused and nothing is left", async () => {
    const now = at("2026-02-03T15:00:00Z");
    const id = await draftBalance(carmen, { kind: "weekly", at: "2026-02-03T04:00:00.000Z" }, now);
    const late = await oneMore({ ...carmen, factorAt: now() }, "lucia", "coordinator", now);
    const before = await countRows("registry.balance_signatures", "publication.balance_files");
    await expect(signBalance(late, id, now)).rejects.toMatchObject({ code: "changed_meanwhile" });
    expect(await countRows("registry.balance_signatures", "publication.balance_files")).toEqual(before);
    await discardDraft(carmen, id, now);
  });
});

describe("a correction", () => {
  test("points back, and changes not one byte of what it corrects", async () => {
    const before = await zip("2026-01-26");
    const answer = await (await balanceOf(request("x"), params("2026-01-26"))).text();
    const why = "Se contó dos veces a una persona.";
    await publish("2026-02-03T04:00:00.000Z", "2026-02-03T16:00:00Z", {
      corrects: { slug: "2026-01-26", why },
    });
    expect(Buffer.compare(await zip("2026-01-26"), before)).toBe(0);
    expect(await (await balanceOf(request("x"), params("2026-01-26"))).text()).toBe(answer);
    const later = await (await balanceOf(request("x"), params("2026-02-02"))).json();
    expect(later.content.corrects).toEqual({ slug: "2026-01-26", why });
    const { findCorrection, findBalance } = await import("@/lib/opendata/balances/queries");
    const corrected = await findBalance("2026-01-26");
    expect(await findCorrection(corrected?.id ?? "")).toEqual({ slug: "2026-02-02", why });
    expect(await findCorrection(later.id)).toBeNull();
    expect(allHold(verifyZip(await zip("2026-02-02"), []))).toBe(true);
  });
});

describe("the hash of the cases counted", () => {
  const now = at("2026-02-04T12:00:00Z");

  test("is the one of exactly that set, salted, and proved again later", async () => {
    const proof = await proveSet(carmen, "2026-01-26", now);
    expect(proof).toMatchObject({ holds: true, people: 63 });
    expect((await proveSet(carmen, "2026-01-19", now)).people).toBe(60);
    const shown = await revealSet(carmen, elena, "2026-01-26", now);
    expect(shown.cases).toHaveLength(63);
    expect(shown.cases).toEqual(expect.arrayContaining(ids));
    const salt = Buffer.from(shown.salt, "hex");
    expect(caseSetHash(salt, shown.cases.toReversed())).toBe(proof.published);
    expect(caseSetHash(salt, shown.cases.slice(1))).not.toBe(proof.published);
    expect(caseSetHash(Buffer.alloc(32), shown.cases)).not.toBe(proof.published);
    await expect(revealSet(carmen, carmen, "2026-01-26", now)).rejects.toMatchObject({ code: "same_person" });
    await expect(proveSet(carmen, "2030-01-01", now)).rejects.toMatchObject({ code: "not_found" });
    await expect(proveSet(vera, "2026-01-26", now)).rejects.toMatchObject({ code: "not_permitted" });
    await expect(asRole("PUBLIC", "SELECT case_salt FROM registry.balance_drafts")).rejects.toThrow(/denied/);
  });

  test("no longer holds when the past itself is told otherwise", async () => {
    await counted(people(1, { from: "2026-01-01T10:00:00Z", knownFrom: "2026-01-02T00:00:00Z" }));
    expect(await proveSet(carmen, "2026-01-26", now)).toMatchObject({ holds: false, people: 64 });
    await expect(revealSet(carmen, elena, "2026-01-26", now)).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
  });
});
