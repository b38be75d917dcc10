import { wallClock } from "@/lib/core/clock";
import { standingOf } from "@/lib/intake/flow/rules";
import type { Flow, ReportFlow } from "@/lib/intake/flow/schema";
import type { PostedForm } from "@/lib/intake/typed/schema";
import { freshFlow } from "../answer";
import type { Standing } from "../flow-cookie";
import { hold } from "../held";

/**
 * What somebody who returned does, while their page may still be saved from. A page that stood open longer than half an hour is kept
 * and ends there: it opens nothing.
 */
export async function returning(
  flow: Flow | null,
  act: (open: ReportFlow) => Promise<Standing>,
): Promise<Standing> {
  const standing = flow && standingOf(flow, wallClock());
  if (flow?.kind !== "report" || standing === "over") return freshFlow("ended");
  const next = await act(flow);
  if (standing === "open" || next.trouble) return next;
  const isKept = next.kind === "report" && next.said !== undefined;
  return isKept ? freshFlow("ended", { saved: "yes" }) : freshFlow("ended");
}

/** The flow of an opened report as it goes on to another page: what was said once is not said again. */
export function at(open: ReportFlow, view: Flow["at"]): Extract<Standing, { kind: "report" }> {
  const { kind, lookup, publicKey, privateKey, visit } = open;
  return { kind, at: view, lookup, publicKey, privateKey, visit };
}

/** The same page again in this very answer, with what was typed and what is wrong with it. */
export function mend(
  open: ReportFlow,
  view: "report" | "news" | "confirm" | "word",
  typed: PostedForm,
  about: Pick<ReportFlow, "topic" | "choice"> = {},
): Standing {
  return { ...at(open, view), ...about, trouble: hold(typed) };
}
