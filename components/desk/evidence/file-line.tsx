import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { FileListed } from "@/lib/vetting/evidence/queries";
import { sizeText } from "./words";

/** Whose a file is, of what kind and size, its hash at reception; or why it is closed, and then nothing of it. */
export function FileLine({ file, locale }: { file: FileListed | null; locale: Locale }) {
  const t = translator(locale, "evidence");
  const documents = translator(locale, "documents");
  if (file === null) return <span className="note">{t("file.none")}</span>;
  if (file.closed) return <p className="problems">{t(`closed.${file.closed}`)}</p>;
  const whose = t(file.report === null ? "file.brought" : "file.familys");
  if (file.what === null)
    return (
      <span className="note">
        {whose}. {t("file.hidden")}
      </span>
    );
  const { kind, bytes, sha256 } = file.what;
  return (
    <span className="note">
      {whose} · {documents("kind", { kind, size: sizeText(bytes) })} · {documents("hash")}{" "}
      <code className="breakable">{sha256}</code>
    </span>
  );
}
