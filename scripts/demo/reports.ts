import { CONSENT_TEXT } from "@/lib/consent/rules";
import type { Clock } from "@/lib/core/clock";
import { beginReport, saveStep, sendReport } from "@/lib/intake/draft/commands";
import { newCode } from "@/lib/vault/receipt";
import { inventName } from "./names";
import { entities, forces } from "./places";
import { Random } from "./random";

const family = { kind: "family" } as const;

/**
 * Sends invented reports through the family's own commands, some weeks of them up to the given moment, so that the desk of a
 * demonstration has a queue. Answers the code of the last one, for trying the return.
 */
export async function sendReports(count: number, until: Date, seed = 20260126): Promise<string> {
  const random = new Random(seed);
  let code = "";
  for (let left = count; left > 0; left -= 1) {
    const sentAt = new Date(until.getTime() - left * 5 * 3_600_000 + random.between(0, 3_000_000));
    code = newCode();
    await sendOne(random, code, () => sentAt, left);
  }
  return code;
}

async function sendOne(random: Random, code: string, clock: Clock, number: number): Promise<void> {
  const at = clock().toISOString();
  const answer = (purpose: "store" | "count", granted: boolean) => ({
    purpose,
    granted,
    textVersion: CONSENT_TEXT,
    at,
  });
  const permissions = [answer("store", true), answer("count", random.chance(0.9))];
  const keys = await beginReport(
    family,
    { code, locale: random.chance(0.9) ? "es" : "en", permissions },
    clock,
  );
  const forms = inventedForms(random, number);
  for (const step of ["person", "detention", "whereabouts"] as const)
    await saveStep(family, { keys, step, posted: forms[step] }, clock);
  await sendReport(family, keys, clock);
}

/** The three pages of a report as an invented family posts them. */
export const inventedForms = (random: Random, number: number) => ({
  person: person(random, number),
  detention: detention(random),
  whereabouts: whereabouts(random),
});

function person(random: Random, number: number): Record<string, string> {
  const sex = random.weighed([
    ["man", 8],
    ["woman", 2],
  ] as const);
  const name = inventName(random, sex, false);
  const known = random.chance(0.7);
  return {
    ...name,
    sex,
    ...(known ? { idKind: "V", idNumber: `998${String(10_000 + number * 37)}` } : {}),
    ...(random.chance(0.8)
      ? { ageKind: "age", approxAge: String(random.between(16, 60)) }
      : { ageKind: "unknown" }),
  };
}

function detention(random: Random): Record<string, string> {
  const exact = random.chance(0.7);
  return {
    ...(exact ? { day: String(random.between(3, 24)) } : {}),
    month: "1",
    year: "2026",
    precision: exact ? "exact" : "approximate",
    entity: random.weighed(entities),
    force: random.chance(0.3) ? "unknown" : random.weighed(forces),
    account: account(random),
  };
}

/** Told differently by each family: the same words from three of them would stand apart as sent in bulk. */
function account(random: Random): string {
  const told = random.pick([
    "Se lo llevaron de la casa de madrugada. No mostraron ningún papel.",
    "Lo pararon en una alcabala, le revisaron el teléfono y no volvió.",
    "Fue a preguntar por un vecino y también lo dejaron detenido.",
    "",
  ]);
  return (
    told &&
    `${told} Eran ${random.between(2, 19)} y llegaron a las ${random.between(1, 23)}:${random.between(10, 59)}.`
  );
}

function whereabouts(random: Random): Record<string, string> {
  const told = random.weighed([
    ["told", 5],
    ["not_told", 3],
    ["denied", 2],
    ["unknown", 2],
  ] as const);
  const relation = random.pick(["parent", "partner", "sibling", "child"]);
  if (told === "told") return { told, facility: random.pick(["RODEO1", "YARE2", "TOCUYITO"]), relation };
  return told === "denied" ? { told, deniedWhere: "El Helicoide, Zona 7", relation } : { told, relation };
}
