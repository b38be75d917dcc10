import { writtenEarliest, writtenLatest } from "@/lib/cases/exchange/exporting/rules";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { DeskFact } from "@/lib/vetting/cases/rules";
import { choices, type ListName } from "@/lib/vocabularies/rules";
import { FactFields, typeOf } from "./fact-fields";
import { DeskArea, DeskChoices, DeskSelect, DeskText } from "./fields";

const lists: Record<string, ListName> = {
  custody: "custody_state",
  process: "process_state",
  measure: "measure",
  remedy: "remedy_state",
};

/** The boxes of a fact as it stands, ready to be mended: nothing that was written is lost by correcting something else. */
export function CorrectionFields({ fact, locale }: { fact: DeskFact; locale: Locale }) {
  const t = translator(locale, "desk");
  const earliest = writtenEarliest({ at: fact.earliest, byDay: fact.earliestByDay }) ?? "";
  const latest = writtenLatest({ at: fact.latest, byDay: fact.latestByDay }) ?? "";
  return (
    <div className="stack">
      <div className="row2">
        <DeskSelect
          name="state"
          label={t("fact.state")}
          value={fact.state}
          choices={choices(lists[fact.track] ?? "custody_state", locale)}
        />
        <DeskText
          name="episode"
          type="number"
          label={t("fact.episode")}
          value={fact.episode?.toString() ?? ""}
        />
      </div>
      <FactFields
        prefix=""
        locale={locale}
        known={{
          earliest,
          latest,
          entity: fact.entity ?? "",
          facility: fact.facility ?? "",
          whereabouts: fact.whereabouts ?? "",
          forces: fact.forces,
          sources: fact.sources,
        }}
      />
      {fact.track === "measure" && (
        <DeskSelect
          name="basis"
          label={t("fact.basis")}
          value={fact.basis ?? ""}
          empty={t("fact.notSaid")}
          choices={choices("measure_basis", locale)}
        />
      )}
      {(fact.track === "measure" || fact.track === "remedy") && <EndFields fact={fact} locale={locale} />}
      {fact.track !== "custody" && (
        <div className="row2">
          <DeskText name="authority" label={t("fact.authority")} value={fact.authority ?? ""} />
          <ResultField fact={fact} locale={locale} />
        </div>
      )}
      <DeskArea name="why" label={t("fact.correctWhy")} />
    </div>
  );
}

/** Whether a measure ended, or a remedy was answered, and when. */
function EndFields({ fact, locale }: { fact: DeskFact; locale: Locale }) {
  const t = translator(locale, "desk");
  const earliest = writtenEarliest({ at: fact.endEarliest, byDay: fact.endEarliestByDay }) ?? "";
  const latest = writtenLatest({ at: fact.endLatest, byDay: fact.endLatestByDay }) ?? "";
  const isMeasure = fact.track === "measure";
  return (
    <>
      <DeskChoices
        name="ended"
        label={t(isMeasure ? "fact.hasEnded" : "fact.hasAnswer")}
        value={[fact.endEarliest || fact.endLatest ? "yes" : "no"]}
        choices={[
          { value: "no", label: t(isMeasure ? "fact.goesOn" : "fact.noAnswer") },
          { value: "yes", label: t(isMeasure ? "fact.isOver" : "fact.isAnswered") },
        ]}
      />
      <div className="row2">
        <DeskText
          name="endEarliest"
          type={typeOf(earliest)}
          label={t(isMeasure ? "fact.endEarliest" : "fact.answerEarliest")}
          value={earliest}
        />
        <DeskText
          name="endLatest"
          type={typeOf(latest)}
          label={t(isMeasure ? "fact.endLatest" : "fact.answerLatest")}
          value={latest}
        />
      </div>
    </>
  );
}

/** What came of a remedy, of its list; a result written in other words, as an import brings it, stays as it is. */
function ResultField({ fact, locale }: { fact: DeskFact; locale: Locale }) {
  const t = translator(locale, "desk");
  const value = fact.result ?? "";
  if (fact.track !== "remedy") return <DeskText name="result" label={t("fact.result")} value={value} />;
  const listed = choices("remedy_result", locale);
  const isListed = value === "" || listed.some((one) => one.value === value);
  return (
    <DeskSelect
      name="result"
      label={t("fact.result")}
      value={value}
      empty={t("fact.notSaid")}
      choices={isListed ? listed : [...listed, { value, label: value }]}
    />
  );
}
