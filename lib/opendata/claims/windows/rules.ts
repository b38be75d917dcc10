import { startOf } from "@/lib/claims/compare/rules";
import { boundFrom, claimantShort, figure, type Words } from "@/lib/claims/sentences/words/rules";
import type { PublishedClaim } from "../schema";

/** A beginning from which something was verified or counted that may be read beside a figure, and who counts from there. */
export interface WindowChoice {
  key: string;
  label: string;
  /** The nearest of those that begin there. */
  other: PublishedClaim;
}

const KEY = /^\d{4}-\d{2}(-\d{2})?(-aprox)?$/;

/** A beginning in an address, never more exact than the source: a month stays a month, a guessed date says that it is one. */
export function startKey(claim: PublishedClaim): string | null {
  const { date, precision } = startOf(claim);
  if (!date || claim.kind === "stock" || precision === "unknown") return null;
  if (precision === "month") return date.slice(0, 7);
  return precision === "nominal" ? `${date.endsWith("-01") ? date.slice(0, 7) : date}-aprox` : date;
}

/** From when what stands beside an authority's figure can be counted, the nearest first, one choice a beginning. */
export function windowChoices(
  words: Words,
  claim: PublishedClaim,
  around: ReadonlyMap<string, PublishedClaim>,
): WindowChoice[] {
  if (claim.claimantKind !== "government" || claim.kind === "stock") return [];
  const groups = new Map<string, PublishedClaim[]>();
  for (const { id } of claim.beside) {
    const other = around.get(id);
    const key = other && startKey(other);
    if (other && key) groups.set(key, [...(groups.get(key) ?? []), other]);
  }
  return [...groups].flatMap(([key, [other, ...more]]) =>
    other
      ? [
          {
            key,
            other,
            label: words.say("windows.option", {
              from: boundFrom(words, startOf(other)),
              list: new Intl.ListFormat(words.tag, { type: "conjunction", style: "narrow" }).format(
                [other, ...more].map((one) =>
                  words.say("windows.one", {
                    figure: figure(words, one),
                    claimant: claimantShort(words, one),
                  }),
                ),
              ),
            }),
          },
        ]
      : [],
  );
}

/** From when an address asks to see what was verified; what is no beginning is asked for all the same, and said not to be there. */
export function windowAsked({ desde }: Record<string, string | string[] | undefined>): string | undefined {
  const from = (Array.isArray(desde) ? desde[0] : desde)?.trim() ?? "";
  return KEY.test(from) ? from : from ? "unknown" : undefined;
}
