import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise, may } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { fullName } from "@/lib/people/rules";
import { openUnderVault } from "@/lib/vault/person";
import { everybodyHere } from "../duplicates/queries";
import { personOf } from "../duplicates/rules";
import { openLine } from "../making/commands";
import { type BatchRow, batchColumns, rowOf } from "./list/queries";
import { discardContext, findingsContext, wouldBe } from "./rules";
import { FINDINGS_KEPT, type Findings, findings, MOST_AT_THE_DESK } from "./schema";

/** What a batch would make if it were confirmed now, counted case by case with the rules that count. */
export interface Preview {
  cases: number;
  already: number;
  facts: number;
  verified: number;
  pending: number;
  /** How many would be added to those held now. */
  held: number;
  byState: { entity: string; cases: number }[];
  /** Who resembles whom as of now: others may have come in since the file was brought. */
  alike: Findings["alike"];
  likenesses: number;
}

export interface SampleRow {
  line: number;
  key: string;
  /** Null for who may not see identities. */
  name: string | null;
  facts: number;
  entity: string | null;
  sources: { kind: string; origin: string }[];
}

export interface BatchView extends BatchRow {
  findings: Findings | null;
  /** Null once confirmed or discarded, and where there are more lines than a page can judge while somebody waits. */
  preview: Preview | null;
  sample: SampleRow[];
  discardedWhy: string | null;
}

const SAMPLED = 10;
const READ_AT_ONCE = 1_000;

/** One batch as the second person judges it. Names are opened for who may read cases, and that somebody looked is on the trail. */
export async function readBatch(actor: Actor, id: string, clock: Clock): Promise<BatchView> {
  const staff = authorise(actor, "import.read");
  const now = clock();
  return desk().$transaction(
    async (tx) => {
      const found = await tx.importBatch.findUnique({
        where: { id },
        select: { ...batchColumns, findings: true, discardWhy: true },
      });
      if (!found) throw new Refusal("not_found");
      const { findings: sealed, discardWhy, ...batch } = found;
      const row = rowOf(batch);
      const judged =
        row.staged > 0 && row.staged <= MOST_AT_THE_DESK ? await judge(tx, staff, row, now) : null;
      await record(tx, staff, "import.read", { why: row.source }, now);
      return {
        ...row,
        findings: sealed && findings.parse(openUnderVault(staff.keys, sealed, findingsContext(id))),
        preview: judged?.preview ?? null,
        sample: judged?.sample ?? (await sampleOf(tx, staff, row)),
        discardedWhy: discardWhy && String(openUnderVault(staff.keys, discardWhy, discardContext(id))),
      };
    },
    { timeout: 60_000, maxWait: 10_000 },
  );
}

async function* linesOf(tx: Tx, staff: StaffActor, batchId: string, most: number) {
  let after = 0;
  for (let read = 0; read < most; ) {
    const rows = await tx.importLine.findMany({
      where: { batchId, line: { gt: after } },
      orderBy: { line: "asc" },
      take: Math.min(READ_AT_ONCE, most - read),
      select: { line: true, key: true, sealed: true },
    });
    for (const { line, key, sealed } of rows)
      yield { line, key, content: openLine(staff.keys, { line, sealed }, batchId).content };
    if (rows.length === 0) return;
    read += rows.length;
    after = rows.at(-1)?.line ?? after;
  }
}

type OpenedLine = ReturnType<typeof linesOf> extends AsyncGenerator<infer Line> ? Line : never;

function sampled(staff: StaffActor, { line, key, content }: OpenedLine): SampleRow {
  const custody = content.facts.filter((fact) => fact.track === "custody");
  return {
    line,
    key,
    name: may(staff, "case.read") ? fullName(content.person) : null,
    facts: content.facts.length,
    entity: custody.find((fact) => fact.entity !== null)?.entity ?? null,
    sources: custody[0]?.sources ?? [],
  };
}

async function sampleOf(tx: Tx, staff: StaffActor, { id }: BatchRow): Promise<SampleRow[]> {
  const sample: SampleRow[] = [];
  for await (const line of linesOf(tx, staff, id, SAMPLED)) sample.push(sampled(staff, line));
  return sample;
}

async function judge(tx: Tx, staff: StaffActor, { id, source, history, staged }: BatchRow, now: Date) {
  const cases = await tx.case.findMany({
    where: { source, sourceKey: { not: null } },
    select: { sourceKey: true },
  });
  const here = new Set(cases.map((row) => row.sourceKey));
  const preview: Preview = {
    cases: 0,
    already: 0,
    facts: 0,
    verified: 0,
    pending: 0,
    held: 0,
    byState: [],
    alike: [],
    likenesses: 0,
  };
  const sample: SampleRow[] = [];
  const seen = await everybodyHere(staff.keys);
  const likenesses: Findings["alike"] = [];
  const states = new Map<string, number>();
  for await (const line of linesOf(tx, staff, id, staged)) {
    if (sample.length < SAMPLED) sample.push(sampled(staff, line));
    if (here.has(line.key)) {
      preview.already++;
      continue;
    }
    const person = personOf(line.content);
    const like = seen.find(person);
    if (like) likenesses.push({ line: line.line, like });
    seen.add(person, `line ${line.line}`);
    const would = wouldBe(line.content, history === "keep" ? "keep" : "now", now);
    preview.cases++;
    preview.facts += line.content.facts.length;
    if (would.verified) preview.verified++;
    if (would.pending) preview.pending++;
    if (would.held) preview.held++;
    const entity = would.entity ?? "unknown";
    states.set(entity, (states.get(entity) ?? 0) + 1);
  }
  preview.byState = [...states]
    .map(([entity, cases]) => ({ entity, cases }))
    .sort((a, b) => b.cases - a.cases || a.entity.localeCompare(b.entity));
  preview.alike = likenesses.slice(0, FINDINGS_KEPT);
  preview.likenesses = likenesses.length;
  return { preview, sample };
}
