import { endOf, startOf } from "../../compare/rules";
import type { Bound } from "../../compare/schema";
import type { Claim } from "../../schema";

/** A language to speak in. The words are given, so that these rules know no catalogue. */
export interface Words {
  tag: string;
  say: (key: string, values?: Record<string, string | number>) => string;
}

/** Bodies that have a name of their own in every language, by id. */
export const namedClaimants: readonly string[] = [
  "foro-penal",
  "public-ministry",
  "jep",
  "pud",
  "national-assembly",
  "clippve",
  "presidency",
  "un-ffm",
  "interior-ministry",
  "government",
  "penitentiary-ministry",
  "oas",
  "coalicion-ddhh",
  "provea",
  "ovp",
  "anc-truth-commission",
  "tsj",
  "ohchr",
  "el-nacional",
  "us-government",
];
/** The name under which a figure of this registry's own is set beside one of others; nobody's claim is filed under it. */
export const THIS_REGISTRY = "this-registry";
const named = new Set([...namedClaimants, THIS_REGISTRY]);

/** Who said it, as a heading: the organisation's own name, or the word the ledger has for it. */
export const claimantWords = (words: Words, { claimant }: Pick<Claim, "claimant">): string =>
  named.has(claimant)
    ? words.say(`claimants.${claimant}`)
    : claimant.charAt(0).toUpperCase() + claimant.slice(1).replaceAll("-", " ");

/** The same without what explains it, for headings. */
export const claimantShort = (words: Words, claim: Pick<Claim, "claimant">): string =>
  claimantWords(words, claim).replace(/ \(.*\)$/, "");

/** Who said it, inside a sentence, with its article. */
export const issuerWords = (words: Words, { claimant }: Pick<Claim, "claimant">): string =>
  named.has(claimant) ? words.say(`issuers.${claimant}`) : claimant.replaceAll("-", " ");

/** The number with its qualifier. Nothing confirmed is said as confirmed, never as a bare 0. */
export function figure(words: Words, { value, qualifier }: Pick<Claim, "value" | "qualifier">): string {
  if (value === null) return words.say("figure.vague");
  if (value === 0) return words.say("figure.zero");
  const n = new Intl.NumberFormat(words.tag, { useGrouping: "always" }).format(value);
  return words.say(`figure.${qualifier}`, { n });
}

/** How one of two figures is called in a sentence about both: its number, and where that would confuse them, who said it or when. */
export function label(words: Words, claim: Claim, other: Claim): string {
  const own = figure(words, claim);
  if (own !== figure(words, other)) return own;
  if (claim.claimant !== other.claimant) return `${own} (${issuerWords(words, claim)})`;
  return `${own} (${boundAt(words, endOf(claim))})`;
}

/** A day in words, from its ISO date. */
export const dayWords = ({ tag }: Words, date: string): string =>
  format(tag, date, { day: "numeric", month: "long", year: "numeric" });

const format = (tag: string, date: string, options: Intl.DateTimeFormatOptions): string =>
  formatter(tag, options).format(new Date(`${date.slice(0, 10)}T00:00Z`));

const made = new Map<string, Intl.DateTimeFormat>();
/** Made once for each language and form: making one costs a hundred times what using it does. */
function formatter(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" });
  made.set(key, known);
  return known;
}

const hour = ({ tag }: Words, time: string): string =>
  formatter(tag, { hour: "numeric", minute: "2-digit" }).format(new Date(`2000-01-01T${time}Z`));

/** One end of a window at the precision it is known to: never more exact than the source. */
export function boundFrom(words: Words, bound: Bound): string {
  const { date, time, precision } = bound;
  if (!date || precision === "unknown") return words.say("bound.unknown");
  if (precision === "exact" && time)
    return words.say("bound.exact", { day: dayWords(words, date), time: hour(words, time) });
  if (precision === "month") return words.say("bound.month", { month: monthWords(words, date) });
  if (precision !== "nominal") return words.say("bound.day", { day: dayWords(words, date) });
  if (date.endsWith("-01-01")) return words.say("bound.nominal", { around: date.slice(0, 4) });
  const around = date.endsWith("-01")
    ? monthWords(words, date)
    : words.say("bound.day", { day: dayWords(words, date) });
  return words.say("bound.nominal", { around });
}

const monthWords = ({ tag }: Words, date: string): string =>
  format(tag, date, { month: "long", year: "numeric" });

/** The moment of a stock, or that only the day of the saying is known. */
export function boundAt(words: Words, bound: Bound): string {
  const { date, time, precision } = bound;
  if (!date) return words.say("at.unknown");
  const day = dayWords(words, date);
  if (precision === "nominal") return words.say("at.said", { day });
  return time ? words.say("at.exact", { day, time: hour(words, time) }) : words.say("at.day", { day });
}

/** What a figure covers: a moment, a day, or a window from where to where. */
export function when(words: Words, claim: Claim): string {
  if (claim.kind === "stock") return boundAt(words, endOf(claim));
  const [start, end] = [startOf(claim), endOf(claim)];
  if (start.date && start.date === end.date && start.precision === "day") {
    return end.time ? boundAt(words, end) : boundFrom(words, start);
  }
  if (!start.date && !end.date) return words.say("window.unknown");
  if (!end.date) return words.say("window.open", { from: boundFrom(words, start) });
  return words.say("window.between", { from: boundFrom(words, start), to: boundFrom(words, end) });
}
