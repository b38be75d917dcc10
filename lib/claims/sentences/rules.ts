import { differences, endOf, gapBetween, growth, startOf } from "../compare/rules";
import type { Bound, Difference } from "../compare/schema";
import type { Claim } from "../schema";
import { boundAt, boundFrom, figure, issuerWords, label, type Words, when } from "./words/rules";

/** The sentence in its parts: how it opens, each thing that differs, and what is said after the list. */
export interface DifferenceParts {
  opening: string;
  items: string[];
  after: string[];
}

/**
 * What is printed before any gap: what the two figures do not share, in words, then what neither of them says, then whether
 * names stand behind them. Generated from the figures alone, so the same pair always reads the same.
 */
export function differenceParts(words: Words, a: Claim, b: Claim): DifferenceParts {
  const found = differences(a, b).filter((difference) => !redundant(difference, a, b));
  const items = found.flatMap((difference) => seenPhrase(words, difference, a, b));
  const unsaid = [...new Set(found.flatMap((difference) => unsaidPhrase(words, difference)))];
  const { say } = words;
  const after: string[] = [];
  if (unsaid.length > 0) {
    const list = listed(words, unsaid);
    after.push(say(items.length > 0 ? "sentence.alsoUnsaid" : "sentence.unsaid", { list }));
  } else if (items.length === 0) after.push(say("sentence.theSame"));
  for (const claim of [a, b]) {
    if (claim.namesPublished !== "none" || claim.stage === "verified") continue;
    after.push(say("sentence.noNames", { figure: label(words, claim, claim === a ? b : a) }));
  }
  return { opening: items.length > 0 ? say("sentence.notTheSame") : "", items, after: after.map(oneStop) };
}

/** The same as one sentence, or as many as it takes. */
export function differenceSentence(words: Words, a: Claim, b: Claim): string {
  const { opening, items, after } = differenceParts(words, a, b);
  const first = opening && oneStop(`${opening} ${items.join("; ")}.`);
  return [first, ...after].filter(Boolean).join(" ");
}

/** An hour in Spanish ends in a full stop of its own. */
export const oneStop = (sentence: string): string => sentence.replaceAll("..", ".");

const listed = (words: Words, list: string[]): string =>
  new Intl.ListFormat(words.tag, { type: "disjunction" }).format(list);

/** A stock beside a flow is told by what they measure; an announcement beside a count by how far things had got. */
function redundant(difference: Difference, a: Claim, b: Claim): boolean {
  if (difference.code !== "kind") return false;
  return a.measure !== b.measure || a.stage !== b.stage;
}

function seenPhrase(words: Words, difference: Difference, a: Claim, b: Claim): string[] {
  const { say } = words;
  const labels = { a: label(words, a, b), b: label(words, b, a) };
  switch (difference.code) {
    case "names":
      return [];
    case "conflict": {
      const about = difference.about.map((kind) => say(`conflicts.${kind}`));
      const list = new Intl.ListFormat(words.tag).format(about);
      return [say("differs.conflict", { figure: labels[difference.which], about: list })];
    }
    case "inexact":
      return [say("differs.inexact", { figure: labels[difference.which] })];
    case "start":
      if (difference.unknown) return [];
      return [
        say("differs.start", { ...labels, x: from(words, difference.a), y: from(words, difference.b) }),
      ];
    case "end":
    case "date":
      if (difference.unknown) return [];
      if (difference.code === "date")
        return [say("differs.date", { ...labels, x: when(words, a), y: when(words, b) })];
      return [say("differs.end", { ...labels, x: from(words, difference.a), y: from(words, difference.b) })];
    default: {
      if (difference.unknown) return [];
      const { code } = difference;
      return [
        say(`differs.${code}`, {
          ...labels,
          x: say(`${code}Words.${difference.a}`),
          y: say(`${code}Words.${difference.b}`),
        }),
      ];
    }
  }
}

const from = (words: Words, bound: Bound): string => boundFrom(words, bound);

function unsaidPhrase(words: Words, difference: Difference): string[] {
  if (!("unknown" in difference) || !difference.unknown) return [];
  return [words.say(`unsaid.${difference.code}`)];
}

/**
 * What can be said truly of a pair, after "cannot be computed": who published how many names, who verified how many people, that
 * two registries are two registries, that a list does not shrink by its releases one for one.
 */
export function truths(words: Words, a: Claim, b: Claim, replaced: Claim | null = null): string[] {
  const { say } = words;
  const told: string[] = [];
  const attribution = [a, b].find((claim) => claim.conflicts.includes("attribution"));
  if (attribution) {
    const other = attribution === a ? b : a;
    told.push(attributionTruth(words, attribution, other, replaced));
  } else if (a.kind === "stock" && b.kind === "stock") {
    told.push(`${capital(heldClause(words, a))}; ${heldClause(words, b)}.`);
    if (a.claimant !== b.claimant) told.push(say("truth.twoRegistries"));
  } else if (a.kind === "stock" || b.kind === "stock") {
    const [stock, flow] = a.kind === "stock" ? [a, b] : [b, a];
    told.push(`${capital(heldClause(words, stock))}; ${foundClause(words, flow)}.`);
    told.push(say("truth.notOneForOne"));
  } else if (a.claimantKind === "government") {
    told.push(`${saidClause(words, a)}; ${foundClause(words, b)}.`);
    if (b.claimantKind !== "government" && b.stage === "verified") told.push(say("truth.notFalse"));
  } else {
    told.push(`${capital(foundClause(words, a))}; ${foundClause(words, b)}.`);
  }
  const grown = growthOf(words, a, b);
  return (grown ? [...told, grown] : told).map(oneStop);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function growthOf(words: Words, a: Claim, b: Claim): string | null {
  for (const [earlier, later] of [
    [a, b],
    [b, a],
  ] as const) {
    const grown = growth(earlier, later);
    if (!grown.computable || grown.gap.least === null) continue;
    const exact = grown.gap.least === grown.gap.most;
    return words.say(exact ? "truth.growth" : "truth.growthAtLeast", {
      claimant: issuerWords(words, later),
      n: grown.gap.least,
      from: boundFrom(words, endOf(earlier)),
      to: boundFrom(words, endOf(later)),
    });
  }
  return null;
}

function saidClause(words: Words, claim: Claim): string {
  const names = claim.namesPublished;
  const key = names === "none" ? "none" : names === "unknown" ? "unknown" : "published";
  return words.say(`said.${key}.${claim.stage}`, {
    figure: figure(words, claim),
    issuer: issuerWords(words, claim),
  });
}

function foundClause(words: Words, claim: Claim): string {
  const verified = claim.stage === "verified" ? "verified" : "counted";
  const values = { claimant: issuerWords(words, claim), when: when(words, claim) };
  if (claim.value === 0) return words.say("found.nothing", values);
  const key =
    claim.measure === "released_in_period" && claim.unit === "persons" ? "people" : `${claim.measure}`;
  return words.say(`found.${verified}.${key}`, { ...values, figure: figure(words, claim) });
}

const heldClause = (words: Words, claim: Claim): string =>
  words.say(`found.${claim.stage === "verified" ? "verified" : "counted"}.${claim.measure}`, {
    claimant: issuerWords(words, claim),
    figure: figure(words, claim),
    when: boundAt(words, endOf(claim)),
  });

function attributionTruth(words: Words, doubtful: Claim, other: Claim, replaced: Claim | null): string {
  const same = doubtful.value === other.value && startOf(other).date !== null;
  return words.say(same ? "truth.attributionSame" : "truth.attribution", {
    figure: figure(words, doubtful),
    other: figure(words, other),
    claimant: issuerWords(words, other),
    when: when(words, other),
    later: replaced ? words.say("truth.attributionLater", { figure: figure(words, replaced) }) : "",
  });
}

/** The gap in words, or that it cannot be computed. */
export function gapSentence(words: Words, a: Claim, b: Claim): string {
  const gap = gapBetween(a, b);
  if (!gap.computable) return words.say("gap.notComputable");
  const { least, most } = gap.gap;
  if (least !== null && most !== null) {
    return least === most ? words.say("gap.exact", { n: least }) : words.say("gap.between", { least, most });
  }
  return least === null ? words.say("gap.atMost", { n: most ?? 0 }) : words.say("gap.atLeast", { n: least });
}
