import type { Source } from "@/lib/evidence/schema";
import type { remedyStates } from "../schema";

export type RemedyState = (typeof remedyStates)[number];

interface RemedyForm {
  /** Something was asked of an authority, which answers, or does not, on another day. */
  answered: boolean;
  /** It happened at a place. */
  place: boolean;
  /** Results offered, of the vocabulary `remedy_result`. */
  results: readonly string[];
  /** What it usually rests on. */
  source: Source;
}

/** What each kind of remedy or denial asks for, in the order of its forms. */
export const remedyForms: Record<RemedyState, RemedyForm> = {
  habeas_corpus: {
    answered: true,
    place: false,
    results: ["no_answer", "not_received", "admitted", "rejected", "granted"],
    source: { kind: "habeas_corpus", origin: "family" },
  },
  complaint: {
    answered: true,
    place: false,
    results: ["no_answer", "not_received", "admitted", "rejected"],
    source: { kind: "lawyer", origin: "family" },
  },
  information_denied: {
    answered: false,
    place: true,
    results: ["said_not_here", "said_elsewhere", "said_nothing"],
    source: { kind: "denial_log", origin: "family" },
  },
  visit_denied: {
    answered: false,
    place: true,
    results: ["no_reason", "suspended", "not_listed", "said_not_here"],
    source: { kind: "denial_log", origin: "family" },
  },
  medical_denied: {
    answered: false,
    place: true,
    results: ["no_doctor", "no_transfer", "no_medicine", "no_reason"],
    source: { kind: "relative", origin: "family" },
  },
  visit: { answered: false, place: true, results: [], source: { kind: "relative", origin: "family" } },
};

const proofs: Partial<Record<string, string>> = {
  habeas_corpus: "habeas_corpus",
  information_denied: "denial_log",
  visit_denied: "denial_log",
};

interface SourcedRemedy {
  state: string;
  result: string | null;
  sources: readonly Source[];
}

/**
 * What remedies and denials say for somebody disappeared: a habeas corpus filed, and every place where information was denied, stand as
 * sources of their own whoever wrote them down (WGEID). A visit denied does where they were told "not here"; a remedy without any
 * source says nothing.
 */
export const denialSources = (remedies: readonly SourcedRemedy[]): Source[] =>
  remedies.flatMap(({ state, result, sources }) => {
    const kind = proofs[state];
    if (!kind || (state === "visit_denied" && result !== "said_not_here")) return [];
    return sources.map(({ origin }) => ({ kind, origin }));
  });
