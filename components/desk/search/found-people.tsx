import { dayText } from "@/components/desk/when";
import { stateText } from "@/components/desk/words";
import type { DeskVisit } from "@/lib/auth/session";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { Finds, Found } from "@/lib/vetting/search/schema";
import { label } from "@/lib/vocabularies/rules";

/** Who was found, best first, each with what tells namesakes apart; that there were more, or nobody. */
export function FoundPeople({
  found: { finds, total },
  visit: { locale },
}: {
  found: Finds;
  visit: DeskVisit;
}) {
  const t = translator(locale, "desk-search");
  if (finds.length === 0) return <p className="empty">{t("none")}</p>;
  return (
    <section aria-labelledby="hallados">
      <h2 id="hallados">
        {total > finds.length ? t("more", { shown: finds.length, total }) : t("total", { n: finds.length })}
      </h2>
      <ol className="rows queue">
        {finds.map((one) => (
          <li key={one.kind === "case" ? one.case.id : one.report.id}>
            <FoundOne found={one} locale={locale} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function FoundOne({ found, locale }: { found: Found; locale: Locale }) {
  const t = translator(locale, "desk-search");
  if (found.kind === "report") {
    const { id, name, receivedAt, urgent, assignedTo } = found.report;
    return (
      <p className="line">
        <a href={`/equipo/reportes/${id}`} data-row={name}>
          {name}
        </a>
        <span className="note">{t("report", { day: dayText(receivedAt, locale) })}</span>
        {assignedTo && <span className="note">{t("heldBy", { who: assignedTo })}</span>}
        {urgent && <strong className="mark-urgent">{t("urgent")}</strong>}
      </p>
    );
  }
  const { reference, name, aliases, custody, entity, verdict } = found.case;
  return (
    <p className="line">
      <a href={`/equipo/casos/${reference}`} data-row={name}>
        {name}
      </a>
      <span className="num">{reference}</span>
      {aliases.length > 0 && <span>{t("called", { names: aliases.join(", ") })}</span>}
      <span className="note">
        {[
          custody && stateText("custody", custody, locale),
          entity && label("entity", entity, locale),
          verdict && stateText("vetting", verdict, locale),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </p>
  );
}
