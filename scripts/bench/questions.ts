import { desk } from "@/lib/db/desk";
import { windowBetween } from "@/lib/tallies/flows/queries";
import { series, tally } from "@/lib/tallies/queries";
import { type Figure, figure } from "./figures";

const DAY = 86_400_000;
const MOST = 80;

/** Every exact question of the desk and of `tally`, as often as its spread needs. */
export async function* questions(now: Date): AsyncGenerator<Figure> {
  const before = (days: number) => new Date(now.getTime() - days * DAY);
  const pairs = drawnPairs(now);
  const since = (count: number, step: number) => Array.from({ length: count }, (_, n) => before(n * step));
  yield await figure("tally at now, known now", 60, () => tally(desk(), now, now), MOST);
  yield await figure(
    "tally as it was known then, ten years",
    100,
    (n) => tally(desk(), before(n * 36), before(n * 36)),
    MOST,
  );
  yield await figure(
    "tally at any (at, known), ten years",
    200,
    (n) => tally(desk(), ...pair(pairs, n)),
    MOST,
  );
  yield await figure(
    "tally of any past day as known now",
    100,
    (n) => tally(desk(), before(n * 36), now),
    MOST,
  );
  yield await figure("window of a week, reconciled", 40, (n) =>
    windowBetween(desk(), before(n * 80 + 7), before(n * 80)),
  );
  yield await figure("window of a month, reconciled", 40, (n) =>
    windowBetween(desk(), before(n * 80 + 30), before(n * 80)),
  );
  yield await figure("window of a year, reconciled", 20, (n) =>
    windowBetween(desk(), before(n * 150 + 365), before(n * 150)),
  );
  yield await figure(
    "restated weekly series, three years",
    10,
    () => series(desk(), since(157, 7), now),
    1000,
  );
  yield await figure("restated weekly series, twelve years", 5, () => series(desk(), since(624, 7), now));
  yield await figure("restated daily series, a year", 10, () => series(desk(), since(366, 1), now), 1000);
}

/** Moments over ten years, each as known days before, then, or years later; the same on every run. */
function drawnPairs(now: Date): [Date, Date][] {
  let state = 20_260_119;
  const draw = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
  return Array.from({ length: 200 }, () => {
    const at = now.getTime() - draw() * 3650 * DAY;
    const late = draw() < 0.3 ? -30 * DAY * draw() : draw() * (now.getTime() - at);
    return [new Date(at), new Date(at + late)];
  });
}

const pair = (pairs: [Date, Date][], n: number): [Date, Date] =>
  pairs[n % pairs.length] ?? [new Date(0), new Date(0)];
