import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import sharp from "sharp";
import type { StaffActor } from "@/lib/auth/actor";
import { actorFor } from "@/lib/auth/sign-in";
import { attachReportTo } from "@/lib/cases/dossier/commands";
import { CONSENT_TEXT } from "@/lib/consent/rules";
import { wallClock } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import { receiveDocument } from "@/lib/intake/documents/commands";
import { beginReport, saveStep, sendReport } from "@/lib/intake/draft/commands";
import { newCode } from "@/lib/vault/receipt";
import { listPairs } from "@/lib/vetting/pairs/queries";
import { askFamily, assignReport, snoozeReport } from "@/lib/vetting/reports/commands";
import { withDesk } from "../../../../scripts/cli/with-desk";
import type { DemoAccount } from "../../../support/server";
import { hostileCase, type Team } from "./case";
import { hostileOriginal } from "./originals";
import { PlainWords } from "./plain";
import { addReaders, openersOf } from "./readers";
import { draftOne, hostileFigures, hostileImport, hostileNight } from "./registry";
import { hostileReply } from "./replies";
import { hostileRequest, hostileThread, oneLine } from "./said";
import { hostileWho } from "./who";
import { Words } from "./words";

const family = { kind: "family" } as const;
/** The report that came with a picture, and what it shows: nothing. */
const pictured: string[] = [];
const paper = { width: 160, height: 120, channels: 3 as const, background: "#f6f4ef" };
/** Nobody may open more than 120 people in an hour: whole, the proof needs many who read, and several who write. */
const READERS = 64;
const OPENERS = 8;
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
        address: words.of("contact.address", { most: 100, takes: oneLine }),
        safeWord: words.of("contact.safeWord", { most: 40, takes: oneLine }),
      },
    ],
    ["permissions", { permit_un: "yes", permit_name: "no" }],
  ] as const)
    await saveStep(family, { keys, step, posted }, wallClock);
  const withPhoto = sent && pictured.length === 0;
  if (withPhoto) {
    const file = Readable.from([await sharp({ create: paper }).jpeg().toBuffer()]);
    await receiveDocument(family, keys, { name: "boleta.jpg", file }, wallClock);
  }
  if (sent) await sendReport(family, keys, wallClock);
  const [fresh] = await desk().report.findMany({ where: { id: { notIn: [...seen] } }, select: { id: true } });
  if (fresh) seen.add(fresh.id);
  if (fresh && withPhoto) pictured.push(fresh.id);
  return { code, id: fresh?.id ?? "" };
}

/** A report that stays in the queue: put off, asked about, or in somebody's charge. */
async function waiting(
  { ines, vera, carlos }: Team,
  words: Words,
  turn: number,
  opener?: StaffActor,
): Promise<{ code: string; id: string }> {
  const sent = await report(words, { sent: true });
  const { id } = sent;
  if (opener) await hostileThread(opener, words, sent);
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
  return sent;
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
const isWhole = much === "whole";
/** Nothing hostile: a case whose decision waits and one that was decided, and all that stands around them, in ordinary words. */
const isPlain = much === "plain";
const told = await withDesk(dataDir, async () => {
  const people = await team(dataDir);
  for (const { id } of await desk().report.findMany({ select: { id: true } })) seen.add(id);
  const words = isPlain ? new PlainWords() : new Words(isWhole);
  const [references, codes, drafts, imported]: [string[], string[], string[], string[]] = [[], [], [], []];
  const readers = isWhole ? await addReaders(people.carmen, dataDir, READERS) : [];
  const openers = isWhole ? await openersOf(OPENERS, readers, dataDir) : [people.vera];
  const openerOf = (turn: number) => openers[turn % openers.length] ?? people.vera;
  const copied = isPlain ? await draftOne(people, words) : await hostileFigures(people, words, isWhole);
  const more = (turn: number) => (isPlain ? turn < 4 : turn < 4 || (!words.isDone && turn < 400));
  for (let turn = isPlain ? 1 : 0; more(turn); turn += isPlain ? 2 : 1) {
    for (const one of Object.values(people)) Object.assign(one, { factorAt: wallClock() });
    const sent = [await report(words, { sent: true })];
    const reports = sent.map(({ id }) => id);
    const one = await hostileCase(people, words, turn, reports);
    for (const receipt of sent) await hostileThread(openerOf(turn), words, receipt);
    for (let next = 0; next < words.many(5); next++)
      sent.push(await waiting(people, words, turn + next, isWhole ? openerOf(turn) : undefined));
    await hostileOriginal(people, words, pictured[0] ?? "");
    await hostileRequest(people, words, one.reference);
    codes.push(await hostileReply(people, words, { reference: one.reference, turn }));
    await hostileWho(people, openerOf(turn), words, one);
    references.push(one.reference);
    codes.push(...sent.map(({ code }) => code));
    if (turn < 20) drafts.push((await report(words, { sent: false })).code);
    if (turn === 1)
      await attachReportTo(people.vera, one.reference, (await report(words, { sent: true })).id, wallClock);
    const brought = isWhole || turn % 4 === (isPlain ? 1 : 0) ? await hostileImport(people, words, turn) : [];
    imported.push(...brought);
    if (isWhole || (isPlain && turn === 1))
      await hostileNight(people, words, [...references.slice(-2), ...brought]);
    else if (turn % 4 === 1) await hostileNight(people, words, references);
    if (isWhole && turn % 10 === 9)
      console.error(`${turn + 1} cases; waiting: ${words.unfinished.join(" ")}`);
  }
  const [paired] = (await listPairs(people.carmen, "likely", 0, wallClock)).rows;
  return {
    references,
    codes,
    drafts,
    imported,
    pictured,
    copied,
    paired: paired?.id ?? "",
    readers,
    counts: words.counts,
    unfinished: words.unfinished,
  };
});
console.log(JSON.stringify(told));
