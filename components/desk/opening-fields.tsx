import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { ReportPayload } from "@/lib/intake/schema";
import { boundsOf } from "@/lib/vetting/reports/rules";
import { choices, isHeldState } from "@/lib/vocabularies/rules";
import { CourtFields } from "./court-fields";
import { EvidenceFields } from "./evidence-fields";
import { FactFields, type KnownFactFields } from "./fact-fields";
import { DeskSelect } from "./fields";
import { IdentityFields } from "./identity-fields";

/** The form of a new case, filled with what the family wrote where there is a report; the vetter mends and adds, and nothing is decided by it. */
export function OpeningFields({ payload, locale }: { payload: ReportPayload | null; locale: Locale }) {
  const t = translator(locale, "desk");
  return (
    <div className="stack">
      <IdentityFields
        locale={locale}
        known={{
          givenNames: payload?.person.givenNames ?? "",
          surnames: payload?.person.surnames ?? "",
          documentKind: payload?.person.idDocument?.kind ?? "",
          documentNumber: payload?.person.idDocument?.number ?? "",
          documentCountry: payload?.person.idDocument?.country ?? "",
          sex: payload?.person.sex ?? "unknown",
          birthYear: payload?.person.birthYear?.toString() ?? "",
          age: payload?.person.approxAge?.toString() ?? "",
        }}
      />
      <fieldset className="stack">
        <legend>{t("fact.custodyTitle")}</legend>
        <DeskSelect
          name="fact.state"
          label={t("fact.state")}
          value={payload?.whereabouts.told === "denied" ? "whereabouts_concealed" : "apprehended"}
          choices={choices("custody_state", locale).filter((choice) => isHeldState(choice.value))}
        />
        <FactFields prefix="fact." locale={locale} known={payload ? toldOf(payload) : {}} letter="F" />
      </fieldset>
      {payload && <CourtFields payload={payload} locale={locale} />}
      {[0, 1].map((n) => (
        <details key={n} open={n === 0}>
          <summary>{t("evidence.n", { n: n + 1 })}</summary>
          <EvidenceFields prefix={`evidence.${n}.`} letter={n === 0 ? "V" : undefined} locale={locale} />
        </details>
      ))}
    </div>
  );
}

/** What the family said of the detention, as the boxes of its fact. */
function toldOf({ detention, whereabouts }: ReportPayload): KnownFactFields {
  const { earliest, latest } = boundsOf(detention.date);
  const hidden = { denied: "denied", not_told: "not_told_to_family" } as const;
  return {
    earliest: earliest ?? undefined,
    latest: latest ?? undefined,
    entity: detention.entity ?? whereabouts.entity,
    facility: whereabouts.facility,
    whereabouts:
      whereabouts.told === "denied" || whereabouts.told === "not_told" ? hidden[whereabouts.told] : undefined,
    forces: detention.forces,
    sources: [{ kind: "relative", origin: "family" }],
  };
}
