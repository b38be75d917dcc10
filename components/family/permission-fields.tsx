import { ChoiceField } from "@/components/ui/fieldset";
import { CONSENT_TEXT } from "@/lib/consent/rules";
import type { AskedPurpose } from "@/lib/consent/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { boxOf } from "@/lib/intake/permissions/schema";
import type { PostedForm } from "@/lib/intake/typed/schema";

interface PermissionFieldsProps {
  locale: Locale;
  /** What this person may be asked. */
  offered: readonly AskedPurpose[];
  /** Why nothing that publishes is among them. */
  under18: boolean;
  typed: PostedForm;
  problemAt: (field: string) => string | undefined;
}

/**
 * One question for each purpose, with what follows from a yes. Nothing is chosen for anybody, not knowing comes first, and the wording
 * that was on the page travels with the answer.
 */
export function PermissionFields({ locale, offered, under18, typed, problemAt }: PermissionFieldsProps) {
  const t = translator(locale, "permissions");
  return (
    <>
      <input type="hidden" name="textVersion" value={CONSENT_TEXT} />
      {under18 && <p className="notice">{t("minor")}</p>}
      {offered.length === 0 && <p className="notice">{t("notYours")}</p>}
      {offered.map((what) => (
        <ChoiceField
          key={what}
          name={boxOf(what)}
          legend={t(what)}
          hint={t(`${what}Hint`)}
          error={problemAt(boxOf(what))}
          value={typed[boxOf(what)]}
          choices={(["unsure", "no", "yes"] as const).map((value) => ({ value, label: t(value) }))}
        />
      ))}
    </>
  );
}
