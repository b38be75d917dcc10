import { dateInCaracas, wallClock } from "@/lib/core/clock";
import { family } from "@/lib/intake/draft/commands";
import { threadKeysOf } from "@/lib/intake/flow/rules";
import type { Flow, ReportFlow, View } from "@/lib/intake/flow/schema";
import { problemsOfNews } from "@/lib/intake/news/rules";
import { openReport } from "@/lib/intake/receipt/queries";
import { markRead } from "@/lib/intake/thread/commands";
import type { PostedForm, Problem } from "@/lib/intake/typed/schema";
import { plain, type Shown } from "../shown";

const returningViews = ["report", "news", "answers", "withdraw", "confirm"] as const;
type ReturningView = (typeof returningViews)[number];
export const isReturning = (view: View): view is ReturningView =>
  (returningViews as readonly View[]).includes(view);

/** What was typed on the page whose answer this is, and the number of the failure where it is one. */
interface Held {
  typed: PostedForm | null;
  trouble?: string;
}

/** The pages of somebody who returned with a code: the report as they may see it, and what they are telling about it. */
export async function showReturning(view: ReturningView, open: Flow | null, held: Held): Promise<Shown> {
  if (open?.kind !== "report") return plain("ended");
  const keys = threadKeysOf(open);
  const report = await openReport(keys);
  if (!report) return plain("ended");
  if (view === "report") await markRead(family, keys, wallClock);
  const { trouble: _told, ...standing } = open;
  const { problem: _code, ...typed } = held.typed ?? {};
  const problems = held.typed ? problemsIn(view, open, held.typed) : [];
  const isBroken = held.trouble !== undefined && problems.length === 0;
  const { topic, said, choice } = open;
  const shown = { report, typed, problems, topic, said, choice, ...(isBroken && { trouble: held.trouble }) };
  return { ...plain(view, standing), ...shown };
}

function problemsIn(view: ReturningView, { topic }: ReportFlow, typed: PostedForm): Problem[] {
  if (view === "confirm" && typed.problem) return [{ field: "confirmar", key: typed.problem }];
  if (view !== "news") return [];
  if (typed.problem) return [{ field: topic ? "account" : "kind", key: typed.problem }];
  return topic ? problemsOfNews(topic, typed, dateInCaracas(wallClock())) : [];
}
