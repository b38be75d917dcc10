import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { FileListed } from "@/lib/vetting/evidence/queries";
import { dayText } from "../when";
import { FileLine } from "./file-line";

interface UnreadProps {
  reference: string;
  files: readonly FileListed[];
  locale: Locale;
}

/** Files that came or were brought and nobody has read: each with the way to look at it and say what it is. */
export function Unread({ reference, files, locale }: UnreadProps) {
  const t = translator(locale, "evidence");
  return (
    <section className="entry" id="por-leer">
      <h2>{t("unread")}</h2>
      {files.length === 0 ? (
        <p className="empty">{t("noUnread")}</p>
      ) : (
        <>
          <p className="note">{t("unreadLead")}</p>
          <ol className="rows">
            {files.map((file) => (
              <li key={file.id} data-row>
                {file.what && (
                  <a className="breakable" href={`/equipo/casos/${reference}/evidencia/${file.id}`}>
                    {file.what.name || t("file.unnamed")}
                  </a>
                )}{" "}
                {file.isGraphic && <strong className="waits">{t("graphic")}</strong>}
                <span className="note">
                  {t("file.received", { day: dayText(file.receivedAt, locale) })}
                  {file.what?.obtained && ` · ${file.what.obtained}`}
                </span>
                <FileLine file={file} locale={locale} />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
