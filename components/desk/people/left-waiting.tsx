import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { LeftWaiting } from "@/lib/vetting/departures/queries";

/** What somebody who left had proposed and nobody has confirmed yet, each with the page where that is done. Nothing where there is none. */
export function LeftWaitingRows({ left, locale }: { left: LeftWaiting[]; locale: Locale }) {
  const t = translator(locale, "staff");
  if (left.length === 0) return null;
  return (
    <section className="entry">
      <h2>{t("leftTitle")}</h2>
      <p className="note">{t("leftLead")}</p>
      <ul>
        {left.map(({ kind, from, at, where }) => (
          <li key={`${kind} ${where} ${at.getTime()}`}>
            <a href={pageOf(kind, where)}>
              {t("leftKind", { kind })} {kind === "import" || kind === "balance" ? "" : where}
            </a>{" "}
            {t("leftFrom", { from, at })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function pageOf(kind: LeftWaiting["kind"], where: string | null): string {
  if (kind === "import") return `/equipo/importaciones/${where}`;
  if (kind === "balance") return `/equipo/balances/${where}`;
  return kind === "coverage" || where === null ? "/equipo/balances" : `/equipo/casos/${where}`;
}
