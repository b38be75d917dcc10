import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

interface StepEndProps {
  locale: Locale;
  ready?: boolean;
  expiresAt?: Date;
}

/** The foot of a page of the report: on, or, once what is needed is there, send it at once; and until when it is kept. */
export function StepEnd({ locale, ready, expiresAt }: StepEndProps) {
  const t = translator(locale, "family");
  return (
    <>
      <Button large>{t("frame.next")}</Button>
      {ready && (
        <Button large plain name="now" value="yes">
          {t("frame.sendNow")}
        </Button>
      )}
      {expiresAt && <p className="hint">{t("frame.keptUntil", { date: expiresAt })}</p>}
    </>
  );
}
