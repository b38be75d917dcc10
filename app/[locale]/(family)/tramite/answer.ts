import { redirect } from "next/navigation";
import { type Clock, wallClock } from "@/lib/core/clock";
import { surface } from "@/lib/core/env";
import { newTroubleNumber } from "@/lib/core/ids";
import { logFailure } from "@/lib/core/log";
import { Refusal } from "@/lib/core/refusal";
import type { Locale } from "@/lib/i18n/locales";
import { isEnded } from "@/lib/intake/flow/queries";
import { busyNumber, standingOf } from "@/lib/intake/flow/rules";
import type { Flow } from "@/lib/intake/flow/schema";
import { newCode } from "@/lib/intake/receipt/queries";
import type { PostedForm } from "@/lib/intake/typed/schema";
import { addressOf } from "./addresses";
import { keepsCookies, type Standing, setFlow } from "./flow-cookie";
import { hold } from "./held";
import { readPosted } from "./posted";

export interface Posted {
  locale: Locale;
  flow: Flow | null;
  typed: PostedForm;
}
/**
 * Answers a posted form. A browser that keeps cookies is sent on to the next page's address, so that reloading posts nothing
 * again; for one that does not, the next page is drawn in this very answer. What breaks never ends in an empty page, and
 * what was typed comes back with it.
 */
export async function answerPost(
  form: FormData,
  decide: (posted: Posted) => Promise<Standing>,
): Promise<void> {
  if (surface() === "desk") throw new Error("the desk takes no reports from families");
  const posted = await readPosted(form);
  const keeps = await keepsCookies();
  const next = await stillOpen(posted)
    .then(decide)
    .catch((error: unknown) => whenRefused(error, posted));
  await setFlow({ ...next, visit: next.visit ?? posted.flow?.visit }, whenSealed(posted.flow, next));
  // An empty anchor, or the browser would carry the one of the page before along.
  if (keeps && !next.trouble) redirect(`${addressOf(next.at, posted.locale)}#`);
}

/** A flow with nothing in it but a code that may be given: where everybody begins, and where a visit ends. */
export const freshFlow = (at: Flow["at"], typed?: PostedForm): Standing => ({
  kind: "before",
  at,
  code: newCode(),
  ...(typed && { typed }),
});

/** A page of a sent report that stood open too long stays as old as it is, however often it is posted: nothing opens by a mistake in it. */
function whenSealed(flow: Flow | null, next: Standing): Clock {
  const isLate = flow?.kind === "report" && standingOf(flow, wallClock()) !== "open";
  return isLate && next.kind === "report" ? () => new Date(flow.sealedAt) : wallClock;
}

/** The same post without its flow, where somebody left that visit. */
async function stillOpen(posted: Posted): Promise<Posted> {
  if (posted.flow && (await isEnded(posted.flow))) posted.flow = null;
  return posted;
}

function whenRefused(error: unknown, { flow, typed }: Posted): Standing {
  if (error instanceof Refusal && error.code === "reception_closed") return freshFlow("closed");
  if (error instanceof Refusal && error.code === "draft_expired") return freshFlow("ended");
  // Taken back meanwhile, from another phone or by staff: it opens nothing here either.
  if (error instanceof Refusal && error.code === "code_unknown") return freshFlow("ended");
  if (error instanceof Refusal && error.code === "server_busy")
    return { ...(flow ?? freshFlow("trouble")), trouble: hold(typed, busyNumber(newTroubleNumber())) };
  const reference = hold(typed);
  if (!(error instanceof Refusal)) logFailure("page.broken", error, { zone: "family", digest: reference });
  return { ...(flow ?? freshFlow("trouble")), trouble: reference };
}
