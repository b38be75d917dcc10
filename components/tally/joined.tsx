import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import type { JoinedChange } from "@/lib/opendata/tallies/joins/schema";
import { changeSentence } from "@/lib/opendata/tallies/sentences/rules";
import type { Mark } from "@/lib/opendata/tallies/steps/schema";
import { AccountTable } from "./account-table";
import { shortMoment } from "./cut-off-day";

interface JoinedProps {
  locale: Locale;
  from: Mark;
  to: Mark;
  joined: JoinedChange;
}

/** The account between any two balances, and what such a sum can and cannot say. The files hold the same numbers. */
export function Joined({ locale, from, to, joined }: JoinedProps) {
  const t = translator(locale, "changes");
  const query = `?balance=${to.slug}&since=${from.slug}`;
  const files = [
    ["reconciliation", "reconciliationJson"],
    ["reconciliation.csv", "reconciliationCsv"],
    ["flows", "flowsJson"],
    ["flows.csv", "flowsCsv"],
  ] as const;
  return (
    <section className="entry">
      <h2>{t("joinedTitle")}</h2>
      <p>{changeSentence(wordsOf(locale, "changes"), { from: from.at, to: to.at, ...joined })}</p>
      {joined.steps > 1 && <p className="mt-3">{t("joinedNote", { n: joined.steps })}</p>}
      {joined.flows.releases.persons === null && <p className="mt-3">{t("personsUnknown")}</p>}
      <div className="mt-3">
        <AccountTable
          locale={locale}
          account={joined}
          caption={t("joinedTitle")}
          opening={t("openingOf", { day: shortMoment(locale, from.at) })}
          closing={t("closingOf", { day: shortMoment(locale, to.at) })}
          whole
        />
      </div>
      <p className="screen-only mt-4">
        {t("files")}:{" "}
        {files.map(([file, words], index) => (
          <span key={file}>
            {index > 0 && " · "}
            <a href={`/api/v1/${file}${query}`}>{t(words)}</a>
          </span>
        ))}
      </p>
      <p className="screen-only mt-4">
        <a href={pathTo(locale, "/cambios")}>{t("choose.back")}</a>
      </p>
    </section>
  );
}
