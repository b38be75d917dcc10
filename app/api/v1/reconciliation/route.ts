import { openRoute, readQuery } from "@/lib/core/answer";
import { locales } from "@/lib/i18n/locales";
import { wordsOf } from "@/lib/i18n/messages";
import { changeHead } from "@/lib/opendata/tallies/answers/rules";
import { orProblem } from "@/lib/opendata/tallies/problems/queries";
import { findChange } from "@/lib/opendata/tallies/queries";
import { changeQuery } from "@/lib/opendata/tallies/schema";
import { changeSentence } from "@/lib/opendata/tallies/sentences/rules";

export const dynamic = "force-dynamic";

/** How one published total became the other, term by term, to residual zero, and the same as a sentence in both languages. */
export const GET = openRoute(async (request) => {
  const asked = readQuery(request, changeQuery);
  const found = await orProblem(findChange(asked));
  const { from, to, joined } = found;
  const words =
    from && joined
      ? Object.fromEntries(
          locales.map((locale) => [
            locale,
            changeSentence(wordsOf(locale, "changes"), { from: from.at, to: to.at, ...joined }),
          ]),
        )
      : null;
  return { json: { ...changeHead(found, asked), reconciliation: joined?.reconciliation ?? null, words } };
});
