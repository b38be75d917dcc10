import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import type { Step } from "@/lib/opendata/tallies/steps/schema";

/** What a balance corrects, and why, and what corrected it since. Nothing when neither. */
export function Corrects({ locale, step }: { locale: Locale; step: Pick<Step, "corrects" | "correctedBy"> }) {
  const t = translator(locale, "changes");
  const link = (slug: string) => (words: React.ReactNode) => (
    <a href={pathTo(locale, `/balances/${slug}`)}>{words}</a>
  );
  return (
    <>
      {step.corrects && (
        <p>{t.rich("corrections.line", { ...step.corrects, a: link(step.corrects.slug) })}</p>
      )}
      {step.correctedBy && (
        <p>{t.rich("corrections.by", { slug: step.correctedBy, a: link(step.correctedBy) })}</p>
      )}
    </>
  );
}
