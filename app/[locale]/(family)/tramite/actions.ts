"use server";

import { CONSENT_TEXT } from "@/lib/consent/rules";
import { dateInCaracas, wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { removeDocument } from "@/lib/intake/documents/commands";
import { beginReport, family, saveStep, sendReport } from "@/lib/intake/draft/commands";
import { type DraftKeys, openDraft } from "@/lib/intake/draft/queries";
import { holdsBack, problemsOf, whereToResume } from "@/lib/intake/draft/rules";
import { questionsForm, type Step, steps } from "@/lib/intake/draft/schema";
import {
  carriedOfDraft,
  carriedOfReport,
  draftKeysOf,
  standingOf,
  threadKeysOf,
} from "@/lib/intake/flow/rules";
import type { DraftFlow, Flow, ReportFlow, View } from "@/lib/intake/flow/schema";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { digitsIn, newCode } from "@/lib/intake/receipt/queries";
import { postWord } from "@/lib/intake/thread/commands";
import type { PostedForm } from "@/lib/intake/typed/schema";
import { answerPost, freshFlow, type Posted } from "./answer";
import type { Standing } from "./flow-cookie";
import { hold } from "./held";
import { at, mend, returning } from "./respuesta/returning";

// Their names and this path are part of the forms that are open on phones: they do not change between releases.

/** From the first page to the two questions. Keeps nothing. */
export async function begin(form: FormData): Promise<void> {
  await answerPost(form, async () => freshFlow("questions"));
}

/** The two answers: with a yes to keeping, a draft and its number; with a no, nothing at all. */
export async function answerQuestions(form: FormData): Promise<void> {
  await answerPost(form, async ({ flow, locale, typed }): Promise<Standing> => {
    const code = flow?.kind === "before" ? flow.code : newCode();
    const answers = questionsForm.safeParse(typed);
    if (!answers.success) return { kind: "before", at: "questions", code, typed };
    if (answers.data.store === "no") return freshFlow("declined");
    const at = wallClock().toISOString();
    const given = { textVersion: CONSENT_TEXT, at };
    const permissions = [
      { purpose: "store" as const, granted: true, ...given },
      { purpose: "count" as const, granted: answers.data.count === "yes", ...given },
    ];
    const keys = await beginReport(family, { code, locale, permissions }, wallClock);
    return draftFlow("number", code, keys);
  });
}

/** From the number to the first page of the report. */
export async function confirmNumber(form: FormData): Promise<void> {
  await answerPost(form, async ({ flow }) => goOn(flow, "person"));
}

export async function savePerson(form: FormData): Promise<void> {
  await answerPost(form, (posted) => saveOrSend(posted, "person", "detention"));
}

export async function saveDetention(form: FormData): Promise<void> {
  await answerPost(form, (posted) => saveOrSend(posted, "detention", "whereabouts"));
}

export async function saveWhereabouts(form: FormData): Promise<void> {
  await answerPost(form, (posted) => saveOrSend(posted, "whereabouts", "court"));
}

export async function saveCourt(form: FormData): Promise<void> {
  await answerPost(form, (posted) => saveOrSend(posted, "court", "health"));
}

/** Health and danger. Whoever says there is danger today is told first what to do about it. */
export async function saveHealth(form: FormData): Promise<void> {
  await answerPost(form, (posted) =>
    saveOrSend(posted, "health", posted.typed.danger === "yes" ? "danger" : "documents"),
  );
}

export async function saveContact(form: FormData): Promise<void> {
  await answerPost(form, (posted) => saveOrSend(posted, "contact", "permissions"));
}

export async function savePermissions(form: FormData): Promise<void> {
  await answerPost(form, (posted) => saveOrSend(posted, "permissions", "review"));
}

/** To another page of the report, by a button: where cookies are refused a link would lose the flow. */
export async function goTo(form: FormData): Promise<void> {
  await answerPost(form, async ({ flow, typed }) => {
    if (flow?.kind === "report") {
      const to = (["documents", "news", "answers", "withdraw", "word"] as const).find(
        (view) => view === typed.to,
      );
      return goBack(flow, to ?? "report");
    }
    if (typed.to === "on") return goOn(flow, flow?.at === "danger" ? "documents" : "contact");
    const to = ([...steps, "review", "documents", "number"] as const).find((view) => view === typed.to);
    return goOn(flow, to ?? "review");
  });
}

/** Takes one document of a draft back. */
export async function takeDocumentBack(form: FormData): Promise<void> {
  await answerPost(form, async ({ flow, typed }) => {
    const next = goOn(flow, "documents");
    if (next.kind !== "draft") return next;
    if (typed.document) await removeDocument(family, draftKeysOf(next), typed.document);
    return { ...next, at: "documents", ...(flow?.kind === "draft" && { checking: flow.checking }) };
  });
}

/** Sends what was written. Posted twice, it is sent once and answers the same. */
export async function send(form: FormData): Promise<void> {
  await answerPost(form, ({ flow }) => sendOff(flow));
}

/** What a typed number opens: the report's stage, or the draft where it was left. */
export async function openNumber(form: FormData): Promise<void> {
  await answerPost(form, async ({ typed }): Promise<Standing> => openTyped(typed.code ?? ""));
}

/** A page whose visit was over, saved all the same under the number typed beside it. With a wrong number it waits on. */
export async function saveWithNumber(form: FormData): Promise<void> {
  await answerPost(form, async ({ typed: { code = "", step: name, ...typed } }): Promise<Standing> => {
    const step = steps.find((known) => known === name);
    const opened = await openTyped(code);
    if (!step || (opened.kind !== "draft" && opened.kind !== "before")) return opened;
    if (opened.kind === "before") return askNumberFor(step, { ...typed, ...opened.typed });
    return save(
      { flow: { ...opened, sealedAt: wallClock().getTime() }, locale: "es", typed },
      step,
      "review",
    );
  });
}

async function openTyped(code: string): Promise<Standing> {
  try {
    const opened = await openWithCode(family, code, wallClock);
    if (opened.kind === "draft") {
      const at = whereToResume(opened.draft, dateInCaracas(wallClock()));
      return draftFlow(at, opened.code, opened.keys);
    }
    return { kind: "report", at: "report", ...carriedOfReport(opened.keys) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const unknown = digitsIn(code) === 20 ? "code_unknown" : "code_length";
    const problem = error.code === "server_busy" ? error.code : unknown;
    return freshFlow("return", { code: code.slice(0, 60), problem });
  }
}

/** Asks for the number that a posted page belongs to, in this very answer, with what was typed on it. */
function askNumberFor(step: Step, typed: PostedForm): Standing {
  return { ...freshFlow("resume"), trouble: hold({ ...typed, step }) };
}

/** Sends what the holder of a code answers on its thread. An empty box sends nothing; posted twice it is one message. */
export async function answerMessage(form: FormData): Promise<void> {
  await answerPost(form, ({ flow, typed }) =>
    returning(flow, async (open) => {
      const words = typed.words ?? "";
      if (words.trim() === "") return at(open, "report");
      try {
        await postWord(family, { keys: threadKeysOf(open), words, form: String(open.sealedAt) }, wallClock);
      } catch (error) {
        const mendable = ["words_enough", "words_too_long"];
        if (!(error instanceof Refusal && mendable.includes(error.code))) throw error;
        return mend(open, "report", { words, problem: error.code });
      }
      return { ...at(open, "report"), said: "word" };
    }),
  );
}

/** Saves a page and goes on, or by its second button sends at once what is complete. */
async function saveOrSend(posted: Posted, step: Step, next: View): Promise<Standing> {
  const { now, ...typed } = posted.typed;
  const saved = await save({ ...posted, typed }, step, next).catch((error: unknown) => {
    // Tapped twice: the first tap sent it, and the second is answered the same.
    if (now && error instanceof Refusal && error.code === "draft_expired") return null;
    throw error;
  });
  if (saved && !(now && saved.kind === "draft" && saved.at !== step)) return saved;
  return sendOff(posted.flow);
}

/** Saves a page and goes on, or stays where something must be mended. A form that stood open too long is saved and ends there. */
async function save({ flow, typed }: Posted, step: Step, next: View): Promise<Standing> {
  if (flow?.kind === "sent") return { ...flow, at: "sent" };
  const standing = flow && standingOf(flow, wallClock());
  if (flow?.kind !== "draft" || !standing || standing === "over") return askNumberFor(step, typed);
  await saveStep(family, { keys: draftKeysOf(flow), step, posted: typed }, wallClock);
  if (standing === "saving") return freshFlow("ended", { saved: "yes" });
  const mend = problemsOf(step, typed, dateInCaracas(wallClock())).length > 0;
  return mend ? { ...told(flow), at: step } : onFrom(flow, next);
}

async function sendOff(flow: Flow | null): Promise<Standing> {
  if (flow?.kind === "sent") return { ...flow, at: "sent" };
  if (flow?.kind !== "draft" || standingOf(flow, wallClock()) !== "open") return freshFlow("ended");
  const keys = draftKeysOf(flow);
  try {
    await sendReport(family, keys, wallClock);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "report_incomplete")) throw error;
    const found = await openDraft(keys, wallClock);
    const missing = found && holdsBack(found.draft, dateInCaracas(wallClock()));
    return { ...flow, at: missing ?? "review" };
  }
  return { kind: "sent", at: "sent", code: flow.code, visit: flow.visit };
}

function goOn(flow: Flow | null, at: View): Standing {
  if (flow?.kind === "sent") return { ...flow, at: "sent" };
  if (flow?.kind !== "draft" || standingOf(flow, wallClock()) !== "open") return freshFlow("ended");
  return onFrom(flow, at);
}

/** The next page, or back to the review for whoever came from there to change one page. */
function onFrom({ checking, ...flow }: DraftFlow, at: View): Standing {
  if (flow.at === "review" && at !== "review") return { ...told(flow), at, checking: true };
  return {
    ...told(flow),
    at: checking && at !== "danger" ? "review" : at,
    ...(at === "danger" && { checking }),
  };
}

function goBack(flow: ReportFlow, at: View): Standing {
  return standingOf(flow, wallClock()) === "open" ? { ...told(flow), at } : freshFlow("ended");
}

/** A flow as it goes on: what was said once is not said again. */
function told<F extends Flow>({ trouble: _said, problem: _too, ...flow }: F) {
  return flow.kind === "report" ? { ...flow, topic: undefined, said: undefined, choice: undefined } : flow;
}

const draftFlow = (at: View, code: string, keys: DraftKeys) => ({
  ...{ kind: "draft" as const, at, code },
  ...carriedOfDraft(keys),
});
