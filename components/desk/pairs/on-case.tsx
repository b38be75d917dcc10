import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { mergesOf } from "@/lib/vetting/pairs/merge/queries";

interface OnCaseProps {
  merges: Awaited<ReturnType<typeof mergesOf>>;
  /** How many pairs with it wait; null where that is not known yet. */
  open: number | null;
  mayOpen: boolean;
  locale: Locale;
}

/** On the page of a case: what it was merged into, what it includes, and who may be the same person. */
export function PairsOnCase({ merges, open, mayOpen, locale }: OnCaseProps) {
  const t = translator(locale, "pairs");
  if (merges.length === 0 && !open) return null;
  return (
    <aside className="note">
      {merges.map(({ id, agreed, isAbsorbed, other }) => (
        <p key={id}>
          {t(agreed ? (isAbsorbed ? "onCase.into" : "onCase.has") : "onCase.waits", { other })}{" "}
          <a href={`/equipo/casos/${other}`}>{t("caseIs", { reference: other })}</a>
          {mayOpen && (
            <>
              {" · "}
              <a href={`/equipo/duplicados/union/${id}`}>{t("onCase.see")}</a>
            </>
          )}
        </p>
      ))}
      {mayOpen && !!open && (
        <p>
          <a href="/equipo/duplicados">{t("onCase.pairs", { n: open })}</a>
        </p>
      )}
    </aside>
  );
}
