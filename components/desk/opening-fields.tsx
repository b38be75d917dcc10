import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { ReportPayload } from "@/lib/intake/schema";
import { boundsOf } from "@/lib/vetting/reports/rules";
import { choices, isHeldState } from "@/lib/vocabularies/rules";
import { EvidenceFields } from "./evidence-fields";
import { FactFields } from "./fact-fields";
import { DeskSelect } from "./fields";
import { IdentityFields } from "./identity-fields";

/** The form of a new case, filled with what the family wrote; the vetter mends and adds, and nothing is decided by it. */
export function OpeningFields({ payload, locale }: { payload: ReportPayload; locale: Locale }) {
  const t = translator(locale, "desk");
  const { person, detention, whereabouts } = payload;
  const { earliest, latest } = boundsOf(detention.date);
  const isHidden = whereabouts.told === "denied" || whereabouts.told === "not_told";
  return (
    <div className="stack">
      <IdentityFields
        locale={locale}
        known={{
          givenNames: person.givenNames,
          surnames: person.surnames,
          documentKind: person.idDocument?.kind ?? "",
          documentNumber: person.idDocument?.number ?? "",
          documentCountry: person.idDocument?.country ?? "",
          sex: person.sex,
          birthYear: person.birthYear?.toString() ?? "",
          age: person.approxAge?.toString() ?? "",
        }}
      />
      <fieldset className="stack">
        <legend>{t("fact.custodyTitle")}</legend>
        <DeskSelect
          name="fact.state"
          label={t("fact.state")}
          value={whereabouts.told === "denied" ? "whereabouts_concealed" : "apprehended"}
          choices={choices("custody_state", locale).filter((choice) => isHeldState(choice.value))}
        />
        <FactFields
          prefix="fact."
          locale={locale}
          known={{
            earliest: earliest ?? undefined,
            latest: latest ?? undefined,
            entity: detention.entity ?? whereabouts.entity,
            facility: whereabouts.facility,
            whereabouts: isHidden
              ? whereabouts.told === "denied"
                ? "denied"
                : "not_told_to_family"
              : undefined,
            forces: detention.forces,
            sources: [{ kind: "relative", origin: "family" }],
          }}
        />
      </fieldset>
      {[0, 1].map((n) => (
        <details key={n} open={n === 0}>
          <summary>{t("evidence.n", { n: n + 1 })}</summary>
          <EvidenceFields prefix={`evidence.${n}.`} locale={locale} />
        </details>
      ))}
    </div>
  );
}
