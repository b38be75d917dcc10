import { dateInCaracas, wallClock } from "@/lib/core/clock";
import { family } from "@/lib/intake/draft/commands";
import { standingOf, threadKeysOf } from "@/lib/intake/flow/rules";
import type { Flow, ReportFlow, View } from "@/lib/intake/flow/schema";
import { problemsOfNews } from "@/lib/intake/news/rules";
import { openReport } from "@/lib/intake/receipt/queries";
import { hasWord } from "@/lib/intake/revocation/queries";
import { markRead } from "@/lib/intake/thread/commands";
import type { PostedForm, Problem } from "@/lib/intake/typed/schema";
import { plain, type Shown } from "../shown";

const returningViews = ["report", "news", "answers", "withdraw", "confirm", "word"] as const;
type ReturningView = (typeof returningViews)[number];
export const isReturning = (view: View): view is ReturningView =>
  (returningViews as readonly View[]).includes(view);

/** What was typed on the page whose answer this is, and the number of the failure where it is one. */
interface Held {
  typed: PostedForm | null;
  trouble?: string;
}

/** The pages of somebody who returned with a code: the report as they may see it, and what they are telling about it. */
export async function showReturning(view: ReturningView, flow: Flow | null, held: Held): Promise<Shown> {
  const standing = flow && standingOf(flow, wallClock());
  if (flow?.kind !== "report" || standing === "over") return plain("ended");
  if (standing === "saving") return mendLate(view, flow, held);
  return showOpen(view, flow, held);
}

/** News that could not be kept as it was, on a page that stood open too long: mended there, while nothing else opens. */
function mendLate(view: ReturningView, late: ReportFlow, { typed }: Held): Shown {
  const { trouble: _told, topic, sealedAt, ...flow } = late;
  if (view !== "news" || !topic || !typed) return plain("ended");
  const { problem: _code, ...boxes } = typed;
  const page = plain(view, { ...flow, topic }, () => new Date(sealedAt));
  return { ...page, typed: boxes, problems: problemsIn(view, late, typed), topic };
}

async function showOpen(view: ReturningView, open: ReportFlow, held: Held): Promise<Shown> {
  const keys = threadKeysOf(open);
  const report = await openReport(keys);
  if (!report) return plain("ended");
  if (view === "report") await markRead(family, keys, wallClock);
  const { trouble: _told, ...standing } = open;
  const extra = view === "report" ? { hasWord: await hasWord(keys) } : {};
  const { problem: _code, ...typed } = held.typed ?? {};
  const problems = held.typed ? problemsIn(view, open, held.typed) : [];
  const isBroken = held.trouble !== undefined && problems.length === 0;
  const { topic, said, choice } = open;
  const shown = {
    report,
    typed,
    problems,
    topic,
    said,
    choice,
    ...extra,
    ...(isBroken && { trouble: held.trouble }),
  };
  return { ...plain(view, standing), ...shown };
}

function problemsIn(view: ReturningView, { topic }: ReportFlow, typed: PostedForm): Problem[] {
  if (view === "report" && typed.problem) return [{ field: "words", key: typed.problem }];
  if (view === "word") return typed.problem ? [{ field: fieldOf(typed.problem), key: typed.problem }] : [];
  if (view === "confirm" && typed.problem) return [{ field: "confirmar", key: typed.problem }];
  if (view !== "news") return [];
  if (typed.problem) return [{ field: topic ? "account" : "kind", key: typed.problem }];
  return topic ? problemsOfNews(topic, typed, dateInCaracas(wallClock())) : [];
}

const fieldOf = (problem: string) =>
  ["word_short", "word_exists", "too_long"].includes(problem) ? "word" : "code";
