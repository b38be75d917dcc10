import { origin } from "@/lib/core/env";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import type { ReadySentence } from "@/lib/opendata/press/schema";

/** Sentences to copy, each with its caveat, its moment and its fixed address: one tap marks a whole sentence, without script. */
export function Ready({ locale, sentences }: { locale: Locale; sentences: readonly ReadySentence[] }) {
  const t = translator(locale, "press");
  return (
    <ol className="ready">
      {sentences.map(({ key, text, caveat, when, path }) => (
        <li key={key} id={key} className="entry flow">
          <blockquote className="copied">{text}</blockquote>
          <p>
            <b>{t("caveat")}</b> {caveat}
          </p>
          <p className="note">
            {when} ·{" "}
            <a href={pathTo(locale, path)} className="breakable">
              {`${origin("PUBLIC") ?? ""}${pathTo(locale, path)}`}
            </a>
          </p>
        </li>
      ))}
    </ol>
  );
}
