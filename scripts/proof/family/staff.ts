import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StaffActor } from "@/lib/auth/actor";
import { actorFor } from "@/lib/auth/sign-in";
import { openCase } from "@/lib/cases/dossier/commands";
import { wallClock } from "@/lib/core/clock";
import { secret } from "@/lib/core/env";
import { desk } from "@/lib/db/desk";
import { deriveFromCode } from "@/lib/vault/receipt";

/** One of a registry's invented staff, signed in with both factors just now. Inside `withDesk`. */
export async function staffOf(dataDir: string, username: string): Promise<StaffActor> {
  const accounts: { username: string; password: string }[] = JSON.parse(
    readFileSync(join(dataDir, "demo-accounts.json"), "utf8"),
  );
  const password = accounts.find((one) => one.username === username)?.password ?? "";
  return { ...(await actorFor(username, password, wallClock)), factorAt: wallClock() };
}

/** Makes a case of the report that a number belongs to, with a word of one's own in every box. */
export async function caseOf(staff: StaffActor, code: string, say: (where: string) => string) {
  const { lookup } = await deriveFromCode(code, secret("INTAKE_PEPPER"));
  const { reportId } = await desk().receipt.findUniqueOrThrow({
    where: { lookup },
    select: { reportId: true },
  });
  const { caseId } = await openCase(
    staff,
    {
      identity: {
        ...{ givenNames: say("given names of a case"), surnames: say("surnames of a case") },
        aliases: [say("alias of a case")],
        idDocument: { kind: "passport", number: "X9910200", country: say("country of a case") },
      },
      traits: { sex: "woman", birthYear: 1990, sectors: [] },
      permissions: [{ purpose: "store", granted: true, givenBy: "relative" }],
      reportIds: [reportId],
      channel: "report",
    },
    wallClock,
  );
  return { caseId, reportId };
}
