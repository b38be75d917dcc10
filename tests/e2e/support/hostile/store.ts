import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StaffActor } from "@/lib/auth/actor";
import { actorFor } from "@/lib/auth/sign-in";
import { attachReportTo } from "@/lib/cases/dossier/commands";
import { CONSENT_TEXT } from "@/lib/consent/rules";
import { wallClock } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import { beginReport, saveStep, sendReport } from "@/lib/intake/draft/commands";
import { newCode } from "@/lib/vault/receipt";
import { askFamily, assignReport, snoozeReport } from "@/lib/vetting/reports/commands";
import { withDesk } from "../../../../scripts/cli/with-desk";
import type { DemoAccount } from "../../../support/server";
import { hostileCase, type Team } from "./case";
import { hostileFigures, hostileImport, hostileNight } from "./registry";
import { hostileRequest, hostileThread } from "./said";
import { Words } from "./words";

const family = { kind: "family" } as const;
/** Reports that were there before the one just sent: their ids tell no order. */
const seen = new Set<string>();

/** A family writes as it likes; sent, or left as a draft that its code opens again. */
async function report(words: Words, { sent }: { sent: boolean }): Promise<{ code: string; id: string }> {
  const code = newCode();
  const answer = (purpose: "store" | "count") => ({
    ...{ purpose, granted: true, textVersion: CONSENT_TEXT },
    at: wallClock().toISOString(),
  });
  const permissions = [answer("store"), answer("count")];
  const keys = await beginReport(family, { code, locale: "es", permissions }, wallClock);
  const of = (field: string, most: number) => words.of(`report.${field}`, { most });
  for (const [step, posted] of [
    [
      "person",
      {
        givenNames: of("givenNames", 200),
        surnames: of("surnames", 200),
        ...{
          idKind: "passport",
          idNumber: of("idNumber", 40),
          ageKind: "age",
          approxAge: "31",
          sex: "woman",
        },
      },
    ],
    [
      "detention",
      {
        ...{ month: "1", year: "2026", precision: "approximate", entity: "VE-V", force: "PNB" },
        ...{ place: of("place", 300), account: of("account", 4000) },
      },
    ],
    [
      "whereabouts",
      {
        ...{ told: "told", facility: "OTRO", otherPlace: of("otherPlace", 300), relation: "parent" },
        ...{ deniedWhere: of("deniedWhere", 300), lastContact: of("lastContact", 300) },
      },
    ],
    ["court", { presented: "yes", court: of("court", 300), charges: of("charges", 500) }],
    ["health", { danger: "no", medicine: of("medicine", 300), healthAccount: of("health", 1000) }],
    [
      "contact",
      {
        way: "signal",
        address: words.of("contact.address", { most: 100 }),
        safeWord: words.of("contact.safeWord", { most: 40 }),
      },
    ],
    ["permissions", { permit_un: "yes", permit_name: "no" }],
  ] as const)
    await saveStep(family, { keys, step, posted }, wallClock);
  if (sent) await sendReport(family, keys, wallClock);
  const [fresh] = await desk().report.findMany({ where: { id: { notIn: [...seen] } }, select: { id: true } });
  if (fresh) seen.add(fresh.id);
  return { code, id: fresh?.id ?? "" };
}

/** A report that stays in the queue: put off, asked about, or in somebody's charge. */
async function waiting({ ines, vera, carlos }: Team, words: Words, turn: number): Promise<void> {
  const { id } = await report(words, { sent: true });
  if (turn % 3 === 0) {
    const until = new Date(Date.now() + 3_600_000);
    const why = words.of("snooze.why", { most: 500, least: 3 });
    await snoozeReport(ines, id, { seen: null, until, why }, wallClock);
  }
  if (turn % 3 === 1) await askFamily(ines, id, { seen: null, wants: ["document"] }, wallClock);
  if (turn % 3 === 2) {
    await assignReport(vera, id, { seen: null }, wallClock);
    const why = words.of("takeover.why", { most: 500, least: 3 });
    await assignReport(carlos, id, { seen: "vera", why }, wallClock);
  }
}

async function team(dataDir: string): Promise<Team> {
  const accounts: DemoAccount[] = JSON.parse(readFileSync(join(dataDir, "demo-accounts.json"), "utf8"));
  const signed: [string, StaffActor][] = [];
  for (const { username, password } of accounts)
    if (["carmen", "carlos", "vera", "victor", "ines"].includes(username))
      signed.push([username, { ...(await actorFor(username, password, wallClock)), factorAt: wallClock() }]);
  return Object.fromEntries(signed) as Team;
}

const [, , dataDir = "", much = "short"] = process.argv;
const told = await withDesk(dataDir, async () => {
  const people = await team(dataDir);
  for (const { id } of await desk().report.findMany({ select: { id: true } })) seen.add(id);
  const isWhole = much === "whole";
  const words = new Words(isWhole);
  const [references, codes, drafts]: string[][] = [[], [], []];
  await hostileFigures(people, words, isWhole);
  for (let turn = 0; turn < 4 || (!words.isDone && turn < 400); turn++) {
    const isTold = turn < 60;
    const sent = isTold ? [await report(words, { sent: true })] : [];
    const reports = sent.map(({ id }) => id);
    const { reference } = await hostileCase(people, words, turn, reports);
    for (const one of sent) await hostileThread(people, words, one);
    if (isTold) await hostileRequest(people, words, reference);
    references?.push(reference);
    codes?.push(...sent.map(({ code }) => code));
    if (isWhole || turn < 4) await waiting(people, words, turn);
    if (turn < 20) drafts?.push((await report(words, { sent: false })).code);
    if (turn === 1)
      await attachReportTo(people.vera, reference, (await report(words, { sent: true })).id, wallClock);
    if (turn % 4 === 0) await hostileImport(people, words, turn);
    if (turn % 4 === 1) await hostileNight(people, words, references ?? []);
  }
  return { references, codes, drafts, counts: words.counts, unfinished: words.unfinished };
});
console.log(JSON.stringify(told));
