import { FieldFrame } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { label, vocabularies } from "@/lib/vocabularies/rules";

/** The places of detention, by state; "we do not know" first, and places that are no single site at the end. */
export function FacilityField({ locale, value }: { locale: Locale; value?: string }) {
  const t = translator(locale, "family");
  const known = vocabularies.facility.filter((place) => place.code !== "DESCONOCIDO");
  const entities = [...new Set(known.flatMap((place) => place.entity ?? []))].map((code) => ({
    code,
    name: label("entity", code, locale),
  }));
  const named = entities.sort((a, b) => a.name.localeCompare(b.name, "es"));
  const groups = [
    ...named.map(({ code, name }) => ({ name, code })),
    { name: t("whereabouts.facilityOther"), code: "" },
  ];
  return (
    <FieldFrame asked={{ name: "facility", label: t("whereabouts.facility") }}>
      <select className="box" id="facility" name="facility" defaultValue={value}>
        <option value="">{t("whereabouts.facilityNone")}</option>
        {groups.map((group) => (
          <optgroup key={group.code} label={group.name}>
            {known
              .filter((place) => (place.entity ?? "") === group.code)
              .map((place) => (
                <option key={place.code} value={place.code}>
                  {place[locale]}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  );
}
