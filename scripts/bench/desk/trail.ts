import { sealedNote } from "@/lib/audit/cases";
import type { StaffActor } from "@/lib/auth/actor";
import { desk } from "@/lib/db/desk";
import { sealToVault } from "@/lib/vault/seal";
import { Random } from "../../demo/random";

const AT_ONCE = 2000;
const people = ["carmen", "carlos", "ines", "vera", "victor", "lucia"];
const acts = [
  ["case.read", 40],
  ["queue.read", 15],
  ["report.opened", 15],
  ["cases.listed", 10],
  ["fact.recorded", 8],
  ["fact.confirmed", 8],
  ["evidence.added", 4],
] as const;

/** The acts of months, appended by the function that appends every act, each with its subject sealed and noted beside its case. */
export async function fillTrail(staff: StaffActor, many: number, [from, to]: [Date, Date]): Promise<void> {
  const random = new Random(many);
  const cases = await desk().case.findMany({ select: { id: true, reference: true } });
  const step = (to.getTime() - from.getTime()) / many;
  for (let done = 0; done < many; done += AT_ONCE) {
    const rows: Act[] = [];
    for (let n = done; n < Math.min(done + AT_ONCE, many); n++) {
      const one = random.pick(cases);
      rows.push({ at: new Date(from.getTime() + n * step), ...(await actOn(random, staff, one)) });
    }
    await append(staff, rows);
  }
}

interface Act {
  at: Date;
  who: string;
  what: string;
  /** Empty for an act about nothing. */
  about: Uint8Array;
  caseId: string | null;
}

async function actOn(random: Random, { keys }: StaffActor, one: { id: string; reference: string }) {
  const [who, what] = [random.pick(people), random.weighed(acts)];
  if (what === "queue.read" || what === "cases.listed")
    return { who, what, about: new Uint8Array(), caseId: null };
  const isReport = what === "report.opened";
  const about = isReport ? { report: one.id } : { case: one.reference };
  return { who, what, about: await sealToVault(keys.publicKey, about), caseId: isReport ? null : one.id };
}

async function append(staff: StaffActor, rows: Act[]): Promise<void> {
  const of = <Key extends keyof Act>(key: Key) => rows.map((row) => row[key]);
  const seqs = await desk().$queryRaw<{ seq: bigint }[]>`
    SELECT registry.append_audit(at, who, what, nullif(about, ''::bytea)) AS seq FROM unnest(${of("at")}::timestamptz[], ${of("who")}::text[],
      ${of("what")}::text[], ${of("about")}::bytea[]) AS n (at, who, what, about)`;
  await desk().caseAct.createMany({
    data: rows.flatMap(({ caseId }, n) =>
      caseId ? [{ caseId, ...sealedNote(staff, seqs[n]?.seq ?? 0n) }] : [],
    ),
  });
}
