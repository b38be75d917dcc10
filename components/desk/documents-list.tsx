import type { ReceivedDocument } from "@/lib/evidence/documents/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** What came with a report: kind, size, hash as received, and a link to a safe picture of it. Nothing is opened by listing it. */
export function DocumentsList({
  reportId,
  documents,
  locale,
}: {
  reportId: string;
  documents: (ReceivedDocument & { id: string })[];
  locale: Locale;
}) {
  const t = translator(locale, "documents");
  return (
    <>
      <h2>{t("heading")}</h2>
      {documents.length === 0 && <p className="note">{t("none")}</p>}
      {documents.length > 0 && (
        <ul className="plain-list">
          {documents.map(({ id, name, kind, bytes, sha256 }) => (
            <li key={id}>
              <a className="breakable" href={`/equipo/reportes/${reportId}/documentos/${id}`}>
                {t("open", { name: name || t("unnamed") })}
              </a>{" "}
              <span className="note">
                {t("kind", { kind, size: `${Math.max(1, Math.round(bytes / 1000))} KB` })} · {t("hash")}{" "}
                <code className="breakable">{sha256}</code>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
