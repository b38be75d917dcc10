import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import sharp from "sharp";
import { recordFact } from "@/lib/cases/facts/commands";
import { purposes } from "@/lib/consent/schema";
import { receiveDocument } from "@/lib/intake/documents/commands";
import { postNews } from "@/lib/intake/news/commands";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { markRead, postWord } from "@/lib/intake/thread/commands";
import { confirmFact } from "@/lib/publication/facts/commands";
import { findCaseForDesk } from "@/lib/vetting/cases/queries";
import { writeDecision } from "@/lib/vetting/commands";
import { recordOwnAnswer } from "@/lib/vetting/contacts/asked/commands";
import type { OwnAnswer } from "@/lib/vetting/contacts/asked/schema";
import { confirmRevocation, issueCode, proposeRevocation } from "@/lib/vetting/contacts/codes/commands";
import * as contacts from "@/lib/vetting/contacts/commands";
import { markGraphic } from "@/lib/vetting/documents/commands";
import { listDocuments } from "@/lib/vetting/documents/queries";
import { settleNews } from "@/lib/vetting/news/commands";
import { listNews } from "@/lib/vetting/news/queries";
import { settleReply, takeDownAsAsked } from "@/lib/vetting/replies/commands";
import { fadeReplies } from "@/lib/vetting/replies/fading/commands";
import { openReply } from "@/lib/vetting/replies/queries";
import { assignReport } from "@/lib/vetting/reports/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { sendMessage, settleThread } from "@/lib/vetting/threads/commands";
import { explainOutcome } from "@/lib/vetting/threads/outcomes/commands";
import { purgeMessages } from "@/lib/vetting/threads/purge/commands";
import { openThread } from "@/lib/vetting/threads/queries";
import { givenNamed, givenReply } from "../replies";
import { at, givenCase, givenReport, plainFact, soundDecision } from "../stories";
import type { Act, Traced } from "./team";

const family = { kind: "family" } as const;
/** Five in the afternoon in Venezuela. */
const now = at("2026-01-22T21:00:00Z");

/** Everything done with the families of reports, each act once. */
export async function actOnFamilies(act: Act, people: Traced): Promise<void> {
  const { vera } = people;
  const { code, reportId } = await givenReport();
  await assignReport(vera, reportId, { seen: null }, now);
  await act("message.sent", () => sendMessage(vera, reportId, { seen: 1, templates: ["question"] }, now));
  const { keys } = await openWithCode(family, code, now);
  await postWord(family, { keys, words: "Sí.", form: "1" }, now);
  await act("thread.opened", () => openThread(vera, reportId, now));
  await act("thread.settled", () => settleThread(vera, reportId, { seen: 3 }, now));
  const seen = { keys, kind: "seen", posted: {}, locale: "es", form: "1" } as const;
  await postNews(family, seen, now);
  const [news] = (await listNews(vera, now)).rows;
  await act("news.settled", () => settleNews(vera, news?.id ?? "", now));
  const contact = {
    way: "call",
    address: "+58 414 555 01 02",
    hours: { from: "18:00", until: null },
    mayLeaveMessage: false,
    safeWord: "guayaba",
  };
  await act("contact.recorded", () => contacts.recordContact(vera, { reportId, seen: 0, contact }, now));
  const why = "Hay un traslado en una hora.";
  await act("call.overridden", () => contacts.callAnyway(vera, { reportId, seen: 1, why }, now));
  await act("call.logged", () => contacts.logCall(vera, { reportId, seen: 2, result: "reached" }, now));
  await sendMessage(vera, reportId, { seen: 4, templates: ["thanks"] }, now);
  await markRead(family, keys, now);
  await act("messages.purged", () => purgeMessages(at("2026-03-22T21:00:00Z")));
  await actOnDocuments(act, people, { keys, reportId });
  await actOnReplies(act, people);
  await actOnCodes(act, people);
  await actOnReleased(act, people);
}

/** A document that came with a report: marked as hard to look at, and unmarked. */
async function actOnDocuments(
  act: Act,
  { vera }: Traced,
  { keys, reportId }: { keys: { lookup: Uint8Array }; reportId: string },
): Promise<void> {
  process.env.VIGILIA_DATA_DIR ??= mkdtempSync(join(tmpdir(), "documents-"));
  const blank = { width: 9, height: 9, channels: 3, background: "#484" } as const;
  const file = Readable.from([await sharp({ create: blank }).jpeg().toBuffer()]);
  const sender = { lookup: keys.lookup as Uint8Array<ArrayBuffer> };
  await receiveDocument(family, sender, { name: "foto.jpg", file }, now);
  const [document] = await listDocuments(vera, reportId);
  const which = { reportId, documentId: document?.id ?? "" };
  await act("document.marked_graphic", () => markGraphic(vera, { ...which, graphic: true }, now));
  await act("document.unmarked_graphic", () => markGraphic(vera, { ...which, graphic: false }, now));
}

/** What somebody wrote about a public page: each of its three ends, and a look. */
async function actOnReplies(act: Act, { ines, vera, carmen, carlos }: Traced): Promise<void> {
  const { reference } = await givenNamed(ines, vera, [carmen, carlos]);
  const why = "El peligro que cuenta es creíble.";
  const later = at("2026-01-24T12:00:00Z");
  const asked = { reference, speaks: "relative", asks: "danger" };
  const down = await givenReply(asked, later);
  await openReply(carlos, down.id, later);
  await takeDownAsAsked(carlos, { id: down.id, why }, later);
  const refused = {
    id: (await givenReply(asked, later)).id,
    outcome: "refused",
    reason: "verified",
    why,
  } as const;
  await act("reply.refused", () => settleReply(carlos, refused, later));
  const closed = { id: (await givenReply(asked, later)).id, outcome: "closed", why } as const;
  await act("reply.closed", () => settleReply(carlos, closed, later));
  await act("replies.faded", () => fadeReplies(at("2026-05-24T12:00:00Z")));
}

/** A number given by telephone, taken back by two, and a verdict explained to whoever has the next one. */
async function actOnCodes(act: Act, { ines, vera, victor }: Traced): Promise<void> {
  const checked = { givenBy: "relative" as const, who: "Su hermana", how: "Por videollamada.", answers: [] };
  const { caseId, reference } = await givenCase(ines, { speakers: [checked] });
  const found = await findCaseForDesk(vera, reference, now);
  const form = { holderId: found.holders[0]?.id ?? "", locale: "es" } as const;
  await act("code.issued", () => issueCode(vera, caseId, form, now));
  const [reportId = ""] = (await findCaseForDesk(vera, reference, now)).reports;
  const why = "Se dio a otra persona.";
  const asked = await act("code.revocation_proposed", () =>
    proposeRevocation(vera, caseId, { reportId, why }, now),
  );
  await act("code.revoked", () => confirmRevocation(victor, caseId, asked, now));
  await issueCode(vera, caseId, form, now);
  const verdict = { ...(await soundDecision(caseId)), outcome: "not_confirmed" as const };
  const decision = await writeDecision(vera, caseId, verdict, now);
  await reviewDecision(victor, decision, { agreed: true, note: "" }, now);
  await act("outcome.explained", () => explainOutcome(vera, caseId, { reason: "no_second_source" }, now));
}

async function actOnReleased(act: Act, { ines, vera }: Traced): Promise<void> {
  const { caseId } = await givenCase(ines);
  const release = { ...plainFact, state: "released_full" as const };
  await confirmFact(vera, await recordFact(ines, caseId, release, now), now);
  const said = {
    ...{ askedBy: "Su abogada", means: "in_person" as const, on: "2026-01-23", checked: "A solas." },
    answers: Object.fromEntries(purposes.map((purpose) => [purpose, false])) as OwnAnswer["answers"],
  };
  const later = at("2026-01-23T21:00:00Z");
  await act("person.asked_again", () => recordOwnAnswer(ines, caseId, said, later));
}
