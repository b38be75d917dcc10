import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listAudit } from "@/lib/audit/list";
import { type ChainHead, verifyChain } from "@/lib/audit/queries";
import { record } from "@/lib/audit/record";
import type { StaffActor } from "@/lib/auth/actor";
import { actorFor } from "@/lib/auth/sign-in";
import { makeVault } from "@/lib/auth/staff";
import { desk } from "@/lib/db/desk";
import { asOwner, asRole } from "../../support/owner";

const now = new Date("2026-01-10T12:00:00.123Z");
const clock = () => now;
const passphrase = "una frase larga de carmen";
let carmen: StaffActor;

beforeAll(async () => {
  const recovery = join(mkdtempSync(join(tmpdir(), "vigilia-recovery-")), "recovery.txt");
  await makeVault({ username: "carmen", role: "coordinator", passphrase }, recovery, clock);
  carmen = await actorFor("carmen", passphrase, clock);
});

/** What somebody with the whole database in their hands can do: triggers off, then anything. */
async function tamper(sql: string): Promise<void> {
  const client = new Client({ connectionString: process.env.OWNER_DATABASE_URL });
  await client.connect();
  try {
    await client.query("ALTER TABLE registry.audit_events DISABLE TRIGGER USER");
    await client.query(sql);
  } finally {
    await client.query("ALTER TABLE registry.audit_events ENABLE TRIGGER USER");
    await client.end();
  }
}

const act = (what: string) =>
  desk().$transaction((tx) => record(tx, carmen, what, { case: "7K3Q-9F", why: "prueba" }, now));

describe("many at once", () => {
  test("keep one chain, with every act in it", async () => {
    const before = await verifyChain(desk());
    await Promise.all(Array.from({ length: 40 }, (_, n) => act(`case.opened${n}`)));
    const after = await verifyChain(desk());
    expect(before).toMatchObject({ whole: true });
    expect(after).toMatchObject({ whole: true, rows: (before.whole ? before.rows : 0) + 40 });
  });
});

describe("inside the act", () => {
  test("an act that is refused leaves no row, and a row that cannot be written undoes the act", async () => {
    const before = await verifyChain(desk());
    const undone = desk().$transaction(async (tx) => {
      await record(tx, carmen, "case.opened", null, now);
      throw new Error("second thoughts");
    });
    await expect(undone).rejects.toThrow("second thoughts");
    expect(await verifyChain(desk())).toEqual(before);

    await asOwner(
      "ALTER TABLE registry.audit_events ADD CONSTRAINT no_more CHECK (action <> 'staff.doomed')",
    );
    const doomed = desk().$transaction(async (tx) => {
      await tx.staff.update({ where: { username: "carmen" }, data: { totpStep: 77 } });
      await record(tx, carmen, "staff.doomed", null, now);
    });
    await expect(doomed).rejects.toThrow();
    expect(await asOwner("SELECT totp_step FROM registry.staff")).toEqual([{ totp_step: "0" }]);
  });

  test("what it was about is sealed, and opened for those who may read it", async () => {
    await act("permission.recorded");
    const [raw] = await asOwner<{ subject: Buffer }>(
      "SELECT subject FROM registry.audit_events ORDER BY seq DESC LIMIT 1",
    );
    expect(raw?.subject.includes("7K3Q-9F")).toBe(false);
    const [last] = (await listAudit(carmen)).lines;
    expect(last).toMatchObject({
      actor: "carmen",
      action: "permission.recorded",
      about: { case: "7K3Q-9F", why: "prueba" },
    });
    const ines: StaffActor = { ...carmen, role: "intake" };
    await expect(listAudit(ines)).rejects.toMatchObject({ code: "not_permitted" });
  });

  test("the desk can add to the trail and do nothing else to it", async () => {
    for (const sql of [
      "INSERT INTO registry.audit_events VALUES (999999, now(), 'x', 'x', null, '', '')",
      "UPDATE registry.audit_events SET actor = 'nobody'",
      "DELETE FROM registry.audit_events",
      "TRUNCATE registry.audit_events",
    ]) {
      await expect(asRole("DESK", sql)).rejects.toThrow(/permission denied/);
    }
    await expect(asOwner("DELETE FROM registry.audit_events")).rejects.toThrow(/append-only/);
  });
});

/** Recomputes the hashes of so many rows, as somebody would who knows how they are made. */
const rehash = (from: number, rows: number) => `
      DO $$ DECLARE r registry.audit_events; prev bytea; BEGIN
        SELECT hash INTO prev FROM registry.audit_events WHERE seq = ${from} - 1;
        FOR r IN SELECT * FROM registry.audit_events WHERE seq >= ${from} ORDER BY seq LIMIT ${rows} LOOP
          UPDATE registry.audit_events SET prev_hash = prev,
            hash = registry.audit_hash(prev, r.seq, r.at, r.actor, r.action, r.subject) WHERE seq = r.seq RETURNING hash INTO prev;
        END LOOP; END $$`;

describe("whoever holds the whole database", () => {
  let head: ChainHead;
  beforeEach(async () => {
    await tamper("TRUNCATE registry.audit_events");
    for (const name of ["á.uno", 'b"dos', "c\\tres", "d.\u0001cuatro", "e.cinco"]) await act(name);
    await desk().$transaction((tx) => record(tx, { kind: "operator" }, "f.seis", null, now));
    const check = await verifyChain(desk());
    if (!check.whole || !check.head) throw new Error("the chain should be whole here");
    head = check.head;
    expect(check.rows).toBe(6);
  });

  test.each([
    ["another actor", "UPDATE registry.audit_events SET actor = 'vera' WHERE seq = 3", 3n],
    ["another act", "UPDATE registry.audit_events SET action = 'case.closed' WHERE seq = 1", 1n],
    ["another moment", "UPDATE registry.audit_events SET at = at + interval '1 ms' WHERE seq = 2", 2n],
    [
      "another subject",
      "UPDATE registry.audit_events SET subject = set_byte(subject, 9, 255 - get_byte(subject, 9)) WHERE seq = 4",
      4n,
    ],
    ["no subject", "UPDATE registry.audit_events SET subject = NULL WHERE seq = 4", 4n],
    [
      "another hash",
      "UPDATE registry.audit_events SET hash = set_byte(hash, 0, 255 - get_byte(hash, 0)) WHERE seq = 2",
      2n,
    ],
    ["a row removed", "DELETE FROM registry.audit_events WHERE seq = 3", 4n],
    ["the first row removed", "DELETE FROM registry.audit_events WHERE seq = 1", 2n],
    [
      "two rows exchanged",
      "UPDATE registry.audit_events SET seq = 100 WHERE seq = 2; UPDATE registry.audit_events SET seq = 2 WHERE seq = 3; UPDATE registry.audit_events SET seq = 3 WHERE seq = 100",
      2n,
    ],
    [
      "a row slipped in",
      "INSERT INTO registry.audit_events SELECT 7, at, 'carmen', 'x.added', null, hash, sha256('x') FROM registry.audit_events WHERE seq = 6",
      7n,
    ],
  ])("%s breaks the chain where it was done", async (_what, sql, brokenAt) => {
    await tamper(sql);
    expect(await verifyChain(desk())).toEqual({ whole: false, brokenAt });
  });

  test("a row rewritten with its own right hash breaks the next; with all the rest rewritten, the noted head", async () => {
    await tamper("UPDATE registry.audit_events SET actor = 'vera' WHERE seq = 3");
    await tamper(rehash(3, 1));
    expect(await verifyChain(desk())).toEqual({ whole: false, brokenAt: 4n });
    await tamper(rehash(3, 99));
    expect(await verifyChain(desk())).toMatchObject({ whole: true });
    expect(await verifyChain(desk(), { noted: [head] })).toEqual({ whole: false, brokenAt: 6n });
  });

  test("with all the rest rewritten, the next mark of the vault shows it, and no mark can be left out", async () => {
    await actorFor("carmen", passphrase, clock);
    expect(await verifyChain(desk(), { keys: carmen.keys })).toMatchObject({ whole: true, rows: 7 });
    await tamper("UPDATE registry.audit_events SET actor = 'vera' WHERE seq = 3");
    await tamper(rehash(3, 99));
    expect(await verifyChain(desk())).toMatchObject({ whole: true });
    expect(await verifyChain(desk(), { keys: carmen.keys })).toEqual({ whole: false, brokenAt: 7n });
    await tamper("UPDATE registry.audit_events SET subject = NULL WHERE seq = 7");
    await tamper(rehash(3, 99));
    expect(await verifyChain(desk(), { keys: carmen.keys })).toEqual({ whole: false, brokenAt: 7n });
  });

  test("a tail cut off shows against the noted head", async () => {
    await tamper("DELETE FROM registry.audit_events WHERE seq > 4");
    expect(await verifyChain(desk())).toMatchObject({ whole: true, rows: 4 });
    expect(await verifyChain(desk(), { noted: [head] })).toEqual({ whole: false, brokenAt: 5n });
    await tamper("DELETE FROM registry.audit_events");
    expect(await verifyChain(desk(), { noted: [head] })).toEqual({ whole: false, brokenAt: 1n });
  });
});
