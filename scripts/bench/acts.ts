import { recordFact } from "@/lib/cases/facts/commands";
import { proposeRetraction } from "@/lib/cases/facts/retraction/commands";
import type { WrittenFact } from "@/lib/cases/facts/schema";
import { newId } from "@/lib/core/ids";
import { desk } from "@/lib/db/desk";
import { confirmFact, confirmRetraction } from "@/lib/publication/facts/commands";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { type Figure, figure } from "./figures";
import type { Bench } from "./registry";

const TIMES = 60;
const MOST = 150;

/** What one act of staff takes, its recount and the page of a named person included; each on its own case, some of long histories. */
export async function* acts({ team: [first, second], clock }: Bench): AsyncGenerator<Figure> {
  const cases = await heldCases();
  const at = (n: number) => cases[n % cases.length] ?? { id: "", episode: 1 };
  const today = clock().toISOString();
  const record = async (fact: (episode: number) => WrittenFact, offset: number) => {
    const ids: string[] = [];
    for (let n = 0; n < TIMES; n++) {
      const { id, episode } = at(n + offset);
      ids.push(await recordFact(first, id, fact(episode), clock));
    }
    return ids;
  };
  const now = { earliest: today, latest: today };
  const moves = await record(
    (episode) => ({
      track: "custody",
      state: "located_contact",
      episode,
      effective: now,
      facility: "RODEO1",
      sources: [{ kind: "lawyer", origin: "other:bench" }],
    }),
    0,
  );
  const exits = await record(
    (episode) => ({ track: "custody", state: "released_with_measures", episode, effective: now }),
    TIMES,
  );
  const visits = await record(() => ({ track: "remedy", state: "visit", effective: now }), 0);
  const confirm = (ids: string[]) => (n: number) => confirmFact(second, ids[n] ?? "", clock);
  const later = () => new Date(clock().getTime() + 1000);
  yield await figure("confirming a custody fact, recounted", TIMES, confirm(moves), MOST);
  yield await figure("confirming a release, recounted", TIMES, confirm(exits), MOST);
  yield await figure("confirming a visit", TIMES, confirm(visits), MOST);
  const leaving: string[] = [];
  for (const exit of exits) leaving.push(await proposeRetraction(first, exit, "bench", later));
  yield await figure(
    "retracting a release, recounted",
    TIMES,
    (n) => confirmRetraction(second, leaving[n] ?? "", later),
    MOST,
  );
  yield await figure(
    "permission to count withdrawn, recounted",
    TIMES,
    (n) =>
      recordPermission(
        second,
        at(n + 2 * TIMES).id,
        { purpose: "count", granted: false, givenBy: "relative", standing: true, textVersion: null },
        later,
      ),
    MOST,
  );
}

/** Cases of people counted now, each with the episode they are in: other ones at every run. */
async function heldCases(): Promise<{ id: string; episode: number }[]> {
  return desk().$queryRaw<{ id: string; episode: number }[]>`
    SELECT c.id, i.episode FROM registry.custody_intervals i JOIN registry.cases c ON c.person_id = i.person_id
    WHERE i.counted AND upper_inf(i.during) AND upper_inf(i.known)
    ORDER BY md5(c.id::text || ${newId()}) LIMIT ${3 * TIMES}`;
}
