import { unstable_rethrow } from "next/navigation";
import { toDataURL } from "qrcode";
import { cache } from "react";
import { dateInCaracas, wallClock } from "@/lib/core/clock";
import { origin } from "@/lib/core/env";
import { newTroubleNumber } from "@/lib/core/ids";
import { logFailure } from "@/lib/core/log";
import { countDocuments, listDocuments } from "@/lib/intake/documents/queries";
import { isDemonstration, openDraft, receptionIsOpen } from "@/lib/intake/draft/queries";
import { isReady, problemsOf } from "@/lib/intake/draft/rules";
import { type Draft, questionsForm, type Step, steps } from "@/lib/intake/draft/schema";
import { isEnded } from "@/lib/intake/flow/queries";
import { draftKeysOf, isBusyNumber, standingOf, threadKeysOf } from "@/lib/intake/flow/rules";
import type { Flow, View } from "@/lib/intake/flow/schema";
import { replyForm } from "@/lib/intake/replies/schema";
import { type PostedForm, problemsIn } from "@/lib/intake/typed/schema";
import { addressOf } from "./addresses";
import { freshFlow } from "./answer";
import { answersPost, carriedFlow } from "./flow-cookie";
import { heldUnder } from "./held";
import { isReturning, showReturning } from "./respuesta/load";
import { plain, type Shown } from "./shown";

/**
 * What to show at an address: what the flow allows, never more. Shared by title and page. Whatever breaks becomes a page
 * that says so, with a number; the log gets that number and a code.
 */
export const loadPage = cache(async (asked: View): Promise<Shown> => {
  try {
    const carried = await carriedFlow();
    const flow = carried && !(await isEnded(carried)) ? carried : null;
    const view = flow && (await answersPost()) ? flow.at : asked;
    const shown = await load(view, flow);
    return { ...shown, demo: await isDemonstration() };
  } catch (error) {
    unstable_rethrow(error);
    const reference = newTroubleNumber();
    logFailure("page.broken", error, { zone: "family", digest: reference });
    return { ...plain("trouble"), trouble: reference };
  }
});

async function load(view: View, flow: Flow | null): Promise<Shown> {
  const trouble = (await answersPost()) ? flow?.trouble : undefined;
  const held = heldUnder(trouble);
  if (held && view === "resume") return ofResume(held);
  if (trouble && !(held && keepsTyped(view, trouble))) return { ...plain("trouble"), trouble };
  const open = flow && standingOf(flow, wallClock()) === "open" ? flow : null;

  switch (view) {
    case "start":
      return plain((await receptionIsOpen()) ? "start" : "closed");
    case "questions": {
      if (!(await receptionIsOpen())) return plain("closed");
      const before = flow?.kind === "before" && flow.at === view ? flow : freshFlow(view);
      if (held)
        return { ...plain(view, before), typed: held, problems: [{ field: "store", key: "server_busy" }] };
      const typed = "typed" in before ? before.typed : undefined;
      return {
        ...plain(view, before),
        typed: typed ?? {},
        problems: typed ? problemsIn(questionsForm, typed) : [],
      };
    }
    case "reply": {
      if (!(await receptionIsOpen())) return plain("closed");
      const { trouble: _told, ...before } =
        flow?.kind === "before" && flow.at === view ? flow : freshFlow(view);
      const code = "code" in before ? before.code : "";
      const problems = held ? problemsIn(replyForm, held) : [];
      const isBroken = trouble !== undefined && problems.length === 0;
      return { ...plain(view, before), code, typed: held ?? {}, problems, ...(isBroken && { trouble }) };
    }
    case "return":
    case "revoke": {
      const typed = (flow?.kind === "before" && flow.at === view && flow.typed) || {};
      const problems = typed.problem ? [{ field: "code", key: typed.problem }] : [];
      return { ...plain(view), typed, problems };
    }
    case "number":
    case "review":
    case "person":
    case "detention":
    case "whereabouts":
    case "court":
    case "health":
    case "danger":
    case "contact":
    case "permissions": {
      if (view === "danger" && open?.kind !== "draft") return { ...plain(view), sent: open?.kind === "sent" };
      if (open?.kind === "sent") return ofSent(open);
      if (open?.kind !== "draft") return plain("ended");
      const { trouble: _told, ...standing } = open;
      if (held) return { ...plain(view, standing), typed: held, trouble };
      const keys = draftKeysOf(open);
      const found = await openDraft(keys, wallClock);
      if (!found) return plain("ended");
      const step = steps.find((known) => known === view);
      const ready = isReady(found.draft, today());
      const shown = { ...plain(view, standing), ...found, code: open.code, ready };
      if (view === "review")
        return { ...shown, documents: { kept: null, count: await countDocuments(keys) } };
      return { ...shown, ...(step && ofStep(found.draft, step)) };
    }
    case "documents":
      return showDocuments(open);
    case "sent":
      return open?.kind === "sent" ? ofSent(open) : plain("ended");
    case "replied":
      return open?.kind === "sent" ? { ...plain(view, open), code: open.code } : plain("ended");
    case "report":
    case "news":
    case "answers":
    case "withdraw":
    case "confirm":
    case "word":
      return showReturning(view, flow, { typed: held, trouble });
    case "ended":
      return { ...plain(view), typed: (flow?.kind === "before" && flow.typed) || {} };
    default:
      return plain(view);
  }
}

/** Whether a page shows what was typed again when it could not be kept. */
const keepsTyped = (view: View, trouble: string) =>
  steps.some((step) => step === view) ||
  isReturning(view) ||
  view === "reply" ||
  (view === "questions" && isBusyNumber(trouble));

async function showDocuments(open: Flow | null): Promise<Shown> {
  if (open?.kind !== "draft" && open?.kind !== "report") return plain("ended");
  const { problem, ...standing } = open;
  const problems = problem ? [{ field: "file", key: problem }] : [];
  const shown = { ...plain("documents", standing), problems };
  if (open.kind === "report")
    return { ...shown, documents: { kept: null, count: await countDocuments(threadKeysOf(open)) } };
  const keys = draftKeysOf(open);
  const found = await openDraft(keys, wallClock);
  if (!found) return plain("ended");
  const kept = await listDocuments(keys);
  const ready = isReady(found.draft, today());
  return { ...shown, expiresAt: found.expiresAt, ready, documents: { kept, count: kept.length } };
}

/** The receipt, with the entry address as a picture where this installation has one. */
async function ofSent(open: Extract<Flow, { kind: "sent" }>): Promise<Shown> {
  const home = origin("FAMILY");
  const qr = home ? await toDataURL(home + addressOf("start", "es"), { margin: 1, scale: 3 }) : undefined;
  return { ...plain("sent", open), code: open.code, qr };
}

/** The number is asked for once more, and what was typed waits on the page itself. */
function ofResume({ problem, ...typed }: PostedForm): Shown {
  return { ...plain("resume"), typed, problems: problem ? [{ field: "code", key: problem }] : [] };
}

function ofStep(draft: Draft, step: Step): Pick<Shown, "typed" | "problems"> {
  const typed = draft.forms[step];
  return typed ? { typed, problems: problemsOf(step, typed, today()) } : { typed: {}, problems: [] };
}

const today = () => dateInCaracas(wallClock());
