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

/** The acts of months, appended by the function that appends every act: whose subject is a case or a report is sealed as any other's. */
export async function fillTrail({ keys }: StaffActor, many: number, [from, to]: [Date, Date]): Promise<void> {
  const random = new Random(many);
  const references = (await desk().case.findMany({ select: { reference: true } })).map(
    (row) => row.reference,
  );
  const step = (to.getTime() - from.getTime()) / many;
  for (let done = 0; done < many; done += AT_ONCE) {
    const rows = [];
    for (let n = done; n < Math.min(done + AT_ONCE, many); n++) {
      const what = random.weighed(acts);
      const isPlain = what === "queue.read" || what === "cases.listed";
      const about = what === "report.opened" ? { report: references[0] } : { case: random.pick(references) };
      rows.push({
        at: new Date(from.getTime() + n * step),
        who: random.pick(people),
        what,
        about: isPlain ? null : await sealToVault(keys.publicKey, about),
      });
    }
    await desk().$executeRaw`
      SELECT registry.append_audit(at, who, what, about) FROM unnest(${rows.map((row) => row.at)}::timestamptz[],
        ${rows.map((row) => row.who)}::text[], ${rows.map((row) => row.what)}::text[], ${rows.map((row) => row.about)}::bytea[]) AS n (at, who, what, about)`;
  }
}
