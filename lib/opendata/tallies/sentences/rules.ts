import type { PrintedReconciliation } from "@/lib/balances/schema";
import { dateInCaracas } from "@/lib/core/clock";
import type { Words } from "@/lib/i18n/messages";
import { reconciliationTerms, type Term } from "@/lib/tallies/schema";
import { residualOf } from "../joins/rules";
import type { JoinedFlows } from "../joins/schema";

export interface ToldChange {
  from: Date;
  to: Date;
  flows: Pick<JoinedFlows, "releases">;
  reconciliation: PrintedReconciliation;
}

/** The words of one term with its number: its sign decides which. */
export const termPhrase = (words: Words, term: Term, value: number): string =>
  words.say(`phrases.${term}`, { n: Math.abs(value), way: value < 0 ? "down" : "up" });

/** With its sign always, and a true minus; a bare 0. */
export const signedNumber = (words: Words, value: number): string => {
  const size = new Intl.NumberFormat(words.tag).format(Math.abs(value));
  return value === 0 ? size : `${value < 0 ? "−" : "+"}${size}`;
};

/** How many people left in those releases: exactly where it can be known, between two numbers where it cannot. */
export function personsPhrase(words: Words, releases: JoinedFlows["releases"]): string {
  const { persons, personsBetween } = releases;
  return persons === null
    ? words.say("personsBetween", personsBetween)
    : words.say("persons", { n: persons });
}

/** What added and what took away, in two short sentences; empty when nothing moved. */
export function movedWords<Name extends Term>(
  words: Words,
  terms: Readonly<Record<Name, number>>,
  names: readonly Name[],
  phrase = (term: Name) => termPhrase(words, term, terms[term]),
): string {
  const listed = (sign: 1 | -1) =>
    new Intl.ListFormat(words.tag, { type: "conjunction" }).format(
      names.filter((term) => Math.sign(terms[term]) === sign).map((term) => phrase(term)),
    );
  const [added, taken] = [listed(1), listed(-1)];
  return [
    added && words.say("sentence.added", { list: added }),
    taken && words.say("sentence.taken", { list: taken }),
  ]
    .filter(Boolean)
    .join(" ");
}

/**
 * One paragraph on how one published total became another, generated from the account alone: what added, what took away, and whether
 * it closes. Nothing that did not move is mentioned; a residual always is.
 */
export function changeSentence(words: Words, { from, to, flows, reconciliation }: ToldChange): string {
  const { opening, closing, terms } = reconciliation;
  const moved = movedWords(words, terms, reconciliationTerms, (term) => {
    const phrase = termPhrase(words, term, terms[term]);
    return term === "releases" ? `${phrase} (${personsPhrase(words, flows.releases)})` : phrase;
  });
  const totals = { from: moment(words, from), to: moment(words, to), opening, closing };
  const residual = residualOf(reconciliation);
  return [
    words.say(opening === closing ? "sentence.same" : "sentence.became", totals),
    moved || words.say("sentence.nothing"),
    residual === 0
      ? words.say("sentence.closes")
      : words.say("sentence.open", { n: signedNumber(words, residual) }),
  ].join(" ");
}

/** A publication moment inside a sentence: the day that it closes, or the day and hour it fell on. */
function moment(words: Words, at: Date): string {
  const before = new Date(at.getTime() - 1);
  const closes = dateInCaracas(before) !== dateInCaracas(at);
  const day = new Intl.DateTimeFormat(words.tag, {
    dateStyle: "long",
    timeZone: "America/Caracas",
  }).format(closes ? before : at);
  if (closes) return day;
  const time = new Intl.DateTimeFormat(words.tag, {
    hour: "numeric",
    minute: "2-digit",
    hour12: true,
    timeZone: "America/Caracas",
  }).format(at);
  return words.say("sentence.dayAndTime", { day, time });
}
