import { describe, expect, test } from "vitest";
import { isSafe } from "@/lib/vetting/contacts/rules";
import { noteOf, unsafeIn } from "@/lib/vetting/threads/rules";
import { templates } from "@/lib/vetting/threads/schema";

const at = (clockTime: string) => new Date(`2026-01-22T${clockTime}:00-04:00`);
const names = "Yusmary Ñañez de los Ángeles";

describe("safe hours", () => {
  test.each([
    ["18:00", "21:00", "17:59", false],
    ["18:00", "21:00", "18:00", true],
    ["18:00", "21:00", "20:59", true],
    ["18:00", "21:00", "21:00", false],
    ["22:00", "02:00", "23:30", true],
    ["22:00", "02:00", "00:00", true],
    ["22:00", "02:00", "01:59", true],
    ["22:00", "02:00", "02:00", false],
    ["22:00", "02:00", "21:59", false],
    ["18:00", null, "23:59", true],
    ["18:00", null, "00:00", false],
    [null, "08:00", "07:59", true],
    [null, "08:00", "08:00", false],
    [null, null, "04:00", true],
  ] as const)("from %s until %s, at %s in Venezuela: %s", (from, until, now, safe) => {
    expect(isSafe({ from, until }, at(now))).toBe(safe);
  });
});

describe("words that must not be in a message", () => {
  test.each([
    ["name", "¿Ha sabido algo de yusmary?"],
    ["name", "¿Ha sabido algo de ANGELES?"],
    ["names", "Ayer hablamos con Pedro Pérez sobre esto."],
    ["id_number", "Su documento es V-12.345.678, ¿verdad?"],
    ["id_number", "Su documento es v12345678."],
    ["id_number", "El 12.345.678 es el suyo."],
    ["code", "Su número es 4821 0937 1234 5678 9012."],
    ["code", "Es 48210937123456789012."],
    ["telephone", "Llámenos al 0414-555.12.34 hoy."],
    ["telephone", "Llámenos al +58 414 5551234."],
    ["reference", "Va en 7K3Q-9F."],
    ["address", "Escriba a alguien@ejemplo.org."],
    ["address", "Mire https://ejemplo.org/x"],
  ])("%s: %s", (what, words) => expect(unsafeIn(words, names)?.what).toBe(what));

  test.each([
    "¿Supo algo más desde el 3 de enero de 2026?",
    "Puede escribirnos aquí. No hace falta llamar: le respondemos en 48 horas.",
    "Fuimos al Ministerio Público y nos pidieron volver el lunes 26.",
    "¿A qué hora, de 18:00 a 21:30, podemos llamar?",
    "Gracias. Los documentos llegaron bien.",
  ])("may be sent: %s", (words) => expect(unsafeIn(words, names)).toBeNull());

  test("says where without repeating a name whole", () => {
    expect(unsafeIn("Hola Yusmary", names)?.near).toBe("yu…");
  });
});

test("every sentence of the vocabulary is there in both languages, names nobody and tells of no death", () => {
  for (const template of templates) {
    const note = noteOf([template]);
    for (const words of [note.es, note.en]) {
      expect(words.length).toBeGreaterThan(15);
      expect(words).not.toContain("templates.");
      expect(unsafeIn(words, names)).toBeNull();
      expect(words).not.toMatch(
        /muert|fallec|falleci|murió|dead|died|death|preso|detenid|prison|jail|detain/i,
      );
    }
    expect(note.es).not.toBe(note.en);
  }
});
