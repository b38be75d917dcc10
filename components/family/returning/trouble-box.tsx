import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { isBusyNumber } from "@/lib/intake/flow/rules";

/** A page could not be kept: says so above, with the number of the failure where it is one; what was typed stands below. */
export function TroubleBox({ locale, reference }: { locale: Locale; reference: string }) {
  const t = translator(locale, "family");
  return (
    // biome-ignore lint/a11y/noAutofocus: without script this is the only way to take the reader to what went wrong
    <div className="problems" role="alert" tabIndex={-1} autoFocus>
      {isBusyNumber(reference) ? (
        <>
          <h2>{t("trouble.busy")}</h2>
          <p>{t("trouble.busyKept")}</p>
        </>
      ) : (
        <>
          <h2>{t("trouble.heading")}</h2>
          <p>{t("trouble.kept")}</p>
          <p>{t("trouble.reference", { reference })}</p>
        </>
      )}
    </div>
  );
}
