import { SplitBar } from "@/components/ui/split-bar";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import type { BalanceContent } from "@/lib/opendata/balances/queries";

/** In the order of the weekly card that journalists know. Place is not among them: it has no remainder and its own table. */
const order = ["sex", "civilMilitary", "ageGroup", "convicted", "nationality", "whereabouts"] as const;
const main = {
  sex: ["man", "woman", "other", "unknown"],
  civilMilitary: ["civilian", "military", "unknown"],
  ageGroup: ["adult", "under18", "unknown"],
  convicted: ["notConvicted", "convicted", "unknown"],
  nationality: ["national", "dual", "foreign", "unknown"],
  whereabouts: ["known", "unknown", "notRecorded"],
} as const;
type Name = (typeof order)[number];

interface Part {
  key: string;
  words: string;
  value: number;
}

interface PartitionsProps {
  locale: Locale;
  balance: BalanceContent;
  /** Where the public pages are, when this is shown elsewhere. */
  site?: string;
}

/** The total divided one way at a time. Each division sums to the total; what is not printed is joined and said to be. */
export function Partitions({ locale, balance, site = "" }: PartitionsProps) {
  const t = translator(locale, "home");
  const atLeast = balance.disclosure.cells === "atLeast";
  const divided = order.flatMap((name) => {
    const parts = partsOf(locale, name, balance);
    return parts ? [{ name, parts }] : [];
  });
  const withheld = order.filter((name) => balance.partitions[name] === null);
  return (
    <section className="entry">
      <h2>{t("partitionsTitle")}</h2>
      <dl className="rows">
        {divided.map(({ name, parts }) => (
          <div key={name}>
            <dt className="note">{t(`partitions.${name}`)}</dt>
            <dd className="whole">
              <Parts locale={locale} parts={parts} atLeast={atLeast && name !== "ageGroup"} />
            </dd>
          </div>
        ))}
      </dl>
      {withheld.length > 0 && (
        <p className="mt-3">
          {t("notBroken", { names: withheld.map((name) => t(`partitions.${name}`)).join(", ") })}
        </p>
      )}
      {atLeast && (
        <p className="note mt-2">
          {t.rich("atLeastNote", {
            a: (words) => <a href={`${site}${pathTo(locale, "/metodo")}#celdas`}>{words}</a>,
          })}
        </p>
      )}
    </section>
  );
}

function Parts({ locale, parts, atLeast }: { locale: Locale; parts: Part[]; atLeast: boolean }) {
  const t = translator(locale, "home");
  return (
    <>
      <span className="parts">
        {parts.map(({ key, words, value }) => (
          <span key={key}>
            <b className="serif num">
              {atLeast && key !== "othersOrUnknown"
                ? t("atLeast", { n: number(locale, value) })
                : number(locale, value)}
            </b>{" "}
            {words}
          </span>
        ))}
      </span>
      <SplitBar parts={parts.map((part) => part.value)} />
    </>
  );
}

function partsOf(locale: Locale, name: Name, balance: BalanceContent): Part[] | null {
  const t = translator(locale, "home");
  const cells: Record<string, number | undefined> | null = balance.partitions[name];
  if (!cells) return null;
  const printed = main[name].flatMap((key) => {
    const value = cells[key];
    if (value === undefined || (value === 0 && key !== "under18")) return [];
    return [{ key, value, words: t(`cells.${name}.${key}` as "cells.sex.man") }];
  });
  const others = cells.othersOrUnknown ?? 0;
  return others === 0 ? printed : [...printed, { key: "othersOrUnknown", value: others, words: t("others") }];
}
