import type { EvidenceItem } from "@/lib/evidence/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import type { FileListed } from "@/lib/vetting/evidence/queries";
import { label } from "@/lib/vocabularies/rules";
import { dayText } from "../when";
import { originText } from "../words";
import { FileLine } from "./file-line";
import { factFate, factLine, gradeText } from "./words";

interface PiecesProps {
  found: CaseForDesk;
  pieces: readonly { item: EvidenceItem; file: FileListed | null }[];
  /** What is said where there are none. */
  empty: string;
  locale: Locale;
}

/** Items one under the other: what each is, where it comes from, how it was judged, its file with its hash, and what it is tied to. */
export function Pieces({ found, pieces, empty, locale }: PiecesProps) {
  const t = translator(locale, "evidence");
  const desk = translator(locale, "desk");
  if (pieces.length === 0) return <p className="empty">{empty}</p>;
  return (
    <ol className="rows">
      {pieces.map(({ item, file }) => (
        <li key={item.id} className={item.withdrawn ? "past" : undefined} data-row>
          <a className="breakable" href={`/equipo/casos/${found.reference}/evidencia/${item.id}`}>
            <b>{item.words.title}</b>
          </a>{" "}
          {item.lead && <strong className="waits">{desk("evidence.leadMark")}</strong>}{" "}
          {file?.isGraphic && <strong className="waits">{t("graphic")}</strong>}
          <span className="note">
            {label("source_kind", item.kind, locale)} · {originText(item.origin, locale)} ·{" "}
            {gradeText(item, locale)} ·{" "}
            {desk("evidence.addedBy", { who: item.addedBy, day: dayText(item.receivedAt, locale) })}
          </span>
          <FileLine file={file} locale={locale} />
          <Tied item={item} found={found} locale={locale} />
          {item.withdrawn && (
            <p className="note">
              {desk("evidence.withdrawn", {
                ...{ who: item.withdrawn.by, day: dayText(item.withdrawn.at, locale) },
                why: item.withdrawn.why,
              })}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Tied({ item, found, locale }: { item: EvidenceItem; found: CaseForDesk; locale: Locale }) {
  const t = translator(locale, "evidence");
  const ties = item.ties.filter((tie) => tie.ended === null);
  return ties.map((tie) => {
    const fact = found.facts.find(({ id }) => id === tie.factId);
    if (!fact) return null;
    const fate = factFate(fact, locale);
    return (
      <span key={tie.id} className="note">
        {t(tie.relation)}: {factLine(fact, locale)}
        {fate && <strong className="waits"> ({fate})</strong>}
      </span>
    );
  });
}
