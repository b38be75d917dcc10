import { draftBalance, signBalance } from "@/lib/balances/commands";
import { dateInCaracas, endOfDay } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import type { Figure } from "./figures";
import type { Bench } from "./registry";

const MOST = 15;
const WEEK = 7 * 86_400_000;

/**
 * Two weekly balances, a week apart, each drafted by one coordinator and signed by both. The second has everything a balance can
 * have: what changed since the first, the restated series of all coverage, the window of every claim inside it.
 */
export async function* balances({ team: [first, second], clock }: Bench): AsyncGenerator<Figure> {
  const begun = clock().getTime();
  const publish = async (known: Date) => {
    const at = endOfDay(dateInCaracas(new Date(known.getTime() - 86_400_000)));
    const then = () => known;
    const start = performance.now();
    const draft = await draftBalance(first, { kind: "weekly", at: at.toISOString() }, then);
    const drafted = performance.now();
    await signBalance({ ...first, factorAt: then() }, draft, then);
    await signBalance({ ...second, factorAt: then() }, draft, then);
    return { draft, drafting: (drafted - start) / 1000, whole: (performance.now() - start) / 1000 };
  };
  const seconds = (what: string, value: number, most?: number): Figure => ({
    what,
    unit: "s",
    p50: value,
    p95: value,
    ...(most === undefined ? {} : { bound: { most } }),
  });
  const opening = await publish(new Date(begun));
  yield seconds("a balance, drafted and signed twice", opening.whole, MOST);
  const next = await publish(new Date(begun + WEEK));
  const row = await desk().publishedBalance.findUniqueOrThrow({
    where: { id: next.draft },
    select: { content: true },
  });
  const { series, claims } = row.content as { series: unknown[]; claims: unknown[] };
  yield seconds("the next, with change, series and claims", next.whole, MOST);
  yield seconds(`  drafting: ${series.length} weeks, ${claims.length} claims`, next.drafting);
}
