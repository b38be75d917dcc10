import { attachReport } from "@/lib/cases/dossier/commands";
import * as facts from "@/lib/cases/facts/commands";
import { supersedeFact } from "@/lib/cases/facts/correction/commands";
import { recordRemedy } from "@/lib/cases/facts/remedies/commands";
import * as retractions from "@/lib/cases/facts/retraction/commands";
import { tellKin } from "@/lib/cases/kin/commands";
import { recordStanding } from "@/lib/cases/standing/commands";
import { addEvidence, withdrawEvidence } from "@/lib/evidence/commands";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { postWithdrawal } from "@/lib/intake/withdrawal/commands";
import { traitsInput } from "@/lib/people/schema";
import { erasePerson, proposeErasure } from "@/lib/publication/erasure/commands";
import * as naming from "@/lib/publication/naming/commands";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { applyWithdrawals } from "@/lib/publication/withdrawals/commands";
import { takeCase, writeDecision } from "@/lib/vetting/commands";
import * as identity from "@/lib/vetting/identity/commands";
import { findWhoForDesk } from "@/lib/vetting/identity/page/queries";
import * as paper from "@/lib/vetting/paper/commands";
import { markPrinted } from "@/lib/vetting/paper/printing/commands";
import { listSheets } from "@/lib/vetting/paper/queries";
import { sheetForm } from "@/lib/vetting/paper/schema";
import * as queue from "@/lib/vetting/reports/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { setReviewDate } from "@/lib/vetting/review/dates/commands";
import * as requests from "@/lib/vetting/withdrawals/commands";
import { at, givenCase, givenDecision, givenReport, plainCase, plainFact, soundDecision } from "../stories";
import { actOnMerges } from "./merges";
import { actOnPieces } from "./pieces";
import type { Act, Traced } from "./team";

const now = at("2026-01-22T12:00:00Z");

/** Everything done to a case, each act once. */
export async function actOnCases(act: Act, people: Traced): Promise<void> {
  const { carmen, carlos, ines, vera, victor, elena } = people;
  const [item] = plainCase.evidence;
  if (!item) throw new Error("an item of evidence");

  const [first, second] = [await givenReport(), await givenReport()];
  await act("report.assigned", () => queue.assignReport(ines, first.reportId, { seen: null }, now));
  const held = { seen: "vera", until: at("2026-01-23T12:00:00Z")(), why: "Está de guardia." };
  await act("report.taken_over", () =>
    queue.assignReport(vera, first.reportId, { ...held, seen: "ines" }, now),
  );
  await act("report.snoozed", () => queue.snoozeReport(vera, first.reportId, held, now));
  await act("report.woken", () => queue.wakeReport(vera, first.reportId, now));
  await act("report.family_asked", () =>
    queue.askFamily(vera, first.reportId, { seen: "vera", wants: ["date"] }, now),
  );
  const { caseId, reference } = await act("case.opened", () =>
    givenCase(ines, {
      reportIds: [first.reportId],
      channel: "report",
      permissions: [...plainCase.permissions],
    }),
  );
  await act("report.attached", () => attachReport(ines, caseId, second.reportId, now));
  await act("case.taken", () => takeCase(vera, caseId, now));
  const fact = await act("fact.recorded", () =>
    facts.recordFact(ines, caseId, { ...plainFact, state: "located_contact" }, now),
  );
  await act("remedy.recorded", () =>
    recordRemedy(ines, caseId, { fact: { track: "remedy", state: "habeas_corpus", episode: 1 } }, now),
  );
  await act("fact.confirmed", () => facts.confirmFact(vera, fact, now));
  const corrected = await act("fact.corrected", () =>
    supersedeFact(ines, fact, { ...plainFact, state: "hospital_custody" }, "Otra fuente lo precisa.", now),
  );
  await act("fact.set_aside", () => retractions.setAsideFact(ines, corrected, "Se anotó por error.", now));
  const propose = () => retractions.proposeRetraction(ines, fact, "Era otra persona.", now);
  const kept = await act("retraction.proposed", propose);
  await act("retraction.declined", () => retractions.declineRetraction(ines, kept, now));
  const leaving = await propose();
  await act("retraction.confirmed", () => retractions.confirmRetraction(vera, leaving, now));
  const seen = "0".repeat(64);
  const proposed = (givenNames: string, based = seen) =>
    identity.proposeChange(
      ines,
      caseId,
      {
        seen: based,
        who: { identity: { ...plainCase.identity, givenNames }, traits: traitsInput.parse(plainCase.traits) },
        why: "Así en su cédula.",
      },
      now,
    );
  const overtaken = await act("identity.change_proposed", () => proposed("Yusmary del Valle"));
  const { version } = await findWhoForDesk(ines, reference, now);
  await act("identity.change_chosen", () =>
    identity.chooseChange(ines, { caseId, changeId: overtaken.id, seen: version, taken: [] }, now),
  );
  const spare = await proposed("Yusmary A.", version);
  await act("identity.change_declined", () =>
    identity.declineChange(ines, { caseId, changeId: spare.id }, now),
  );
  const better = await proposed("Yusmary del Valle", version);
  await act("identity.changed", () => identity.confirmChange(vera, { caseId, changeId: better.id }, now));
  await act("evidence.added", () => addEvidence(ines, caseId, item, now));
  await actOnPieces(act, people, { caseId, reference });
  const form = await soundDecision(caseId);
  const decision = await act("decision.written", () => writeDecision(vera, caseId, form, now));
  await act("decision.agreed", () => reviewDecision(victor, decision, { agreed: true, note: "" }, now));
  const day = { day: "2026-03-01", why: "El juicio empieza en marzo." };
  await act("decision.date_set", () => setReviewDate(carmen, decision, day, now));
  const rests = form.findings?.[0]?.evidenceIds?.[0] ?? "";
  await act("evidence.withdrawn", () => withdrawEvidence(vera, rests, "Es de otra persona.", now));
  const other = await givenCase(ines);
  const disputed = await givenDecision(vera, other.caseId);
  await act("decision.disagreed", () =>
    reviewDecision(victor, disputed, { agreed: false, note: "Falta otra fuente." }, now),
  );
  const yes = { purpose: "name", granted: true, givenBy: "relative", standing: true } as const;
  await act("permission.recorded", () => recordPermission(ines, caseId, yes, now));
  const named = await act("naming.proposed", () => naming.proposeNaming(elena, caseId, now));
  await act("naming.confirmed", () => naming.confirmNaming(carlos, named, now));
  await act("naming.withdrawn", () => naming.withdrawNaming(carmen, caseId, "La familia lo pidió.", now));
  await act("kin.told", () => tellKin(vera, caseId, now));
  const checked = { report: first.reportId, givenBy: "relative", how: "Cédula vista por videollamada." };
  await act("standing.recorded", () => recordStanding(vera, caseId, checked, now));
  const { keys } = await openWithCode({ kind: "family" }, first.code, now);
  await postWithdrawal({ kind: "family" }, keys, now);
  const later = at("2026-01-23T12:00:00Z");
  await act("withdrawal.applied", () => applyWithdrawals(carmen, later));
  const [strip] = await act("paper.strips_made", () =>
    paper.makeStrips(carmen, { count: 1, seenBy: carlos }, now),
  );
  const typed = {
    ...{ number: strip?.number ?? "", takenOn: "2026-01-21", store: "yes", count: "yes" },
    ...{ person: { givenNames: "Ana" }, detention: { year: "2026" } },
  };
  const sheet = sheetForm(() => "2026-01-22").parse(typed);
  await act("paper.sheets_printed", () => markPrinted(ines, { numbers: [strip?.number ?? ""] }, now));
  await act("paper.transcribed", () => paper.transcribeSheet(ines, sheet, now));
  const gone = (await listSheets(ines)).rows[0]?.id ?? "";
  await act("paper.destroyed", () => paper.destroySheet(ines, gone, now));
  await act("paper.destruction_seen", () => paper.seeSheetDestroyed(vera, gone, now));
  const asked = { reference: other.reference, kind: "name", asks: "other" } as const;
  const request = await act("request.recorded", () =>
    requests.recordRequest(ines, { ...asked, words: "Llamó un vecino y pide que no salga." }, now),
  );
  const granted = { id: request, granted: true, why: "El riesgo que describe es creíble." };
  const verdict = await requests.proposeVerdict(vera, granted, now);
  await act("request.granted", () => requests.agreeVerdict(carlos, verdict, now));
  await actOnMerges(act, people);
  const erasure = await act("erasure.proposed", () =>
    proposeErasure(carmen, other.caseId, "Lo pidió la familia por escrito.", now),
  );
  await act("person.erased", () => erasePerson(carlos, erasure, now));
}
