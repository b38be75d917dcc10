import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { record } from "@/lib/audit/record";
import type { StaffActor } from "@/lib/auth/actor";
import { actorFor } from "@/lib/auth/sign-in";
import { declareCoverage, secondCoverage } from "@/lib/balances/coverage/commands";
import { writeSite } from "@/lib/balances/site/commands";
import { confirmRegistry, stageRegistry } from "@/lib/cases/exchange/commands";
import type { Clock } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import { withHands } from "../cli/hands/hands";
import { openRegistryFile } from "../cli/registry-file";
import * as claims from "../steps/claims";
import * as demoStaff from "../steps/demo-staff";
import * as vocabularies from "../steps/vocabularies";
import type { Figure } from "./figures";
import { inventedCase } from "./population";

/** The moment at which everything is brought in: two weeks after the last thing that happened. */
const IMPORTED = Date.parse("2026-08-15T12:00:00Z");
const SOURCE = "bench";
const PATIENCE = { timeout: 120_000 };

/** A registry to ask and to act on, and what bringing it in took (nothing when it was here already). */
export interface Bench {
  team: [StaffActor, StaffActor];
  clock: Clock;
  imported: Figure[];
}

/** Brings `size` invented people into the open registry as any organisation would, or goes on with those an earlier run left. */
export async function benchRegistry(dataDir: string, size: number): Promise<Bench> {
  const start = {
    dataDir,
    demo: false,
    demoStaff: true,
    clock: () => new Date(IMPORTED),
    progress: () => undefined,
  };
  for (const step of [vocabularies, claims, demoStaff]) await step.run(start);
  const accounts: { username: string; password: string }[] = JSON.parse(
    readFileSync(join(dataDir, "demo-accounts.json"), "utf8"),
  );
  const actor = async (username: string) =>
    actorFor(username, accounts.find((one) => one.username === username)?.password ?? "", start.clock);
  const team: Bench["team"] = [await actor("carmen"), await actor("carlos")];
  const here = await desk().case.count({ where: { source: SOURCE } });
  if (here > 0 && here !== size) throw new Error(`${dataDir} holds ${here} people, not ${size}`);
  const imported = here === size ? [] : await bringIn(dataDir, team, size, start.clock);
  const last = await desk().auditEvent.aggregate({ _max: { at: true } });
  const now = Math.max(IMPORTED, last._max.at?.getTime() ?? 0) + 86_400_000;
  return { team, clock: () => new Date(now), imported };
}

function* written(header: object, size: number) {
  yield `${JSON.stringify(header)}\n`;
  for (let n = 0; n < size; n++) yield `${JSON.stringify(inventedCase(n))}\n`;
}

async function bringIn(
  dataDir: string,
  [first, second]: Bench["team"],
  size: number,
  clock: Clock,
): Promise<Figure[]> {
  const header = {
    type: "registry",
    version: 1,
    source: SOURCE,
    exportedAt: clock().toISOString(),
    history: "keep",
  };
  const path = join(dataDir, "bench.jsonl");
  const lines = Readable.from(written(header, size));
  await pipeline(lines, createWriteStream(path));
  const file = await openRegistryFile(path);
  const begun = performance.now();
  const staged = await withHands(file.length, async (hands) => {
    const { batchId } = await stageRegistry(first, file, { skipBad: false, hands }, clock);
    const staged = performance.now();
    await confirmRegistry(second, batchId, clock, undefined, hands);
    return staged;
  });
  const rate = (milliseconds: number) => (1000 * size) / milliseconds;
  const [staging, whole] = [rate(staged - begun), rate(performance.now() - begun)];
  await nameSome(second, clock());
  await writeSite({ demonstration: true, organisation: "Vigilia", gate: 50 });
  await secondCoverage(
    second,
    await declareCoverage(first, { since: "2014-02-03", until: null }, clock),
    clock,
  );
  return [
    { what: "import: people read, judged and staged", unit: "/s", p50: staging, p95: staging },
    {
      what: "import: people from file to counted",
      unit: "/s",
      p50: whole,
      p95: whole,
      bound: { least: 1000 },
    },
  ];
}

/** Three in ten have a name in public, as two people named them: only the acts, since nothing here reads the pages. */
const nameSome = (actor: StaffActor, now: Date) =>
  desk().$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO registry.naming_acts (id, case_id, kind, proposed_by, proposed_at, confirmed_by, confirmed_at)
      SELECT gen_random_uuid(), case_id, 'named', 'carmen', known_from, 'carlos', known_from
      FROM registry.permissions WHERE purpose = 'name' AND granted AND known_to IS NULL`;
    await record(tx, actor, "naming.confirmed", null, now);
  }, PATIENCE);
