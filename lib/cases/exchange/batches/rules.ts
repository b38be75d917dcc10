import { derive } from "@/lib/cases/counting/rules";
import type { During, KnownRange, Moment } from "@/lib/cases/counting/schema";
import type { Inspection } from "../inspecting/queries";
import { derivableOf } from "../rules";
import type { CaseLine, Header } from "../schema";
import type { TemplateNotice, TemplateProblem } from "../template/schema";
import { type BatchState, FINDINGS_KEPT, type Findings } from "./schema";

export const findingsContext = (batchId: string): string => `import_batches|findings|${batchId}`;
export const discardContext = (batchId: string): string => `import_batches|discard_why|${batchId}`;

/** What the first pass found, as it is kept; of a template with the rows that it refused before any became a line. */
export function findingsOf(
  inspection: Inspection,
  template: { problems: TemplateProblem[]; notices: TemplateNotice[] } = { problems: [], notices: [] },
): Findings {
  const problems = [
    ...template.problems,
    ...inspection.problems.map(({ line, where, why }) => ({ line, column: where, code: why, values: {} })),
  ];
  const notices = [
    ...template.notices,
    ...inspection.warnings.map(({ line, where, why }) => ({
      line,
      column: where === "key" ? null : where,
      code: why,
    })),
  ];
  const { facts, permissions, already, alike } = inspection;
  return {
    facts,
    permissions,
    already,
    refused: { lines: new Set(problems.map(({ line }) => line)).size, total: problems.length },
    problems: problems.slice(0, FINDINGS_KEPT),
    notices: notices.slice(0, FINDINGS_KEPT),
    noticed: notices.length,
    alike: alike.slice(0, FINDINGS_KEPT),
    likenesses: alike.length,
  };
}

/** As far as a batch has come. */
export function stateOf(
  batch: { confirmedAt: Date | null; discardedAt: Date | null; lines: number },
  staged: number,
): BatchState {
  if (batch.confirmedAt) return "confirmed";
  if (batch.discardedAt) return "discarded";
  return staged === batch.lines ? "waiting" : "incomplete";
}

/** What one case would be if its batch were confirmed now. */
export interface WouldBe {
  verified: boolean;
  pending: boolean;
  /** It would be among those held now. */
  held: boolean;
  entity: string | null;
}

/** Judges one staged case by the rules that count it (method 1.0), as known from `now` on. */
export function wouldBe(line: CaseLine, history: Header["history"], now: Date): WouldBe {
  const at = now.getTime();
  const { intervals, pending } = derive(derivableOf(line, history, now));
  const isKnown = ({ known }: { known: KnownRange }) =>
    known.from <= at && (known.to === null || known.to > at);
  const standing = intervals.find((row) => isKnown(row) && covers(row.during, at));
  const entity = line.facts.find((fact) => fact.track === "custody" && fact.entity !== null)?.entity ?? null;
  const verified = standing?.verified ?? false;
  return { verified, pending: pending.some(isKnown), held: standing?.counted ?? false, entity };
}

const covers = ({ from, fromInside, to, toInside }: During, at: Moment): boolean =>
  (from === null || from < at || (fromInside && from === at)) &&
  (to === null || to > at || (toInside && to === at));
