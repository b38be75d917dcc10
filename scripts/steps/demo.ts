import { readFileSync } from "node:fs";
import { join } from "node:path";
import { actorFor } from "@/lib/auth/sign-in";
import { writeSite } from "@/lib/balances/site/commands";
import { desk } from "@/lib/db/desk";
import { bringIn } from "../demo/bring-in";
import { atHour, LAST_DAY } from "../demo/calendar";
import { DEMO_SOURCE, population } from "../demo/population";
import { sendReplies } from "../demo/replies";
import { sendReports } from "../demo/reports";
import { declareSpan, liveThrough, type Team } from "../demo/years";
import type { FirstStart } from "../up/first-data";

export const name = "Demonstration";
export const order = 40;
export const asked = ({ demo }: Pick<FirstStart, "demo">) => demo;

const REPORTS = 26;

/**
 * An invented registry with a year and a half behind it, made through the commands with the clock of the story: the same people
 * and numbers every time. An interrupted one goes on where it stopped; a finished one is left alone.
 */
export async function run({ dataDir, demo, progress }: FirstStart): Promise<string | undefined> {
  if (!demo) return undefined;
  await writeSite({ demonstration: true, organisation: "Vigilia", gate: 50 });
  const lastEvening = () => new Date(atHour(LAST_DAY, 23, 30));
  const team = await demoTeam(dataDir);
  const cases = population();
  const here = await desk().case.count({ where: { source: DEMO_SOURCE } });
  if (here < cases.length)
    await bringIn(team.coordinators, cases, lastEvening, (share) => progress(share * 0.2));
  await declareSpan(team);
  const moments = await liveThrough(team, cases, (share) => progress(0.2 + share * 0.75));
  if ((await desk().report.count()) < REPORTS) await sendReports(REPORTS, lastEvening());
  await sendReplies(lastEvening());
  progress(1);
  return `${cases.length} invented people, ${moments} publication moments`;
}

async function demoTeam(dataDir: string): Promise<Team> {
  const accounts: { username: string; password: string }[] = JSON.parse(
    readFileSync(join(dataDir, "demo-accounts.json"), "utf8"),
  );
  const clock = () => new Date(atHour("2024-09-01", 8));
  const actor = async (username: string) => {
    const account = accounts.find((one) => one.username === username);
    if (!account) throw new Error(`no demonstration sign-in for ${username}`);
    return actorFor(username, account.password, clock);
  };
  return { coordinators: [await actor("carmen"), await actor("carlos")], editor: await actor("elena") };
}
