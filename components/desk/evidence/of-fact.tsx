import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import { label } from "@/lib/vocabularies/rules";
import { gradeText } from "./words";

interface OfFactProps {
  found: Pick<CaseForDesk, "reference" | "evidence">;
  factId: string;
  locale: Locale;
}

/** What is tied to a fact: each item with what it says of it and how it was judged; one that was withdrawn is not among them. */
export function OfFact({ found, factId, locale }: OfFactProps) {
  const t = translator(locale, "evidence");
  const tied = found.evidence
    .filter((item) => item.withdrawn === null)
    .flatMap((item) =>
      item.ties
        .filter((tie) => tie.factId === factId && tie.ended === null)
        .map((tie) => ({ item, relation: tie.relation, id: tie.id })),
    );
  if (tied.length === 0) return <span className="note">{t("byFactNone")}</span>;
  return (
    <ul className="plain-list">
      {tied.map(({ item, relation, id }) => (
        <li key={id}>
          {t(`relation.${relation}`)}:{" "}
          <a className="breakable" href={`/equipo/casos/${found.reference}/evidencia/${item.id}`}>
            {item.words.title}
          </a>
          <span className="note">
            {label("source_kind", item.kind, locale)} · {gradeText(item, locale)}
          </span>
        </li>
      ))}
    </ul>
  );
}
