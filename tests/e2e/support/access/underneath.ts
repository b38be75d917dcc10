import { CONSENT_TEXT } from "@/lib/consent/rules";
import { wallClock } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import { beginReport, saveStep, sendReport } from "@/lib/intake/draft/commands";
import { newCode } from "@/lib/vault/receipt";
import { withDesk } from "../../../../scripts/cli/with-desk";

/** A family reports somebody invented, and one session of each of `usernames` gave its factor longer ago than counts as fresh. */
async function sendOne(names: { givenNames: string; surnames: string }): Promise<void> {
  const family = { kind: "family" } as const;
  const answer = (purpose: "store" | "count") => ({
    purpose,
    granted: true,
    textVersion: CONSENT_TEXT,
    at: wallClock().toISOString(),
  });
  const code = newCode();
  const permissions = [answer("store"), answer("count")];
  const keys = await beginReport(family, { code, locale: "es", permissions }, wallClock);
  for (const [step, posted] of [
    ["person", { ...names, sex: "woman", ageKind: "age", approxAge: "31" }],
    ["detention", { month: "1", year: "2026", precision: "approximate", entity: "VE-K", force: "unknown" }],
    ["whereabouts", { told: "unknown", relation: "parent" }],
  ] as const)
    await saveStep(family, { keys, step, posted }, wallClock);
  await sendReport(family, keys, wallClock);
}

const [, , dataDir = "", what = "", given = "{}"] = process.argv;
const answer = await withDesk(dataDir, async () => {
  if (what === "report") await sendOne(JSON.parse(given));
  if (what === "stale") {
    const factorAt = new Date(Date.now() - 6 * 60_000);
    await desk().staffSession.updateMany({
      where: { staff: { username: { not: given } } },
      data: { factorAt },
    });
  }
  const [report, one, batch] = [
    await desk().report.findFirst({ select: { id: true }, orderBy: { receivedAt: "desc" } }),
    await desk().case.findFirst({ where: { source: "matriz" }, select: { reference: true } }),
    await desk().importBatch.findFirst({ where: { source: "matriz" }, select: { id: true } }),
  ];
  return { report: report?.id, reference: one?.reference, batch: batch?.id };
});
console.log(JSON.stringify(answer));
