import { DeskCheck, DeskSelect, DeskText } from "@/components/desk/fields";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** What a coordinator decides of a balance: its kind, its cut-off, whether ages are left out and why, what it corrects. */
export function DraftFields({ locale }: { locale: Locale }) {
  const t = translator(locale, "balances");
  const kinds = (["weekly", "partial"] as const).map((value) => ({ value, label: t(value) }));
  return (
    <>
      <DeskSelect
        name="kind"
        label={t("desk.kind")}
        hint={t("desk.kindHint")}
        value="weekly"
        choices={kinds}
      />
      <DeskText name="day" type="date" label={t("desk.day")} />
      <DeskCheck name="blurAge" label={t("desk.blurAge")} />
      <DeskText name="blurWhy" label={translator(locale, "desk-balances")("blurWhy")} />
      <DeskText name="corrects" label={t("desk.corrects")} />
      <DeskText name="why" label={t("desk.why")} />
    </>
  );
}

/** The names of its boxes, for the summary of what must be mended. */
export function draftLabels(locale: Locale): Record<string, string> {
  const t = translator(locale, "balances");
  return {
    day: t("desk.day"),
    blurWhy: translator(locale, "desk-balances")("blurWhy"),
    corrects: t("desk.corrects"),
    why: t("desk.why"),
  };
}
