import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { listAudit } from "@/lib/audit/list";
import { checkTrail } from "@/lib/audit/queries";
import { actorFor } from "@/lib/auth/sign-in";
import { addStaff } from "@/lib/auth/staff";
import { CONSENT_TEXT } from "@/lib/consent/rules";
import { wallClock } from "@/lib/core/clock";
import { secret } from "@/lib/core/env";
import { desk } from "@/lib/db/desk";
import { beginReport, family, saveStep, sendReport } from "@/lib/intake/draft/commands";
import { postWord } from "@/lib/intake/thread/commands";
import { deriveFromCode, newCode } from "@/lib/vault/receipt";
import { withDesk } from "../../../../scripts/cli/with-desk";
import type { DemoAccount } from "../../../support/server";
import type { Told } from "./round";

const [, , dataDir = ""] = process.argv;

const accountOf = (username: string): DemoAccount => {
  const all: DemoAccount[] = JSON.parse(readFileSync(join(dataDir, "demo-accounts.json"), "utf8"));
  const found = all.find((one) => one.username === username);
  if (!found) throw new Error(`no account ${username}`);
  return found;
};

/** Families' reports, without an account; answers the number each has. */
async function send(reports: Told[]): Promise<string[]> {
  const codes: string[] = [];
  for (const { names, age, document, denied } of reports) {
    const code = newCode();
    const permitted = (purpose: "store" | "count") => ({
      ...{ purpose, granted: true, textVersion: CONSENT_TEXT },
      at: wallClock().toISOString(),
    });
    const permissions = [permitted("store"), permitted("count")];
    const keys = await beginReport(family, { code, locale: "es", permissions }, wallClock);
    const [givenNames = "", surnames = ""] = names;
    const who: Record<string, string> = document === null ? {} : { idKind: "V", idNumber: document };
    const where: Record<string, string> = denied
      ? { told: "denied", deniedWhere: "El Helicoide" }
      : { told: "told", facility: "RODEO1" };
    for (const [step, posted] of [
      ["person", { givenNames, surnames, sex: "woman", ageKind: "age", approxAge: age, ...who }],
      ["detention", { day: "5", month: "1", year: "2026", precision: "exact", entity: "VE-V", force: "PNB" }],
      ["whereabouts", { ...where, relation: "parent" }],
    ] as const)
      await saveStep(family, { keys, step, posted }, wallClock);
    await sendReport(family, keys, wallClock);
    codes.push(code);
  }
  return codes;
}

/** A family comes back with its number and answers what was asked. */
async function answer({ code, words }: { code: string; words: string }): Promise<null> {
  const { lookup, threadPublicKey } = await deriveFromCode(code, secret("INTAKE_PEPPER"));
  await postWord(family, { keys: { lookup, threadPublicKey }, words, form: newCode() }, wallClock);
  return null;
}

/** More vetters, for a shift in which each has ten cases; their sign-ins as the demonstration writes its own. */
async function hire(accounts: DemoAccount[]): Promise<null> {
  const carmen = await actorFor("carmen", accountOf("carmen").password, wallClock);
  const known = new Set(
    (await desk().staff.findMany({ select: { username: true } })).map((one) => one.username),
  );
  for (const { username, password, totpSecret } of accounts.filter((one) => !known.has(one.username)))
    await addStaff(carmen, { username, role: "vetter", passphrase: password, totpSecret }, wallClock);
  return null;
}

const head = async () => (await desk().auditEvent.aggregate({ _max: { seq: true } }))._max.seq ?? 0n;

/** What the registry holds of each case, and every act since a moment, by whom and about what, as an auditor reads it. */
async function left(head: string) {
  const since = BigInt(head);
  const auditor = await actorFor("abel", accountOf("abel").password, wallClock);
  const acts: { actor: string; action: string; case: unknown }[] = [];
  for (let before: bigint | undefined; ; ) {
    const { lines, next } = await listAudit(auditor, before === undefined ? {} : { before });
    for (const { seq, actor, action, about } of lines)
      if (seq > since) acts.push({ actor, action, case: about?.case });
    if (next === null || next <= since) break;
    before = next;
  }
  const one = { track: true, state: true, entity: true, knownFrom: true, knownTo: true } as const;
  const who = { recordedBy: true, confirmedBy: true, supersedesId: true } as const;
  const word = { select: { agreed: true, reviewedBy: true } } as const;
  const cases = await desk().case.findMany({
    select: {
      reference: true,
      facts: { select: { ...one, ...who }, orderBy: { position: "asc" } },
      decisions: {
        select: { outcome: true, authoredBy: true, review: word },
        orderBy: { authoredAt: "asc" },
      },
    },
  });
  const triage = await desk().triage.aggregate({ _count: { askedAt: true, snoozedUntil: true } });
  const { whole } = await checkTrail(auditor, "whole");
  return { acts: acts.reverse(), cases, waiting: triage._count, whole };
}

const acts: Record<string, (given: never) => Promise<unknown>> = { head, reports: send, answer, hire, left };

/** One question a line, one answer a line, until nobody asks any more. */
await withDesk(dataDir, async () => {
  for await (const line of createInterface(process.stdin)) {
    const { what, given } = JSON.parse(line);
    const answered = await acts[what]?.(given as never);
    const words = JSON.stringify(answered ?? null, (_, value) =>
      typeof value === "bigint" ? String(value) : value,
    );
    console.log(`= ${words}`);
  }
});
process.exit(0);
