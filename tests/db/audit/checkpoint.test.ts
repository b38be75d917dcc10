import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Checkpoint, readCheckpoint, signCheckpoint } from "@/lib/audit/checkpoint";
import { verifyChain } from "@/lib/audit/queries";
import { record } from "@/lib/audit/record";
import type { StaffActor } from "@/lib/auth/actor";
import { actorFor } from "@/lib/auth/sign-in";
import { makeVault } from "@/lib/auth/staff";
import { desk } from "@/lib/db/desk";

const ROWS = 24;
const clock = () => new Date("2026-01-10T12:00:00.123Z");
let carmen: StaffActor;
let note: string;
let checkpoint: Checkpoint;
/** Somebody with the whole database in their hands: triggers off, any change, every hash recomputed. */
const superuser = new Client({ connectionString: process.env.OWNER_DATABASE_URL });

beforeAll(async () => {
  const recovery = join(mkdtempSync(join(tmpdir(), "vigilia-recovery-")), "recovery.txt");
  const passphrase = "una frase larga de carmen";
  await makeVault({ username: "carmen", role: "coordinator", passphrase }, recovery, clock);
  carmen = await actorFor("carmen", passphrase, clock);
  for (let n = 0; n < ROWS; n++)
    await desk().$transaction((tx) => record(tx, carmen, `case.opened${n}`, { why: `caso ${n}` }, clock()));
  note = await signCheckpoint(carmen, clock);
  checkpoint = readCheckpoint(note) ?? expect.fail("the checkpoint does not read");
  await superuser.connect();
  await superuser.query("ALTER TABLE registry.audit_events DISABLE TRIGGER USER");
  await superuser.query("CREATE TABLE public.kept AS TABLE registry.audit_events");
});
afterAll(() => superuser.end());

const rehash = (from: number) => `
  DO $$ DECLARE r registry.audit_events; prev bytea; BEGIN
    SELECT hash INTO prev FROM registry.audit_events WHERE seq = (SELECT max(seq) FROM registry.audit_events WHERE seq < ${from});
    FOR r IN SELECT * FROM registry.audit_events WHERE seq >= ${from} ORDER BY seq LOOP
      UPDATE registry.audit_events SET prev_hash = coalesce(prev, '\\x'),
        hash = registry.audit_hash(coalesce(prev, '\\x'), r.seq, r.at, r.actor, r.action, r.subject) WHERE seq = r.seq RETURNING hash INTO prev;
    END LOOP; END $$`;

const set = {
  actor: "actor = actor || 'x'",
  action: "action = 'case.closed'",
  moment: "at = at - interval '1 ms'",
  "no subject": "subject = CASE WHEN subject IS NULL THEN '\\x00'::bytea END",
  hash: "hash = set_byte(hash, 7, 255 - get_byte(hash, 7))",
  "previous hash": "prev_hash = sha256('other')",
};

const tampering = fc.record({
  seq: fc.integer({ min: 1, max: ROWS + 2 }),
  what: fc.oneof(
    fc
      .constantFrom(...(Object.keys(set) as (keyof typeof set)[]))
      .map((column) => ({ kind: "change" as const, column })),
    fc
      .constantFrom("delete", "insert", "exchange", "truncate", "older")
      .map((kind) => ({ kind: kind as "delete", column: "actor" as const })),
  ),
  /** Whether every hash after it is made right again. */
  mended: fc.boolean(),
});

function sqlOf(seq: number, kind: string, column: keyof typeof set): string {
  const other = seq === 1 ? 2 : seq - 1;
  const acts: Record<string, string> = {
    change: `UPDATE registry.audit_events SET ${set[column]} WHERE seq = ${seq}`,
    delete: `DELETE FROM registry.audit_events WHERE seq = ${seq}`,
    insert: `UPDATE registry.audit_events SET seq = -seq WHERE seq >= ${seq}; UPDATE registry.audit_events SET seq = 1 - seq WHERE seq < 0;
      INSERT INTO registry.audit_events SELECT ${seq}, at, 'vera', 'case.slipped', NULL, '\\x', '\\x' FROM public.kept LIMIT 1`,
    exchange: `UPDATE registry.audit_events SET seq = -1 WHERE seq = ${seq}; UPDATE registry.audit_events SET seq = ${seq} WHERE seq = ${other};
      UPDATE registry.audit_events SET seq = ${other} WHERE seq = -1`,
    truncate: `DELETE FROM registry.audit_events WHERE seq >= ${seq}`,
    older: `DELETE FROM registry.audit_events WHERE seq >= ${seq}; INSERT INTO registry.audit_events
      SELECT seq, at, actor, 'case.other', subject, prev_hash, hash FROM public.kept WHERE seq >= ${seq}`,
  };
  return acts[kind] ?? "";
}

describe("a checkpoint kept outside", () => {
  test("shows every tampering by whoever holds the whole database", async () => {
    const runs = Number(process.env.TAMPERINGS ?? 200);
    const whole = () => verifyChain(desk(), { noted: [checkpoint] });
    expect(await whole()).toMatchObject({ whole: true });
    await fc.assert(
      fc.asyncProperty(tampering, async ({ seq, what, mended }) => {
        // A hash changed and then made right again is no change.
        const mend = mended && !["hash", "previous hash"].includes(what.column);
        await superuser.query(sqlOf(seq, what.kind, what.column));
        if (mend) await superuser.query(rehash(1));
        const found = await whole();
        await superuser.query(
          "TRUNCATE registry.audit_events; INSERT INTO registry.audit_events TABLE public.kept",
        );
        expect(found.whole, `${what.kind} ${what.column} at ${seq}${mend ? ", mended" : ""}`).toBe(false);
      }),
      { numRuns: runs, ...(runs === 200 && { seed: 20260110 }) },
    );
    expect(await whole()).toMatchObject({ whole: true });
  }, 900_000);

  test("counts for nothing when a byte of it changed", () => {
    const bytes = Buffer.from(note, "utf8");
    for (let at = 0; at < bytes.length; at++) {
      const other = Buffer.from(bytes);
      for (const bit of [1, 2, 4, 32]) {
        other[at] = (bytes[at] ?? 0) ^ bit;
        expect(readCheckpoint(other.toString("utf8")), `byte ${at}, bit ${bit}`).toBeNull();
      }
    }
    expect(readCheckpoint(`${note}\n`)).toBeNull();
    expect(readCheckpoint(note.slice(0, -1))).toBeNull();
  });

  test("is signed only for those who may read the trail, and says so in it", async () => {
    await expect(signCheckpoint({ ...carmen, role: "intake" }, clock)).rejects.toMatchObject({
      code: "not_permitted",
    });
    expect(checkpoint).toMatchObject({ by: "carmen", seq: BigInt(ROWS + 3) });
  });
});
