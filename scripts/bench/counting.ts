import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StaffActor } from "@/lib/auth/actor";
import { confirmRegistry, stageRegistry } from "@/lib/cases/exchange/commands";
import type { RegistryFile } from "@/lib/cases/exchange/inspecting/queries";
import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import { newId } from "@/lib/core/ids";
import { desk } from "@/lib/db/desk";
import { windowBetween } from "@/lib/tallies/flows/queries";
import { series, tally } from "@/lib/tallies/queries";
import { newVault } from "@/lib/vault/keys";
import { newRecoveryIdentity } from "@/lib/vault/recovery";
import { withDesk } from "../cli/with-desk";
import { inventedCase } from "./population";

/** `npm run bench:counting -- 2000 20000 200000`: what counting takes, each size in a fresh database, beside a plain SQL count. */
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const WEEK = 7 * 86_400_000;
const NOW = Date.parse("2026-02-01T12:00:00Z");
const clock = () => new Date(NOW);

async function timed(
  times: number,
  run: (n: number) => Promise<unknown>,
): Promise<{ p50: number; p95: number }> {
  const taken: number[] = [];
  for (let n = 0; n < times; n++) {
    const begun = performance.now();
    await run(n);
    taken.push(performance.now() - begun);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(share * taken.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

const ms = ({ p50, p95 }: { p50: number; p95: number }) =>
  `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
const line = (what: string, told: string) => console.log(`  ${what.padEnd(44)} ${told}`);

async function measure(size: number): Promise<void> {
  const { recipient } = await newRecoveryIdentity(clock());
  const { keys } = await newVault(recipient);
  const member = (username: string): StaffActor => ({
    kind: "staff",
    id: newId(),
    username,
    role: "coordinator",
    keys,
    signingKey: new Uint8Array(64),
  });
  const header = {
    type: "registry",
    version: 1,
    source: "bench",
    exportedAt: clock().toISOString(),
    history: "keep",
  };
  const file: RegistryFile = {
    sha256: new Uint8Array(createHash("sha256").update(`bench ${size}`).digest()),
    async *lines() {
      yield { line: 1, text: JSON.stringify(header) };
      for (let n = 0; n < size; n++) yield { line: n + 2, text: JSON.stringify(inventedCase(n)) };
    },
  };
  const begun = performance.now();
  const { batchId, inspection } = await stageRegistry(member("ana"), file, { skipBad: false }, clock);
  const staged = performance.now();
  await confirmRegistry(member("carmen"), batchId, clock);
  const seconds = (performance.now() - begun) / 1000;
  console.log(`\n${size} people, ${inspection.facts} facts`);
  line(
    "import, two passes, staged and confirmed",
    `${seconds.toFixed(1)} s, ${Math.round(size / seconds)} people/s (staging ${((staged - begun) / 1000).toFixed(1)} s)`,
  );
  const [rows] = await desk().$queryRaw<
    { n: number }[]
  >`SELECT count(*)::int AS n FROM registry.custody_intervals`;
  const now = await tally(desk(), clock(), clock());
  line("held now; derived intervals", `${now.held.total}; ${rows?.n}`);
  const past = (n: number) => new Date(NOW - n * WEEK);
  line("tally at now", ms(await timed(40, () => tally(desk(), clock(), clock()))));
  line(
    "tally at any week of ten years, as known then",
    ms(await timed(100, (n) => tally(desk(), past(n * 5), past(n * 5)))),
  );
  line(
    "window of a week, with reconciliation",
    ms(await timed(20, (n) => windowBetween(desk(), past(n + 1), past(n)))),
  );
  const weeks = Array.from({ length: 157 }, (_, n) => past(n));
  line("restated weekly series, three years", ms(await timed(5, () => series(desk(), weeks, clock()))));
  const cases = await desk().case.findMany({ take: 30, select: { id: true }, orderBy: { id: "desc" } });
  const waiting: string[] = [];
  const visit = { track: "remedy", state: "visit" } as const;
  for (const { id } of cases) waiting.push(await recordFact(member("ana"), id, visit, clock));
  line(
    "confirming one fact, its recount included",
    ms(await timed(waiting.length, (n) => confirmFact(member("carmen"), waiting[n] ?? "", clock))),
  );
  line(
    "plain count(*) of the derived table",
    ms(await timed(20, () => desk().$queryRaw`SELECT count(*) FROM registry.custody_intervals`)),
  );
  line(
    "plain count of held rows, no index on time",
    ms(
      await timed(
        20,
        () =>
          desk()
            .$queryRaw`SELECT count(*) FROM registry.custody_intervals WHERE counted AND lower(known) <= ${clock()} AND upper_inf(known)`,
      ),
    ),
  );
}

for (const size of sizes.length > 0 ? sizes : [2000, 20000]) {
  const directory = mkdtempSync(join(tmpdir(), "vigilia-bench-"));
  try {
    await withDesk(directory, () => measure(size), { mayMake: true });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
process.exit(0);
