import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { DraftPoint } from "@/lib/vetting/cases/deciding/rules";
import { choices } from "@/lib/vocabularies/rules";
import { type Choice, DeskArea, DeskChoices } from "./fields";

interface PointProps {
  /** Start of the names of its boxes: `identity`, `findings.0`. */
  name: string;
  draft: DraftPoint;
  rests: Choice[];
  /** What the reason is asked as. */
  reason: string;
  /** Whether met, not met or not to be known; not asked where the point has its own question. */
  hasResult?: boolean;
  /** The list of what it may rest on stands open. */
  open?: boolean;
  locale: Locale;
  children?: React.ReactNode;
}

/** One point of the checklist: whether it is met, what it rests on among what the case has, and why. */
export function DecisionPoint({ name, draft, rests, reason, hasResult, open, locale, children }: PointProps) {
  const t = translator(locale, "desk-decision");
  return (
    <>
      {hasResult && (
        <DeskChoices
          name={`${name}.result`}
          label={t("isMet")}
          value={draft.result === null ? [] : [draft.result]}
          choices={choices("finding_result", locale)}
        />
      )}
      {children}
      {rests.length === 0 ? (
        <p className="note">{t("restsNone")}</p>
      ) : (
        <details open={open || draft.rests.length > 0}>
          <summary>{t("pick", { n: rests.length })}</summary>
          <DeskChoices name={`${name}.rests`} many label={t("rests")} value={draft.rests} choices={rests} />
        </details>
      )}
      <DeskArea name={`${name}.reasoning`} rows={2} label={reason} value={draft.reasoning} />
    </>
  );
}
