import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { DeskFact } from "@/lib/vetting/cases/rules";
import { FactRow } from "./fact-row";

interface FactTableProps {
  facts: readonly DeskFact[];
  viewer: string;
  locale: Locale;
  /** What can be done with a fact, at the end of its row. */
  acts?: (fact: DeskFact) => React.ReactNode;
}

/** Facts as rows; on a narrow screen as cards, each value under its heading. */
export function FactTable({ facts, viewer, locale, acts }: FactTableProps) {
  const t = translator(locale, "desk");
  return (
    <div className="scroll">
      <table className="table cards">
        <thead>
          <tr>
            {(["what", "when", "where", "sources", "known"] as const).map((head) => (
              <th key={head} scope="col">
                {t(`fact.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <FactRow key={fact.id} fact={fact} viewer={viewer} locale={locale}>
              {acts?.(fact)}
            </FactRow>
          ))}
        </tbody>
      </table>
    </div>
  );
}
