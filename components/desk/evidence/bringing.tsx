import { Button } from "@/components/ui/button";
import type { RefusalCode } from "@/lib/core/refusal";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { CsrfField } from "../frame/csrf-field";
import { Key } from "../keys/key";

interface BringingProps {
  reference: string;
  csrf: string;
  /** Why the last file was not kept. */
  problem: RefusalCode | null;
  locale: Locale;
}

/** Brings a file to a case from somebody's own machine, with how it was obtained; kept sealed, and never fetched. */
export function Bringing({ reference, csrf, problem, locale }: BringingProps) {
  const t = translator(locale, "evidence");
  return (
    <details className="form" id="traer" open={problem !== null}>
      <summary data-key="A">
        {t("bring.title")} <Key of="A" />
      </summary>
      <form
        method="post"
        action={`/equipo/casos/${reference}/evidencia/recibir`}
        encType="multipart/form-data"
      >
        {problem && (
          <div className="problems" role="alert">
            <h3>{t("bring.failed")}</h3>
            <p>{translator(locale, "refusals")(problem, {})}</p>
          </div>
        )}
        <p className="note">{t("bring.lead")}</p>
        <CsrfField token={csrf} />
        <div className="field">
          <label htmlFor="obtained">{t("bring.obtained")}</label>
          <textarea
            id="obtained"
            name="obtained"
            className="box"
            rows={2}
            minLength={3}
            maxLength={2000}
            required
          />
        </div>
        <div className="field">
          <label htmlFor="archivo">{t("bring.file")}</label>
          <input
            id="archivo"
            className="box"
            type="file"
            name="file"
            accept=".pdf,.png,.jpg,.jpeg,.webp"
            required
          />
        </div>
        <Button>{t("bring.submit")}</Button>
      </form>
    </details>
  );
}
