import { cutOffWords } from "@/lib/i18n/cut-off";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";

interface CountSentenceProps {
  locale: Locale;
  shown: number;
  counted: { matching: number; all: number };
  /** The latest balance, whose total counts people with and without a public name; null before the first. */
  verified: { slug: string; at: string; total: number } | null;
}

/**
 * How many rows stand here, of how many, beside how many are verified. The two are told apart and never subtracted: among the named are
 * people already out.
 */
export function CountSentence({ locale, shown, counted, verified }: CountSentenceProps) {
  const t = translator(locale, "cases");
  const { matching, all } = counted;
  const numbers = { shown: number(locale, shown), matching, all };
  const key = matching === all ? "countAll" : "countOf";
  return (
    <p className="mb-3">
      {t(key, numbers)}{" "}
      {verified &&
        t.rich("countVerified", {
          total: number(locale, verified.total),
          cutOff: cutOffWords(locale, verified.at),
          a: (words) => <a href={pathTo(locale, `/balances/${verified.slug}`)}>{words}</a>,
        })}
    </p>
  );
}
