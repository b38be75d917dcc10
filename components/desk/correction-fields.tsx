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
  const endEarliest = writtenEarliest({ at: fact.endEarliest, byDay: fact.endEarliestByDay }) ?? "";
  const endLatest = writtenLatest({ at: fact.endLatest, byDay: fact.endLatestByDay }) ?? "";
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
        <>
          <DeskSelect
            name="basis"
            label={t("fact.basis")}
            value={fact.basis ?? ""}
            empty={t("fact.notSaid")}
            choices={choices("measure_basis", locale)}
          />
          <DeskChoices
            name="ended"
            label={t("fact.hasEnded")}
            value={[fact.endEarliest || fact.endLatest ? "yes" : "no"]}
            choices={[
              { value: "no", label: t("fact.goesOn") },
              { value: "yes", label: t("fact.isOver") },
            ]}
          />
          <div className="row2">
            <DeskText
              name="endEarliest"
              type={typeOf(endEarliest)}
              label={t("fact.endEarliest")}
              value={endEarliest}
            />
            <DeskText
              name="endLatest"
              type={typeOf(endLatest)}
              label={t("fact.endLatest")}
              value={endLatest}
            />
          </div>
        </>
      )}
      {fact.track !== "custody" && (
        <div className="row2">
          <DeskText name="authority" label={t("fact.authority")} value={fact.authority ?? ""} />
          <DeskText name="result" label={t("fact.result")} value={fact.result ?? ""} />
        </div>
      )}
      <DeskArea name="why" label={t("fact.correctWhy")} />
    </div>
  );
}
