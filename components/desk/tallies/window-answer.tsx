import { AccountTable } from "@/components/tally/account-table";
import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { signedNumber } from "@/lib/opendata/tallies/sentences/rules";
import type { AnsweredWindow } from "@/lib/tallies/asking/schema";
import { Caveats } from "./caveats";
import { momentWords } from "./moment-words";

const events = [
  "detentions",
  "newDetentions",
  "redetentions",
  "events",
  "persons",
  "withMeasures",
  "full",
  "expelled",
  "unspecified",
  "deaths",
  "leftWithoutRelease",
  "shortDetentions",
  "lateRegistrations",
  "removals",
] as const;
type Event = (typeof events)[number];

interface WindowAnswerProps {
  locale: Locale;
  window: AnsweredWindow;
  now: Date;
}

/** What happened between two moments and how one total became the other. */
export function WindowAnswer({ locale, window, now }: WindowAnswerProps) {
  const t = translator(locale, "tallies");
  const { from, to, knownFrom, knownTo, flows, reconciliation } = window;
  const words = (moment: string) => momentWords(locale, moment);
  const { releases, ...rest } = flows;
  const happened: Record<Event, number> = { ...rest, ...releases };
  const columns: Column<Event>[] = [
    { key: "flow", head: t("flow"), cell: (event) => t(`flows.${event}`) },
    {
      key: "n",
      head: t("count"),
      numeric: true,
      cell: (event) =>
        event === "lateRegistrations" || event === "removals"
          ? signedNumber(wordsOf(locale, "tallies"), happened[event])
          : number(locale, happened[event]),
    },
  ];
  return (
    <>
      <section className="entry flow">
        <h2>{t("accountTitle")}</h2>
        <p>
          {t("windowHeld", {
            from: momentWords(locale, from, true),
            knownFrom: words(knownFrom),
            to: words(to),
            knownTo: words(knownTo),
          })}{" "}
          {t("method", { version: window.method })}
        </p>
        <Caveats locale={locale} at={to} known={[knownFrom, knownTo]} now={now} />
        <AccountTable
          locale={locale}
          caption={t("accountCaption", { residual: number(locale, reconciliation.residual) })}
          account={{
            flows: {
              releases: { ...releases, personsBetween: { least: releases.persons, most: releases.persons } },
            },
            reconciliation,
          }}
          whole={false}
          opening={t("opening")}
          closing={t("closing")}
        />
      </section>
      <section className="entry">
        <h2>{t("flowsTitle")}</h2>
        <Table caption={t("flowsCaption")} columns={columns} rows={events} rowKey={(event) => event} />
      </section>
    </>
  );
}
