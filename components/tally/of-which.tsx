import { StatusMark } from "@/components/ui/status-mark";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { BalanceContent } from "@/lib/opendata/balances/queries";
import type { StatusMark as Mark } from "@/lib/vocabularies/states/schema";

const lines: readonly { line: keyof BalanceContent["held"]["ofWhich"]; mark: Mark }[] = [
  { line: "whereaboutsUnknown", mark: "whereabouts" },
  { line: "houseArrest", mark: "house" },
  { line: "releaseOrderedNotExecuted", mark: "held" },
  { line: "sentenceServed", mark: "held" },
  { line: "amnestied", mark: "held" },
];

/** Parts of the total that overlap: square, number, words. A line below its threshold says "menos de N", for zero as well. */
export function OfWhich({ locale, balance }: { locale: Locale; balance: BalanceContent }) {
  const t = translator(locale, "home");
  const { held, disclosure } = balance;
  const figure = (value: (typeof held.ofWhich)["houseArrest"]) => {
    if (typeof value === "object") return t("lessThan", { n: number(locale, value.lessThan) });
    const printed = number(locale, value);
    return disclosure.cells === "exact" ? printed : t("atLeast", { n: printed });
  };
  return (
    <section className="mt-6" aria-label={t("ofWhichTitle")}>
      <ul className="rows">
        {lines.map(({ line, mark }) => (
          <li key={line}>
            <StatusMark mark={mark} />
            <b className="serif num">{figure(held.ofWhich[line])}</b> {t(`ofWhich.${line}`)}
          </li>
        ))}
      </ul>
      <p className="note mt-2">{t("overlap")}</p>
    </section>
  );
}
