import { Button } from "@/components/ui/button";
import { STEP_UP } from "@/lib/core/form";
import type { RefusalCode } from "@/lib/core/refusal";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { CsrfField } from "../frame/csrf-field";

interface OriginalProps {
  /** Where the file is asked for. */
  path: string;
  csrf: string;
  /** Why it was not given the last time. */
  problem: RefusalCode | null;
  locale: Locale;
  /** What else is asked before the reason. */
  children?: React.ReactNode;
}

/** Asks for the file itself: with what it may carry said first, a reason, and a second factor. */
export function Original({ path, csrf, problem, locale, children }: OriginalProps) {
  const t = translator(locale, "documents");
  return (
    <details className="form" id="original" open={problem !== null}>
      <summary data-key="O">{t("original")}</summary>
      <p className="note">{t("originalLead")}</p>
      <form method="post" action={path}>
        {problem && (
          <div className="problems" role="alert">
            <h3>{t("notTaken")}</h3>
            <p>{translator(locale, "refusals")(problem, {})}</p>
          </div>
        )}
        <CsrfField token={csrf} />
        {children}
        <div className="field">
          <label htmlFor="why">{t("why")}</label>
          <textarea id="why" name="why" className="box" rows={2} maxLength={1000} />
        </div>
        <div className="field">
          <label htmlFor="factor">{t("factor")}</label>
          <input
            id="factor"
            name={STEP_UP}
            className="box"
            inputMode="numeric"
            autoComplete="one-time-code"
          />
        </div>
        <Button plain>{t("take")}</Button>
      </form>
    </details>
  );
}
