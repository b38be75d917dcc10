import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listAudit } from "@/lib/audit/list";
import { checkTrail } from "@/lib/audit/queries";
import { actorFor } from "@/lib/auth/sign-in";
import { CONSENT_TEXT } from "@/lib/consent/rules";
import { wallClock } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import { beginReport, saveStep, sendReport } from "@/lib/intake/draft/commands";
import { newCode } from "@/lib/vault/receipt";
import { withDesk } from "../../../../scripts/cli/with-desk";
import type { DemoAccount } from "../../../support/server";

const family = { kind: "family" } as const;

/** A family's report, without an account: eight of one shape within the hour would stand apart as sent in bulk. */
async function send([givenNames = "", surnames = ""]: string[]): Promise<void> {
  const code = newCode();
  const answer = (purpose: "store" | "count") => ({
    ...{ purpose, granted: true, textVersion: CONSENT_TEXT },
    at: wallClock().toISOString(),
  });
  const keys = await beginReport(
    family,
    { code, locale: "es", permissions: [answer("store"), answer("count")] },
    wallClock,
  );
  for (const [step, posted] of [
    ["person", { givenNames, surnames, sex: "woman", ageKind: "age", approxAge: "31" }],
    ["detention", { day: "5", month: "1", year: "2026", precision: "exact", entity: "VE-V", force: "PNB" }],
    ["whereabouts", { told: "told", facility: "RODEO1", relation: "parent" }],
  ] as const)
    await saveStep(family, { keys, step, posted }, wallClock);
  await sendReport(family, keys, wallClock);
}

/** What the registry holds of each case, and what was done since a moment, by whom and about what. */
async function told(dataDir: string, since: bigint) {
  const accounts: DemoAccount[] = JSON.parse(readFileSync(join(dataDir, "demo-accounts.json"), "utf8"));
  const abel = accounts.find(({ username }) => username === "abel");
  const auditor = await actorFor("abel", abel?.password ?? "", wallClock);
  const acts: { seq: bigint; actor: string; action: string; case: unknown }[] = [];
  for (let before: bigint | undefined; ; ) {
    const { lines, next } = await listAudit(auditor, before === undefined ? {} : { before });
    for (const { seq, actor, action, about } of lines)
      if (seq > since) acts.push({ seq, actor, action, case: about?.case });
    if (next === null || next <= since) break;
    before = next;
  }
  const cases = await desk().case.findMany({
    select: {
      reference: true,
      facts: {
        select: {
          track: true,
          state: true,
          knownFrom: true,
          knownTo: true,
          recordedBy: true,
          confirmedBy: true,
        },
      },
      decisions: {
        select: { outcome: true, authoredBy: true, review: { select: { agreed: true, reviewedBy: true } } },
      },
    },
  });
  const triage = await desk().report.groupBy({ by: ["stage"], _count: true });
  const waiting = await desk().triage.aggregate({ _count: { askedAt: true, snoozedUntil: true } });
  const { whole } = await checkTrail(auditor);
  const head = await desk().auditEvent.aggregate({ _max: { seq: true } });
  return { acts: acts.reverse(), cases, stages: triage, waiting: waiting._count, whole, head: head._max.seq };
}

const [, , dataDir = "", what = "", given = "[]"] = process.argv;
const answer = await withDesk(dataDir, async () => {
  if (what === "told") return told(dataDir, BigInt(given));
  const names: string[][] = JSON.parse(given);
  for (const name of names) await send(name);
  return {};
});
console.log(JSON.stringify(answer, (_, value) => (typeof value === "bigint" ? String(value) : value)));
