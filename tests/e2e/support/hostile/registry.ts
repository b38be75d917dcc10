import { createHash } from "node:crypto";
import { draftBalance, signBalance } from "@/lib/balances/commands";
import { declareCoverage, secondCoverage } from "@/lib/balances/coverage/commands";
import { writeSite } from "@/lib/balances/site/commands";
import { discardBatch } from "@/lib/cases/exchange/batches/commands";
import { confirmRegistry, stageRegistry } from "@/lib/cases/exchange/commands";
import { importClaims } from "@/lib/claims/commands";
import { columns } from "@/lib/claims/file/schema";
import { listLedger } from "@/lib/claims/ledger/queries";
import { purposes } from "@/lib/consent/schema";
import { type Clock, wallClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { desk } from "@/lib/db/desk";
import { recordOwnAnswer } from "@/lib/vetting/contacts/asked/commands";
import { ownAnswer } from "@/lib/vetting/contacts/asked/schema";
import { recordNight } from "@/lib/vetting/night/commands";
import { answerNight, preciseNight } from "@/lib/vetting/night/confirming/commands";
import { findSheetFacts } from "@/lib/vetting/night/sheets/queries";
import { population, populationFile } from "../../../../scripts/demo/population";
import type { Team } from "./case";
import { archiveText, hostileEntries } from "./entries";
import type { Words } from "./words";

const DAY = 86_400_000;
const sources = [{ kind: "ngo_list", origin: "ngo:lista" }];
const controls = /[\p{Cc}\p{Cs}\p{Cf}\uFFFD\u2028\u2029]/u;
/** Files with hidden characters are refused whole, before anything is kept. */
const isPlain = (text: string) => !controls.test(text);

function file(lines: readonly unknown[]) {
  const texts = lines.map((line) => JSON.stringify(line));
  return {
    sha256: new Uint8Array(createHash("sha256").update(texts.join("\n")).digest()),
    async *lines() {
      for (const [index, text] of texts.entries()) yield { line: index + 1, text };
    },
  };
}

/** A registry file of another organisation: one batch waits, with bad lines among its rows; another is confirmed, a third put aside. */
export async function hostileImport({ carmen, carlos }: Team, words: Words, turn: number): Promise<string[]> {
  const short = (field: string, most = 120) => words.of(`import.${field}`, { most, takes: isPlain });
  const lines = (key: string) => [
    {
      ...{ type: "registry", version: 1, exportedAt: "2026-01-06T00:00:00Z", history: "now" },
      source: `${short("source", 140)}${turn}${key}`,
    },
    ...[1, 2, 3].map((row) => ({
      type: "case",
      key: `${short("key", 140)}${turn}${key}${row}`,
      person: {
        givenNames: short("givenNames"),
        surnames: short("surnames"),
        aliases: [short("aliases")],
        sectors: [short("sectors", 80)],
      },
      permissions: [{ purpose: "count", granted: true, givenBy: short("givenBy", 60) }],
      facts: [
        {
          ...{
            track: "custody",
            state: "apprehended",
            episode: 1,
            effective: { earliest: "2026-01-05", latest: "2026-01-05" },
            sources,
          },
          ...{ facility: short("facility", 80), forces: [short("forces", 80)] },
          ...{ authority: short("authority", 200), result: short("result", 200) },
        },
        { track: "vetting", state: "verified_political", effective: { earliest: "2026-01-05" }, sources: [] },
      ],
    })),
    { type: short("bad", 100), key: short("bad", 100) },
    { type: "case", key: short("bad", 100), person: { givenNames: 7, surnames: short("bad", 100) } },
  ];
  const bring = (key: string) =>
    stageRegistry(carmen, file(lines(`${key}${newId()}`)), { skipBad: true }, wallClock);
  await bring("w");
  const { batchId } = await bring("c");
  await confirmRegistry(carlos, batchId, wallClock);
  const why = words.of("discard.why", { most: 500, least: 3 });
  await discardBatch(carlos, { id: (await bring("d")).batchId, why }, wallClock);
  const { source } = await desk().importBatch.findUniqueOrThrow({
    where: { id: batchId },
    select: { source: true },
  });
  const brought = await desk().case.findMany({ where: { source }, select: { reference: true } });
  return brought.map(({ reference }) => reference);
}

/** A sheet of a night: one release waits, one is refused with a reason, one is known and said more exactly. */
export async function hostileNight(
  { vera, victor }: Team,
  words: Words,
  references: string[],
): Promise<void> {
  const day = { earliest: "2026-01-06", latest: "2026-01-06" };
  const rows = references.map((reference) => ({
    ...{ reference, kind: "released_unspecified" as const, effective: day },
    facility: words.of("night.facility", { most: 80 }),
  }));
  const sheet = await recordNight(vera, { id: newId(), sources, rows }, wallClock);
  const [first, second, _waits, ...others] = await findSheetFacts(desk(), sheet);
  const refuse = second
    ? [{ factId: second.id, why: words.of("night.refused", { most: 500, least: 3 }) }]
    : [];
  const confirm = [first, ...(words.many(2) > 1 ? others : [])].flatMap((one) => (one ? [one.id] : []));
  await answerNight(victor, { sheet, confirm, refuse }, wallClock);
  if (!first) return;
  const released = await desk().fact.findMany({ where: { id: { in: confirm } }, select: { caseId: true } });
  for (const { caseId } of released) await recordOwnAnswer(vera, caseId, ownWords(words), wallClock);
  const why = words.of("night.why", { most: 500, least: 3 });
  const exact = {
    sheet,
    why,
    sources,
    rows: [{ factId: first.id, kind: "released_with_measures" as const }],
  };
  await preciseNight(vera, exact, wallClock);
}

/** What a released person answered, and how whoever asked made sure that it was them. */
const ownWords = (words: Words) => ({
  askedBy: words.of("asked.by", { most: 100, least: 2 }),
  means: "telephone" as const,
  on: "2026-01-07",
  checked: words.of("asked.checked", { most: 1000, least: 3 }),
  answers: ownAnswer.shape.answers.parse(Object.fromEntries(purposes.map((one) => [one, one === "count"]))),
});

/** People to count where none were, under a coverage that two declared; answers how many balances there are. */
async function peopleToCount({ carmen, carlos }: Pick<Team, "carmen" | "carlos">): Promise<number> {
  const published = await desk().publishedBalance.count();
  if (published === 0) {
    const lines = populationFile(population(60))
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    const { batchId, confirmed } = await stageRegistry(carmen, file(lines), { skipBad: false }, wallClock);
    if (confirmed) return published;
    await confirmRegistry(carlos, batchId, wallClock);
    const span = await declareCoverage(carmen, { since: "2024-07-28" }, wallClock);
    await secondCoverage(carlos, span, wallClock);
  }
  return published;
}

/** A balance that waits for its first signature, and a source archived beside a figure: answers the figure. */
export async function draftOne(team: Team, words: Words): Promise<string> {
  await peopleToCount(team);
  const { after, clock } = (await dayAfterTheLast()) ?? {
    after: new Date("2026-01-20T04:00:00Z"),
    clock: wallClock,
  };
  const blurWhy = words.of("balance.blurWhy", { most: 500, least: 10 });
  await draftBalance(team.carmen, { kind: "weekly", at: after.toISOString(), blurWhy }, clock);
  const page = { view: "all", words: "", page: 1 } as const;
  const [figure] = (await listLedger(team.carmen, page, (claimant) => claimant)).rows;
  return archiveText(team.carmen, figure?.claim.id ?? "", "<p>Hay novecientas personas detenidas.</p>");
}

/** The last balance, the day after it, and a clock by which that day is over: another journey may have published ahead of the wall's. */
async function dayAfterTheLast(): Promise<{ slug: string; after: Date; clock: Clock } | undefined> {
  const [last] = await desk().publishedBalance.findMany({
    orderBy: { at: "desc" },
    select: { slug: true, at: true, known: true },
    take: 1,
  });
  if (!last) return undefined;
  const after = new Date(last.at.getTime() + DAY);
  const moment = new Date(Math.max(Date.now(), after.getTime() + 60_000, last.known.getTime() + 60_000));
  return { slug: last.slug, after, clock: () => moment };
}

/** What the public reads in words: figures of others, why a balance corrects another, and who publishes. */
export async function hostileFigures(
  { carmen, carlos }: Team,
  words: Words,
  isWhole: boolean,
): Promise<string> {
  const cell = (field: string, most: number) =>
    words.of(`claim.${field}`, {
      most,
      pack: 1,
      takes: (text) => isPlain(text) && !/^[=+\-@\t]/.test(text),
    });
  const row = (turn: number) => ({
    ...{ claim_id: `x7-${turn}`, stated_on: "2026-01-05", as_of: "2026-01-05", claimant: "foro-penal" },
    ...{
      claimant_kind: "ngo",
      measure: "held_now",
      value: "7",
      qualifier: "exact",
      population: "all",
      kind: "stock",
    },
    ...{ stage: "reported", names_published: "unknown", unit: "persons", house_arrest_counted: "unknown" },
    source_title: cell("title", 200),
    source_outlet: cell("outlet", 120),
    source_url: "https://x7.invalid/%22onfocus=x7()",
    quote: cell("quote", 60),
    note: cell("note", 300),
  });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = Array.from({ length: isWhole ? 360 : 80 }, (_, turn): Record<string, string> => row(turn));
  const csv = [
    columns.join(","),
    ...rows.map((one) => columns.map((column) => quoted(one[column] ?? "")).join(",")),
  ].join("\n");
  await importClaims({ kind: "operator" }, `${csv}\n`, wallClock);
  const copied = await hostileEntries({ carmen, carlos }, words, cell);

  const published = await peopleToCount({ carmen, carlos });
  const organisation = words.of("site.organisation", { most: 200 });
  await writeSite({ demonstration: false, organisation, gate: 5 });
  const drafted = async (at: Date, clock: Clock, corrects?: { slug: string; why: string }) => {
    const id = await draftBalance(
      carmen,
      {
        kind: "weekly",
        at: at.toISOString(),

        blurWhy: words.of("balance.blurWhy", { most: 500, least: 10 }),
        ...(corrects && { corrects }),
      },
      clock,
    );
    await signBalance({ ...carmen, factorAt: clock() }, id, clock);
    return id;
  };
  const midnight = new Date(Date.now() - 86_400_000).toISOString().replace(/T.*/, "T04:00:00Z");
  const dayAgo = (days: number) => new Date(new Date(midnight).getTime() - days * DAY);
  if (published === 0)
    await signBalance(carlos, await drafted(dayAgo(isWhole ? 34 : 12), wallClock), wallClock);
  for (let turn = 0; turn < (isWhole ? 32 : 1); turn++) {
    const next = await dayAfterTheLast();
    if (!next) return copied;
    const { slug, after, clock } = next;
    const why = words.of("balance.why", { most: 2000, least: 10, pack: 60 });
    await signBalance({ ...carlos, factorAt: clock() }, await drafted(after, clock, { slug, why }), clock);
  }
  return copied;
}
