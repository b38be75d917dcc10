import { SelectField, TextField } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** What a coordinator decides of a balance: its kind, its cut-off, whether ages are left out, what it corrects. */
export function DraftFields({ locale }: { locale: Locale }) {
  const t = translator(locale, "balances");
  return (
    <>
      <SelectField
        name="kind"
        label={t("desk.kind")}
        hint={t("desk.kindHint")}
        choices={[
          { value: "weekly", label: t("weekly") },
          { value: "partial", label: t("partial") },
        ]}
      />
      <TextField name="day" label={t("desk.day")} inputMode="numeric" />
      <label className="flex min-h-11 items-center gap-3">
        <input type="checkbox" name="blurAge" value="yes" />
        {t("desk.blurAge")}
      </label>
      <TextField name="corrects" label={t("desk.corrects")} />
      <TextField name="why" label={t("desk.why")} />
    </>
  );
}
