import { z } from "zod";
import { reportedPerson } from "../schema";
import { numberIn, problemAt, typed } from "../typed/schema";

/** Who the person is, as typed. Only a name is needed; whatever is left open counts as not known, never as an error. */
export const personForm = z
  .object({
    givenNames: typed(200),
    surnames: typed(200),
    idKind: typed(20),
    idNumber: typed(40),
    ageKind: typed(20),
    birthYear: typed(20),
    approxAge: typed(20),
    sex: typed(20),
  })
  .transform((form, ctx): z.input<typeof reportedPerson> => {
    const problem = problemAt(ctx);
    if (!isVisible(form.givenNames) && !isVisible(form.surnames)) problem("givenNames", "name_missing");

    const kind =
      form.idKind === "V" || form.idKind === "E" || form.idKind === "passport" ? form.idKind : null;
    const number = kind === "passport" ? form.idNumber : bareNumber(form.idNumber);
    if (kind && !form.idNumber) problem("idNumber", "id_number_missing");
    else if (!kind && form.idNumber) problem("idKind", "id_kind_missing");
    else if (kind && kind !== "passport" && !/^\d{4,9}$/.test(number)) problem("idNumber", "id_number_wrong");

    const year = form.ageKind === "age" || form.ageKind === "unknown" ? "" : form.birthYear;
    const age = form.ageKind === "year" || form.ageKind === "unknown" ? "" : form.approxAge;
    const birthYear = year ? numberIn(year, 1900, 2100) : undefined;
    const approxAge = age ? numberIn(age, 0, 120) : undefined;
    if (birthYear === null || (form.ageKind === "year" && !year)) problem("birthYear", "birth_year_wrong");
    if (approxAge === null || (form.ageKind === "age" && !age)) problem("approxAge", "age_wrong");

    const sex = reportedPerson.shape.sex.safeParse(form.sex);
    return {
      givenNames: form.givenNames,
      surnames: form.surnames,
      idDocument: kind ? { kind, number } : null,
      ...(birthYear ? { birthYear } : {}),
      ...(typeof approxAge === "number" ? { approxAge } : {}),
      sex: sex.success ? sex.data : "unknown",
    };
  });

/** Whether there is anything to see: blanks and joiners of no width are no name, in whatever alphabet. Nothing else is judged. */
const isVisible = (text: string): boolean =>
  /[^\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);

/** `V-12.345.678`, `C.I. 12 345 678` and `12345678` are one number; leading zeros say nothing. */
function bareNumber(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/^\s*(c\.?\s*i\.?\s*[:.]?\s*)?[VE]?[\s.-]*/i, "")
    .replace(/[\s.,-]/g, "")
    .replace(/^0+(?=\d)/, "");
}
