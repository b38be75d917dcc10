import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { Who, WhoField } from "@/lib/vetting/identity/schema";
import { label } from "@/lib/vocabularies/rules";
import { documentText } from "./document-text";

/** A field of who somebody is, as people read it; what nobody said is said to be so. */
export function whoText({ identity, traits }: Who, field: WhoField, locale: Locale): string {
  const t = translator(locale, "desk");
  const document = identity.idDocument;
  const age = traits.ageAtDetention;
  const said: Record<WhoField, string | null> = {
    givenNames: identity.givenNames,
    surnames: identity.surnames,
    aliases: identity.aliases.join(", "),
    idDocument: document && documentText(document, locale),
    sex: label("sex", traits.sex, locale),
    birthDate: traits.birthDate,
    birthYear: traits.birthYear === null ? null : String(traits.birthYear),
    ageAtDetention:
      age && (age.min === age.max ? t("identity.agedOne", { min: age.min }) : t("identity.aged", age)),
    nationality: label("nationality", traits.nationality, locale),
    civilMilitary: label("civil_military", traits.civilMilitary, locale),
    sectors: traits.sectors.map((one) => label("sector", one, locale)).join(", "),
  };
  return said[field] || t("fact.notSaid");
}
