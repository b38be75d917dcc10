import { Readable } from "node:stream";
import { actorFor } from "@/lib/auth/sign-in";
import { openCase } from "@/lib/cases/dossier/commands";
import { CONSENT_TEXT } from "@/lib/consent/rules";
import { wallClock } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import { receiveDocument } from "@/lib/intake/documents/commands";
import { beginReport, saveStep, sendReport } from "@/lib/intake/draft/commands";
import { newCode } from "@/lib/vault/receipt";
import { withDesk } from "../../../scripts/cli/with-desk";
import { papers } from "../../support/hostile-files/papers";
import { demoAccounts } from "../../support/server";

const family = { kind: "family" } as const;

/** A family sends a report with a PDF, and somebody opens a case from it; prints the case's reference. */
const [, , dataDir = ""] = process.argv;
const reference = await withDesk(dataDir, async () => {
  const paper = await papers[0]?.make();
  if (!paper) throw new Error("no paper");
  const code = newCode();
  const answer = (purpose: "store" | "count") => ({
    ...{ purpose, granted: true, textVersion: CONSENT_TEXT, at: wallClock().toISOString() },
  });
  const permissions = [answer("store"), answer("count")];
  const keys = await beginReport(family, { code, locale: "es", permissions }, wallClock);
  const person = { givenNames: "Ofelia", surnames: "Inventada Papeles" };
  await saveStep(family, { keys, step: "person", posted: person }, wallClock);
  const detention = { year: "2026", month: "1", day: "10", precision: "exact", entity: "VE-V" };
  await saveStep(family, { keys, step: "detention", posted: detention }, wallClock);
  await saveStep(family, { keys, step: "whereabouts", posted: { told: "told" } }, wallClock);
  const file = { name: "boleta.pdf", file: Readable.from([paper]) };
  await receiveDocument(family, keys, file, wallClock);
  const before = await desk().report.findMany({ select: { id: true } });
  await sendReport(family, keys, wallClock);
  const sent = await desk().report.findFirstOrThrow({
    where: { id: { notIn: before.map(({ id }) => id) } },
    select: { id: true },
  });
  const vera = demoAccounts(dataDir).find(({ username }) => username === "vera");
  const opened = await openCase(
    await actorFor("vera", vera?.password ?? "", wallClock),
    {
      identity: { ...person, aliases: [] },
      traits: { sex: "woman", birthYear: 1990 },
      permissions: [{ purpose: "store", granted: true, givenBy: "relative" }],
      reportIds: [sent.id],
      channel: "report",
      facts: [
        {
          ...{ track: "custody", state: "apprehended", episode: 1, entity: "VE-V" },
          effective: { earliest: "2026-01-10", latest: "2026-01-10" },
          sources: [{ kind: "relative", origin: "family" }],
        },
      ],
    },
    wallClock,
  );
  return opened.reference;
});
console.log(JSON.stringify({ reference }));
