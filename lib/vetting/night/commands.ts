import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { insertFact } from "@/lib/cases/facts/commands";
import { houseArrestOpen, lockCaseRow } from "@/lib/cases/facts/queries";
import { writtenInstant } from "@/lib/cases/facts/schema";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { sealUnderVault } from "@/lib/vault/person";
import { type InCustody, listInCustody } from "./queries";
import { entityOf, leftOutOf, wholeRefusal } from "./rules";
import { type LeftOut, type NightInput, nightInput } from "./schema";

/** A sheet of hundreds is one transaction. */
const PATIENCE = { timeout: 120_000, maxWait: 20_000 };

/**
 * Records a sheet of releases as facts that wait, in one transaction: what cannot stand (house arrest open, not in custody any more, a
 * release that waits already, a contradiction) is left out and listed, the rest is kept; where nothing can stand, nothing is kept and
 * the sheet goes back as it was typed. Nothing counts until a second person confirms row by row. Posted twice it is one sheet.
 */
export async function recordNight(actor: Actor, input: NightInput, clock: Clock): Promise<string> {
  const staff = authorise(actor, "fact.record");
  const sheet = nightInput.parse(input);
  const now = clock();
  await desk().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${sheet.id}, 0))`;
    const before = await tx.nightSheet.findUnique({
      where: { id: sheet.id },
      select: { recordedBy: true },
    });
    if (before && before.recordedBy !== staff.username) throw new Refusal("not_found");
    if (before) return;

    const rows = new Map(sheet.rows.map((row) => [row.reference, row]));
    const inCustody = await listInCustody(tx, now, [...rows.keys()]);
    const found = new Set(inCustody.map(({ reference }) => reference));
    const left: LeftOut = [...rows.keys()]
      .filter((reference) => !found.has(reference))
      .map((reference) => ({ reference, code: "not_in_custody" }));
    const kept: { factId: string; reference: string; state: string }[] = [];
    // Cases are locked in the order of their ids and the trail is written last: two sheets never wait for each other in a ring.
    for (const person of inCustody) {
      const row = rows.get(person.reference);
      if (!row) continue;
      try {
        const factId = await propose(tx, person, { ...row, sources: sheet.sources }, staff.username, now);
        kept.push({ factId, reference: person.reference, state: row.kind });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        left.push({ reference: person.reference, code: error.code });
      }
    }
    if (kept.length === 0) throw wholeRefusal(left);
    await tx.nightSheet.create({
      data: {
        id: sheet.id,
        recordedBy: staff.username,
        recordedAt: now,
        leftOut: left.length === 0 ? null : sealUnderVault(staff.keys, left, leftOutOf(sheet.id)),
      },
      select: { id: true },
    });
    await tx.nightRow.createMany({ data: kept.map(({ factId }) => ({ factId, sheetId: sheet.id })) });
    for (const { reference, state } of kept)
      await record(tx, staff, "fact.recorded", { case: reference, why: state }, now);
    await record(tx, staff, "night.recorded", { why: `${kept.length} + ${left.length}` }, now);
  }, PATIENCE);
  return sheet.id;
}

type Row = NightInput["rows"][number] & Pick<NightInput, "sources">;

async function propose(tx: Tx, person: InCustody, row: Row, by: string, now: Date): Promise<string> {
  const { caseId, episode } = person;
  await lockCaseRow(tx, caseId);
  const [standing] = await listInCustody(tx, now, [person.reference]);
  if (!standing) throw new Refusal("not_in_custody");
  if (standing.exitWaits) throw new Refusal("release_waiting");
  if (await houseArrestOpen(tx, caseId)) throw new Refusal("house_arrest_open");
  const { earliest } = row.effective;
  if (earliest && writtenInstant.safeParse(earliest).success && new Date(earliest) > now)
    throw new Refusal("release_in_future");
  const input = {
    track: "custody" as const,
    state: row.kind,
    episode,
    effective: row.effective,
    entity: entityOf(row.facility) ?? (row.facility === person.facility ? person.entity : null),
    facility: row.facility,
    sources: row.sources.map((source) => ({ ...source })),
  };
  return insertFact(tx, { caseId, input, recordedBy: by, now });
}
