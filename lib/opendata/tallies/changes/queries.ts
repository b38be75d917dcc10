import { dateInCaracas } from "@/lib/core/clock";
import { latestBalance } from "../../balances/queries";
import type { JoinedChange } from "../joins/schema";
import { joinedBetween } from "../queries";
import { seriesPoints } from "../series/rules";
import type { SeriesPoint } from "../series/schema";
import { listCorrections, listMarks, listSteps } from "../steps/queries";
import type { Mark, Step } from "../steps/schema";
import { type ChangesAsked, pageFromEnd } from "./rules";

const STEPS_SHOWN = 10;
const CUT_OFFS_SHOWN = 26;

/** The account between the two balances asked for, the earlier first whichever was named first; or why there is none. */
export type Chosen = { from: Mark; to: Mark; joined: JoinedChange } | "same" | "unknown" | null;

export interface Changes {
  marks: Mark[];
  /** What the form shows as chosen. */
  from: string;
  to: string;
  chosen: Chosen;
  steps: { items: Step[]; next: string | null };
  corrections: Step[];
  series: { points: SeriesPoint[]; next: string | null };
}

/** Everything the page of changes prints; null before the first balance. */
export async function findChanges(asked: ChangesAsked): Promise<Changes | null> {
  const latest = await latestBalance();
  if (!latest) return null;
  const [marks, corrections, steps] = await Promise.all([
    listMarks(),
    listCorrections(),
    listSteps(asked.steps, STEPS_SHOWN).then((page) => page ?? listSteps(undefined, STEPS_SHOWN)),
  ]);
  return {
    marks,
    from: asked.from ?? marks[1]?.slug ?? "",
    to: asked.to ?? marks[0]?.slug ?? "",
    chosen: await choose(marks, asked),
    steps: steps ?? { items: [], next: null },
    corrections,
    series: pageFromEnd(seriesPoints(latest.content), asked.cutOffs, closingDay, CUT_OFFS_SHOWN),
  };
}

async function choose(marks: readonly Mark[], { from, to }: ChangesAsked): Promise<Chosen> {
  if (!from && !to) return null;
  const places = [from ?? marks[1]?.slug, to ?? marks[0]?.slug].map((name) =>
    marks.findIndex(({ slug }) => slug === name),
  );
  const [first, last] = [marks[Math.max(...places)], marks[Math.min(...places)]];
  if (!first || !last || places.includes(-1)) return "unknown";
  if (first === last) return "same";
  const { joined } = await joinedBetween(first, last);
  return joined && { from: first, to: last, joined };
}

const closingDay = ({ at }: SeriesPoint): string => dateInCaracas(new Date(Date.parse(at) - 1));
