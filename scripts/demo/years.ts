import type { StaffActor } from "@/lib/auth/actor";
import { draftBalance, signBalance } from "@/lib/balances/commands";
import { declareCoverage, secondCoverage } from "@/lib/balances/coverage/commands";
import { endOfDay } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { confirmNaming, proposeNaming, withdrawNaming } from "@/lib/publication/naming/commands";
import { addDays, atHour, FIRST_DAY, LAST_DAY } from "./calendar";
import { DEMO_SOURCE } from "./population";
import type { StoryCase } from "./shapes";

export interface Team {
  coordinators: [StaffActor, StaffActor];
  editor: StaffActor;
}

/** Mondays with a weekly balance, from the fifth week on. */
const FIRST_BALANCE = "2024-09-02";
/** Release nights with a publication of their own, each before the Monday that follows. */
const RELEASE_NIGHTS = ["2024-12-20", "2025-12-25", "2026-01-09", "2026-01-14", "2026-01-25"];

/** Two coordinators stand behind the span of dates the demonstration answers for. */
export async function declareSpan({ coordinators: [first, second] }: Team): Promise<void> {
  const clock = () => new Date(atHour(FIRST_BALANCE, 8));
  const waiting = await desk().coverage.findFirst({ select: { id: true, secondedAt: true } });
  if (waiting?.secondedAt) return;
  const id = waiting?.id ?? (await declareCoverage(first, { since: FIRST_DAY, until: null }, clock));
  await secondCoverage(second, id, clock);
}

/** Lives through the weeks in their order: names given and withdrawn, release nights, and a signed balance every Monday. */
export async function liveThrough(
  team: Team,
  cases: StoryCase[],
  progress: (share: number) => void,
): Promise<number> {
  const acts = await namingActs(cases);
  const moments = publicationDays();
  const done = await lastPublished();
  let next = acts.findIndex((act) => act.at.getTime() > done);
  if (next < 0) next = acts.length;
  for (const [index, { day, kind }] of moments.entries()) {
    const cutOff = endOfDay(day);
    const known = new Date(cutOff.getTime() + (kind === "weekly" ? 10 : 1) * 3_600_000);
    for (let act = acts[next]; act && act.at <= known; act = acts[++next]) await perform(team, act);
    if (known.getTime() > done) await publish(team, kind, cutOff, known);
    progress((index + 1) / moments.length);
  }
  return moments.length;
}

interface NamingAct {
  kind: "name" | "withdraw";
  caseId: string;
  at: Date;
}

/** When each family's answer about the name takes effect: two days after it was given, or the hour it was withdrawn. */
async function namingActs(cases: StoryCase[]): Promise<NamingAct[]> {
  const rows = await desk().case.findMany({
    where: { source: DEMO_SOURCE },
    select: { id: true, sourceKey: true },
  });
  const ids = new Map(rows.map((row) => [row.sourceKey, row.id]));
  return cases
    .flatMap(({ key, permissions }): NamingAct[] => {
      const permission = permissions.find(({ purpose, granted }) => purpose === "name" && granted);
      const caseId = ids.get(key);
      if (!permission || !caseId) return [];
      const named = new Date(atHour(addDays(permission.knownFrom.slice(0, 10), 3), 9));
      const acts: NamingAct[] = [{ kind: "name", caseId, at: named }];
      if (permission.knownTo) acts.push({ kind: "withdraw", caseId, at: new Date(permission.knownTo) });
      return acts;
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Names where every rule allows it. A refusal is part of the story: not verified, in doubt about the age, already named. */
async function perform(
  { coordinators: [first], editor }: Team,
  { kind, caseId, at }: NamingAct,
): Promise<void> {
  const clock = () => at;
  try {
    if (kind === "withdraw") await withdrawNaming(first, caseId, "The family asked", clock);
    else
      await confirmNaming({ ...first, factorAt: clock() }, await proposeNaming(editor, caseId, clock), clock);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

async function publish(
  { coordinators: [first, second] }: Team,
  kind: "weekly" | "partial",
  at: Date,
  known: Date,
) {
  const clock = () => known;
  try {
    const draft = await draftBalance(first, { kind, at: at.toISOString() }, clock);
    await signBalance({ ...first, factorAt: clock() }, draft, clock);
    await signBalance({ ...second, factorAt: clock() }, draft, clock);
  } catch (error) {
    // A night on which fewer than five things changed has no publication of its own.
    if (!(error instanceof Refusal && error.code === "too_few_changes")) throw error;
  }
}

function publicationDays(): { day: string; kind: "weekly" | "partial" }[] {
  const days: { day: string; kind: "weekly" | "partial" }[] = RELEASE_NIGHTS.map((day) => ({
    day,
    kind: "partial",
  }));
  for (let day = FIRST_BALANCE; day <= LAST_DAY; day = addDays(day, 7)) days.push({ day, kind: "weekly" });
  return days.sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Where an interrupted demonstration goes on. */
async function lastPublished(): Promise<number> {
  const last = await desk().publishedBalance.findFirst({
    orderBy: { known: "desc" },
    select: { known: true },
  });
  return last?.known.getTime() ?? 0;
}
