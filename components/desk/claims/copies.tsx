import { Button } from "@/components/ui/button";
import type { CopyKept } from "@/lib/claims/ledger/schema";
import type { RefusalCode } from "@/lib/core/refusal";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { CsrfField } from "../frame/csrf-field";
import { dayText } from "../when";

interface CopiesProps {
  claimId: string;
  copies: CopyKept[];
  /** Null for whoever may only look. */
  csrf: string | null;
  /** Why the last file was not kept. */
  problem: RefusalCode | null;
  locale: Locale;
}

/** The archived copies of a figure's source, each with its hash, and the way to add one: from somebody's own machine, never fetched. */
export function Copies({ claimId, copies, csrf, problem, locale }: CopiesProps) {
  const t = translator(locale, "ledger");
  const at = `/equipo/declaraciones/${claimId}/copias`;
  return (
    <section className="entry" id="copias">
      <h2>{t("copies.title")}</h2>
      <p className="note">{t("copies.lead")}</p>
      {copies.length === 0 && <p className="empty">{t("copies.none")}</p>}
      {copies.length > 0 && (
        <ul className="plain-list">
          {copies.map(({ id, kind, bytes, sha256, addedBy, addedAt }) => (
            <li key={id}>
              <a href={`${at}/${id}`}>{t("copies.open")}</a>{" "}
              <span className="note">
                {t("copies.row", {
                  kind: t(`copies.kinds.${kind as "pdf"}`),
                  size: `${Math.max(1, Math.round(bytes / 1000))} KB`,
                  who: addedBy,
                  day: dayText(addedAt, locale),
                })}{" "}
                · {t("copies.hash")} <code className="breakable">{sha256}</code>
              </span>
            </li>
          ))}
        </ul>
      )}
      {csrf && (
        <form method="post" action={at} encType="multipart/form-data" className="form">
          {problem && (
            <div className="problems" role="alert">
              <h3>{t("copies.failed")}</h3>
              <p>{translator(locale, "refusals")(problem, {})}</p>
            </div>
          )}
          <CsrfField token={csrf} />
          <div className="field">
            <label htmlFor="copia">{t("copies.file")}</label>
            <input
              id="copia"
              className="box"
              type="file"
              name="file"
              accept=".pdf,.png,.jpg,.jpeg,.webp,.html,.htm,.txt"
            />
          </div>
          <Button plain>{t("copies.submit")}</Button>
        </form>
      )}
    </section>
  );
}
