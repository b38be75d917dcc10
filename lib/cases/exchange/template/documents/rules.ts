import type { Identity } from "@/lib/people/schema";
import type { ProblemCode } from "../schema";

type Document = Identity["idDocument"];
export type ReadDocument = { document: Document } | { code: ProblemCode };

/** Above this a number without its letter may be a resident foreigner's as well as a Venezuelan's. */
const LETTER_NEEDED_FROM = 80_000_000;

/**
 * An identity document in any of the ways people write it: V-12.345.678, v12345678, C.I. 12 345 678, E-84.123.456, P-AB123456 with its
 * country apart. The letter is part of the number: V and E of one number are two people. What a spreadsheet broke is never mended by guessing.
 */
export function readDocument(cell: string, country: string): ReadDocument {
  const text = cell
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/^'/, "")
    .replace(
      /^(CEDULA( DE IDENTIDAD)?|C\.?\s?I\.?|CI)(?=[\s:.VE\d-])[\s:.#-]*(N[RO°º.]*(?=[\s:\d]))?[\s:.-]*/,
      "",
    )
    .trim();
  if (/^[VE]?[\s.-]*\d([.,]\d+)?E[+-]?\d+$/.test(text) || /^\d+([.,]\d+)?E\+\d+$/.test(text))
    return { code: "document_scientific" };
  const passport =
    /^(?:PASAPORTE|PASSPORT|PAS\.?|P)[\s:.#/-]*(?:N[RO°º.]*(?=[\s:]))?[\s:.-]*([A-Z0-9][A-Z0-9\s.-]{3,24})$/.exec(
      text,
    );
  if (passport) {
    const number = (passport[1] ?? "").replace(/[\s.-]/g, "");
    if (!/^[A-Z0-9]{4,20}$/.test(number) || !/\d/.test(number)) return { code: "document_unreadable" };
    return country === ""
      ? { code: "passport_country" }
      : { document: { kind: "passport", number, country } };
  }
  if (/^[JG][\s.-]*\d/.test(text)) return { code: "document_company" };
  const card = /^([VE])?[\s.:/-]*(\d[\d\s.,]*)$/.exec(text);
  if (!card) return { code: "document_unreadable" };
  const digits = digitsOf((card[2] ?? "").trim());
  if (digits === null) return { code: "document_unreadable" };
  if (digits.length < 5 || digits.length > 8) return { code: "document_digits" };
  if (!card[1] && Number(digits) >= LETTER_NEEDED_FROM) return { code: "document_letter" };
  return { document: { kind: card[1] === "E" ? "E" : "V", number: digits } };
}

/** The digits of a number with thousands in points, commas or spaces, or with the ",0" or ".00" that a spreadsheet adds. */
function digitsOf(text: string): string | null {
  const whole = /^(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:[.,]0{1,2})?$/.exec(
    text,
  )?.[1];
  return whole === undefined ? null : whole.replace(/\D/g, "").replace(/^0+/, "");
}
