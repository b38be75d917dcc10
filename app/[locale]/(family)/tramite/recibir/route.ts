import type { NextRequest } from "next/server";
import { wallClock } from "@/lib/core/clock";
import { surface } from "@/lib/core/env";
import { newTroubleNumber } from "@/lib/core/ids";
import { logFailure } from "@/lib/core/log";
import { Refusal, type RefusalCode } from "@/lib/core/refusal";
import { readUpload } from "@/lib/evidence/documents/queries";
import { type Locale, localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { receiveDocument } from "@/lib/intake/documents/commands";
import { family } from "@/lib/intake/draft/commands";
import { isEnded, openFlow } from "@/lib/intake/flow/queries";
import { draftKeysOf, standingOf, threadKeysOf } from "@/lib/intake/flow/rules";
import type { Flow } from "@/lib/intake/flow/schema";
import { addressOf } from "../addresses";
import { carriedFlow, keepsCookies, setFlow } from "../flow-cookie";

/**
 * Receives one document as it arrives, piece by piece. Whatever becomes of it, the report is as it was, and the answer is a page that
 * says what to do: the page of documents, or a plain sentence for a browser that keeps no cookie to return there with.
 */
export async function POST(request: NextRequest): Promise<Response> {
  if (surface() === "desk") return new Response(null, { status: 404 });
  const locale = localeOf(request.nextUrl.searchParams.get("l") ?? "");
  let flow: Flow | null = null;
  let problem: string | undefined;
  try {
    await readUpload(request, async ({ fields, name, file }) => {
      flow = openFlow(fields.flow ?? "") ?? (await carriedFlow());
      if (flow && (await isEnded(flow))) flow = null;
      const keys = keysOf(flow);
      if (!keys) throw new Refusal("draft_expired");
      await receiveDocument(family, keys, { name, file }, wallClock);
    });
  } catch (error) {
    problem = toSay(error);
  }
  return answer(locale, flow, problem);
}

function keysOf(flow: Flow | null) {
  if (!flow || standingOf(flow, wallClock()) !== "open") return null;
  if (flow.kind === "draft") return draftKeysOf(flow);
  return flow.kind === "report" ? threadKeysOf(flow) : null;
}

function toSay(error: unknown): RefusalCode {
  if (error instanceof Refusal) return error.code;
  logFailure("document.broken", error, { zone: "family", digest: newTroubleNumber() });
  return "document_not_received";
}

async function answer(locale: Locale, flow: Flow | null, problem: string | undefined): Promise<Response> {
  const over = !flow || problem === "draft_expired";
  const at = over ? "ended" : "documents";
  if (over || (await keepsCookies())) {
    if (flow && !over) await setFlow({ ...flow, at, problem });
    return new Response(null, {
      status: 303,
      headers: { Location: addressOf(at, locale), "Cache-Control": "no-store" },
    });
  }
  return inWords(locale, problem);
}

/** The same for a browser without cookies: what became of the file, and that the number leads back. */
function inWords(locale: Locale, problem: string | undefined): Response {
  const t = translator(locale, "family");
  const said = problem ? translator(locale, "refusals")(problem as RefusalCode) : t("documents.received");
  const title = t("frame.service");
  const page = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${t("documents.heading")}</h1><p>${said}</p><p>${t("documents.noCookies")}</p><p><a href="${addressOf("return", locale)}">${t("ended.number")}</a></p></html>`;
  return new Response(page, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}
