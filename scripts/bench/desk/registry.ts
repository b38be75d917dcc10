import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StaffActor } from "@/lib/auth/actor";
import { refreshMarks } from "@/lib/cases/marks/commands";
import { desk } from "@/lib/db/desk";
import { asLogin } from "../../database/roles";
import { openDatabase } from "../../postgres/use";
import { benchRegistry } from "../registry";
import { workOnCases } from "./casework";
import { sendReports, workTheQueue } from "./reports";
import { fillTrail } from "./trail";

const MONTHS = 90 * 86_400_000;

/**
 * A registry as a working desk has it: `size` people with their histories, a tenth as many reports waiting, one in a hundred of the
 * cases in work, and two acts a person on the trail. Made once in `dataDir` and left alone afterwards. Answers a coordinator.
 */
export async function deskRegistry(dataDir: string, size: number): Promise<StaffActor> {
  const { team } = await benchRegistry(dataDir, size);
  const inviter: StaffActor = { ...team[0], factorAt: new Date() };
  const made = join(dataDir, "bench-desk.json");
  await catchUp();
  if (existsSync(made)) return inviter;
  const now = new Date();
  const begun = performance.now();
  const step = async (what: string, work: Promise<void>) => {
    await work;
    console.log(`  ${what}: after ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  };
  await step("trail", fillTrail(team[0], size * 2, [new Date(now.getTime() - MONTHS), now]));
  await step("reports", sendReports(team[0], size / 10, now));
  await step("queue", workTheQueue(team, size / 10, now));
  await step("cases in work", workOnCases(team[0], Math.max(60, size / 100), now));
  await step("statistics", analyse(dataDir));
  writeFileSync(made, JSON.stringify({ size, madeAt: now }));
  return inviter;
}

/** The marks of cases that a migration or the import left to be derived, as looks at the lists do a few at a time. */
async function catchUp(): Promise<void> {
  for (let left = true; left; ) {
    await desk().$transaction((tx) => refreshMarks(tx, 2000, new Date()), { timeout: 120_000 });
    left = (await desk().caseMark.findFirst({ where: { stale: true }, select: { caseId: true } })) !== null;
  }
}

/** What the server does by itself within minutes. */
async function analyse(dataDir: string): Promise<void> {
  const database = await openDatabase(dataDir);
  try {
    await asLogin(database.addresses.owner, (client) => client.query("VACUUM ANALYZE"));
  } finally {
    await database.close();
  }
}
