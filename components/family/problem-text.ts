import type { Locale } from "@/lib/i18n/locales";
import { type Messages, translator } from "@/lib/i18n/messages";
import type { PostedForm, Problem } from "@/lib/intake/typed/schema";

/** Problems as sentences, the same words in the summary and at the field. */
export function problemText(locale: Locale, problems: Problem[], typed: PostedForm = {}) {
  const t = translator(locale, "family");
  const count = (typed.code ?? "").replace(/\D/g, "").length;
  const sentence = ({ key }: Problem) =>
    t(`problems.${key as keyof Messages["family"]["problems"]}`, { count });
  const first = new Map(problems.map((problem) => [problem.field, sentence(problem)]));
  return {
    summary: problems.map((problem) => ({ href: `#${problem.field}`, text: sentence(problem) })),
    at: (field: string) => first.get(field),
  };
}
