import { Refusal } from "@/lib/core/refusal";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { LookAsked } from "@/lib/vetting/documents/schema";
import type { PieceShown } from "@/lib/vetting/evidence/queries";
import { Veil } from "./veil";
import { Viewer } from "./viewer";

interface FilePaneProps extends Pick<PieceShown, "opened"> {
  file: NonNullable<PieceShown["file"]>;
  look: LookAsked;
  path: string;
  locale: Locale;
}

/** The file of a piece as it may be looked at: a page of it, a veil, why it cannot be drawn, why it is closed, or who sees it. */
export function FilePane({ file, opened, look, path, locale }: FilePaneProps) {
  const t = translator(locale, "evidence");
  const documents = translator(locale, "documents");
  if (file.closed) return <p className="problems">{t(`closed.${file.closed}`)}</p>;
  if (opened === null) return <p className="note">{t("file.hidden")}</p>;
  if (opened instanceof Refusal)
    return (
      <div className="problems">
        <h2>{documents("notShown")}</h2>
        <p>{translator(locale, "refusals")(opened.code, opened.values)}</p>
      </div>
    );
  const { picture, pages, graphic } = opened;
  return (
    <>
      <p className="note">{documents("safe")}</p>
      <Veil graphic={graphic} isOpen={picture !== null} look={look} path={path} locale={locale} />
      {picture && pages !== null && (
        <Viewer
          {...{ picture, pages, look, path, locale }}
          label={documents("picture", { page: look.hoja, name: opened.name || t("file.unnamed") })}
        />
      )}
    </>
  );
}
