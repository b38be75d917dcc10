import type { PublishedMoment } from "@/lib/balances/rules";
import { dateInCaracas, daysLater } from "@/lib/core/clock";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { Ask } from "@/lib/tallies/asking/schema";
import { addressOf } from "./addresses";

interface ShortcutsProps {
  locale: Locale;
  ask: Ask;
  now: Date;
  published: readonly PublishedMoment[];
}

/** The questions asked most, one link each. */
export function Shortcuts({ locale, ask, now, published }: ShortcutsProps) {
  const t = translator(locale, "tallies");
  return (
    <nav aria-label={t("quick")} className="mt-4">
      <h2>{t("quick")}</h2>
      <ul>
        {shortcutsOf(t, ask, now, published).map(({ words, fields }) => (
          <li key={words}>
            <a href={addressOf({ ask, ...fields })} className="inline-block leading-[2.25rem]">
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Words = ReturnType<typeof translator<"tallies">>;

function shortcutsOf(t: Words, ask: Ask, now: Date, published: readonly PublishedMoment[]) {
  const dayAgo = (days: number) => dateInCaracas(daysLater(now, -days));
  const [last, before] = published;
  const iso = (moment: Date) => moment.toISOString();
  if (ask === "window") {
    const month = { from: dayAgo(31), to: dayAgo(1) };
    const between =
      last && before
        ? [
            {
              words: t("quickBetween", { from: before.slug, to: last.slug }),
              fields: {
                from: iso(before.at),
                to: iso(last.at),
                knownFrom: iso(before.known),
                knownTo: iso(last.known),
              },
            },
          ]
        : [];
    return [
      { words: t("quickThirty"), fields: month },
      { words: t("quickThirtyNow"), fields: { ...month, knownFrom: iso(now), knownTo: iso(now) } },
      ...between,
    ];
  }
  if (ask === "series") {
    const year = { from: dayAgo(365), to: dayAgo(1), step: "week" };
    return [
      { words: t("quickYear"), fields: { ...year, kind: "restated" } },
      { words: t("quickYearThen"), fields: { ...year, kind: "asThen" } },
    ];
  }
  const yesterday = { at: dayAgo(1) };
  return [
    { words: t("quickYesterday"), fields: yesterday },
    { words: t("quickYesterdayThen"), fields: { ...yesterday, known: dayAgo(1) } },
    { words: t("quickWeekAgo"), fields: { at: dayAgo(7), known: dayAgo(7) } },
    ...published
      .slice(0, 3)
      .map(({ slug }) => ({ words: t("quickBalance", { slug }), fields: { balance: slug } })),
  ];
}
