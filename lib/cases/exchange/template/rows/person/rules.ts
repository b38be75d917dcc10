import type { WrittenCase } from "../../../schema";
import type { Days } from "../../dates/rules";
import { readDocument } from "../../documents/rules";
import { fold, saysNothing } from "../../words/rules";
import { datesIn, termIn, termsIn } from "../cells/rules";
import type { Reading } from "../schema";

type Person = WrittenCase["person"];

/** Who the row is about. Age, birth and detention must be possible together; age in doubt is left in doubt. */
export function personIn(reading: Reading, detained: Days | null): Person {
  const { row } = reading;
  const birth = birthIn(reading, detained);
  const age = ageIn(reading);
  if (age && birth.birthYear && detained?.earliest && detained.latest) {
    const oldest = Number(detained.latest.slice(0, 4)) - birth.birthYear;
    const youngest = Number(detained.earliest.slice(0, 4)) - birth.birthYear - 1;
    if (age.min > oldest || age.max < youngest) reading.refuse("edad al ser detenida", "age_and_birth");
  }
  return {
    givenNames: nameIn(reading, "nombres"),
    surnames: nameIn(reading, "apellidos"),
    aliases: aliasesIn(row.apodos),
    sex: sexIn(reading),
    birthDate: birth.birthDate,
    birthYear: birth.birthDate === null ? birth.birthYear : null,
    ageAtDetention: age,
    nationality: nationalityIn(reading),
    civilMilitary: serviceIn(reading),
    sectors: termsIn(reading, "sector"),
    idDocument: documentIn(reading),
  };
}

const tidy = (text: string) => text.replace(/\s+/g, " ").trim();

function nameIn({ row, refuse }: Reading, column: "nombres" | "apellidos"): string {
  const name = tidy(row[column]);
  if (/\d/.test(name)) refuse(column, "name_with_digits");
  else if (name.length > 120) refuse(column, "too_long", { most: 120 });
  return name;
}

function aliasesIn(cell: string): string[] {
  if (saysNothing(cell)) return [];
  const names = cell.split(/[|;,/\n]/).map((one) =>
    tidy(one)
      .replace(/^["'«“]+|["'»”]+$/g, "")
      .slice(0, 120),
  );
  return [...new Set(names.filter((one) => one !== ""))].slice(0, 20);
}

function documentIn({ row, refuse }: Reading): Person["idDocument"] {
  if (saysNothing(row.documento)) return null;
  const country = saysNothing(row["país del pasaporte"]) ? "" : tidy(row["país del pasaporte"]).slice(0, 60);
  const read = readDocument(row.documento, country);
  if (!("code" in read)) return read.document;
  refuse(read.code === "passport_country" ? "país del pasaporte" : "documento", read.code);
  return null;
}

/** M is a man beside F and may be a woman beside H: where a file writes H, M is refused rather than guessed. */
function sexIn(reading: Reading): Person["sex"] {
  if (fold(reading.row.sexo) !== "m") return (termIn(reading, "sexo") ?? "unknown") as Person["sex"];
  if (reading.menAreH) reading.refuse("sexo", "sex_m");
  return "man";
}

function nationalityIn(reading: Reading): Person["nationality"] {
  const folded = fold(reading.row.nacionalidad);
  if (/venezolan|venezuela/.test(folded) && /[ ]|italo|luso|colombo|hispano|franco/.test(folded))
    return "dual";
  return (termIn(reading, "nacionalidad") ?? "unknown") as Person["nationality"];
}

function serviceIn(reading: Reading): Person["civilMilitary"] {
  if (["militar", "efectivo militar"].includes(fold(reading.row["civil o militar"]))) {
    reading.notice("civil o militar", "military_active");
  }
  return (termIn(reading, "civil o militar") ?? "unknown") as Person["civilMilitary"];
}

function birthIn(
  reading: Reading,
  detained: Days | null,
): { birthDate: string | null; birthYear: number | null } {
  const { row, refuse } = reading;
  const nothing = { birthDate: null, birthYear: null };
  if (saysNothing(row["fecha de nacimiento"])) return nothing;
  const days = datesIn(reading, "fecha de nacimiento");
  if (!days) return nothing;
  const { earliest, latest } = days;
  if (!earliest || !latest || earliest.slice(0, 4) !== latest.slice(0, 4)) {
    refuse("fecha de nacimiento", "date_unreadable", { cell: "" });
    return nothing;
  }
  if (detained?.latest && earliest > detained.latest) refuse("fecha de nacimiento", "birth_after_detention");
  return { birthDate: earliest === latest ? earliest : null, birthYear: Number(earliest.slice(0, 4)) };
}

function ageIn({ row, refuse }: Reading): { min: number; max: number } | null {
  const cell = row["edad al ser detenida"];
  if (saysNothing(cell)) return null;
  const told = fold(cell)
    .replace(/\b(anos|ano|de|aprox|aproximadamente)\b/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (/^(menor|menor edad|menor 18|adolescente|nino|nina)$/.test(told)) return { min: 0, max: 17 };
  if (/^(mayor|mayor edad|mayor 18|adulto|adulta)$/.test(told)) return { min: 18, max: 120 };
  const [, min, max] = /^(\d{1,3})(?: (?:a |al |y |o )?(\d{1,3}))?$/.exec(told) ?? [];
  const range = { min: Number(min), max: Number(max ?? min) };
  if (min !== undefined && range.min <= range.max && range.max <= 110) return range;
  refuse("edad al ser detenida", "age_unreadable");
  return null;
}
