import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { addressOf } from "./addresses";

interface KeepProps {
  locale: Locale;
  /** The boxes that ask exactly this question. */
  fields: Record<string, string>;
  /** The same question for the command line. */
  command: string;
}

/** How to keep an answer: its address with every moment pinned down, the two files, the command. */
export function Keep({ locale, fields, command }: KeepProps) {
  const t = translator(locale, "tallies");
  const file = (format: "csv" | "json") => addressOf({ ...fields, format }, "/equipo/recuentos/datos");
  return (
    <section className="entry flow">
      <h2>{t("keepTitle")}</h2>
      <p>
        <a href={addressOf(fields)}>{t("permalink")}</a>
      </p>
      <p>
        <a href={file("csv")}>{t("csv")}</a> · <a href={file("json")}>{t("json")}</a>
      </p>
      <p className="note">
        {t("command")} <code className="digest">{command}</code>
      </p>
    </section>
  );
}
