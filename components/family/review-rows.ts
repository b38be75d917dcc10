import type { z } from "zod";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { contactForm } from "@/lib/intake/contact/schema";
import { courtForm } from "@/lib/intake/court/schema";
import { detentionForm } from "@/lib/intake/detention/schema";
import { neededSteps, standingIn } from "@/lib/intake/draft/rules";
import type { Draft, Step } from "@/lib/intake/draft/schema";
import { healthForm } from "@/lib/intake/health/schema";
import { permissionsForm } from "@/lib/intake/permissions/schema";
import { personForm } from "@/lib/intake/person/schema";
import type { ReportPayload } from "@/lib/intake/schema";
import { whereaboutsForm } from "@/lib/intake/whereabouts/schema";
import { label } from "@/lib/vocabularies/rules";
import {
  contactRows,
  courtRows,
  healthRows,
  partsInWords,
  permissionRows,
  type Rows,
} from "./review-later-rows";

export interface ReviewRow {
  term: string;
  detail: string;
}

/** One page of the report as it will be sent, in words; null where it must still be completed. Blank answers are left out. */
export function reviewRows(step: Step, draft: Draft, today: string): ReviewRow[] | null {
  const posted = draft.forms[step];
  if (!posted) return neededSteps.includes(step) ? null : [];
  const { locale } = draft;
  const rows = <Read>(form: z.ZodType<Read>, inWords: (read: Read, locale: Locale) => Rows) => {
    const read = form.safeParse(posted);
    return read.success ? filled(inWords(read.data, locale)) : null;
  };
  switch (step) {
    case "person":
      return rows(personForm, personRows);
    case "detention":
      return rows(detentionForm(today), detentionRows);
    case "whereabouts":
      return rows(whereaboutsForm, whereaboutsRows);
    case "court":
      return rows(courtForm(today), courtRows);
    case "health":
      return rows(healthForm, healthRows);
    case "contact":
      return rows(contactForm, contactRows);
    case "permissions":
      return rows(permissionsForm, ({ answers }) =>
        permissionRows(answers, standingIn(draft, today).offered, locale),
      );
  }
}

const filled = (rows: Rows): ReviewRow[] =>
  rows.flatMap(([term, detail]) => (detail ? [{ term, detail }] : []));

function personRows(person: ReportPayload["person"], locale: Locale): Rows {
  const t = translator(locale, "family");
  const { idDocument, birthYear, approxAge, sex } = person;
  const age = birthYear !== undefined ? t("review.bornIn", { year: String(birthYear) }) : undefined;
  const sexes = { woman: "sexWoman", man: "sexMan", other: "sexOther", unknown: "sexUnknown" } as const;
  return [
    [t("review.name"), `${person.givenNames} ${person.surnames}`.trim()],
    [
      t("review.document"),
      idDocument ? `${idDocument.kind.replace("passport", "")} ${idDocument.number}`.trim() : undefined,
    ],
    [
      t("review.age"),
      age ?? (approxAge !== undefined ? t("review.years", { years: String(approxAge) }) : undefined),
    ],
    [t("review.sex"), t(`person.${sexes[sex]}`)],
  ];
}

function detentionRows(detention: ReportPayload["detention"], locale: Locale): Rows {
  const t = translator(locale, "family");
  const place = [detention.place, detention.entity && label("entity", detention.entity, locale)];
  const force = detention.forces?.map((code) => label("force", code, locale)).join(", ");
  return [
    [t("review.when"), dateInWords(detention.date, locale)],
    [t("review.where"), place.filter(Boolean).join(", ") || t("detention.unknown")],
    [t("review.who"), force ?? t("detention.unknown")],
    [t("review.account"), detention.account],
  ];
}

/** A date as far as it was given, with how sure they are: never a day that nobody said. */
function dateInWords({ precision, until, ...first }: ReportPayload["detention"]["date"], locale: Locale) {
  const t = translator(locale, "family");
  if (!first.year) return t("detention.precisionUnknown");
  const printed = [first, until].flatMap((date) => (date?.year ? [partsInWords(date, locale)] : []));
  const sure = {
    approximate: "precisionApproximate",
    before: "precisionBefore",
    after: "precisionAfter",
    between: "precisionBetween",
  } as const;
  if (precision === "exact" || precision === "unknown") return printed.join(" – ");
  return `${printed.join(" – ")}. ${t(`detention.${sure[precision]}`)}`;
}

type LastPage = Pick<ReportPayload, "whereabouts" | "relation">;

function whereaboutsRows({ whereabouts, relation }: LastPage, locale: Locale): Rows {
  const t = translator(locale, "family");
  const answers = {
    unknown: "toldUnknown",
    not_told: "toldNotTold",
    denied: "toldDenied",
    told: "toldTold",
  } as const;
  const { facility, place, deniedWhere, lastContact } = whereabouts;
  return [
    [t("review.told"), t(`whereabouts.${answers[whereabouts.told]}`)],
    [t("review.where"), [facility && label("facility", facility, locale), place].filter(Boolean).join(". ")],
    [t("review.denied"), deniedWhere],
    [t("review.contact"), lastContact],
    [
      t("review.relation"),
      relation && relation !== "not_said" ? t(`whereabouts.relation_${relation}`) : undefined,
    ],
  ];
}
