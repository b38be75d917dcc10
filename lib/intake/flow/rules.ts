import { DRAFT_DAYS } from "../draft/rules";
import type { Flow } from "./schema";

const MINUTE = 60_000;
/** From the last page on: short, because a phone may be taken while the page is open. */
export const FLOW_MINUTES = 30;
/** A form that stood open longer is still saved for as long as its draft lives, but opens nothing: what was typed is never lost. */
export const SAVING_DAYS = DRAFT_DAYS;

/** Whether a flow may still be read from (`open`), only be saved into (`saving`), or is over. */
export function standingOf(flow: Flow, now: Date): "open" | "saving" | "over" {
  const age = now.getTime() - flow.sealedAt;
  if (age < FLOW_MINUTES * MINUTE) return "open";
  return age < SAVING_DAYS * 24 * 60 * MINUTE ? "saving" : "over";
}
