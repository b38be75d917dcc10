import { DRAFT_DAYS } from "../draft/rules";
import type { DraftFlow, Flow, ReportFlow } from "./schema";

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

const BUSY = "BUSY-";
/** Marks the number of a failure that was none: too many were here at once, and waiting is enough. */
export const busyNumber = (reference: string): string => `${BUSY}${reference}`;
export const isBusyNumber = (reference: string): boolean => reference.startsWith(BUSY);

type ThreadKeys = Record<"lookup" | "threadPublicKey" | "threadPrivateKey", Uint8Array>;

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "base64"));
const base64 = (key: Uint8Array) => Buffer.from(key).toString("base64");

/** What a flow carries of the code of a draft, and the keys again. */
export const carriedOfDraft = ({ lookup, draftKey }: { lookup: Uint8Array; draftKey: Uint8Array }) => ({
  lookup: base64(lookup),
  draftKey: base64(draftKey),
});
export const draftKeysOf = ({ lookup, draftKey }: Pick<DraftFlow, "lookup" | "draftKey">) => ({
  lookup: bytesOf(lookup),
  draftKey: bytesOf(draftKey),
});

/** What a flow carries of the code of a report, and the keys again: enough to read its thread, and no draft. */
export const carriedOfReport = ({ lookup, threadPublicKey, threadPrivateKey }: ThreadKeys) => ({
  lookup: base64(lookup),
  publicKey: base64(threadPublicKey),
  privateKey: base64(threadPrivateKey),
});
export const threadKeysOf = ({ lookup, publicKey, privateKey }: ReportFlow) => ({
  lookup: bytesOf(lookup),
  threadPublicKey: bytesOf(publicKey),
  threadPrivateKey: bytesOf(privateKey),
});
