import { z } from "zod";
import { reportPayload } from "@/lib/intake/schema";
import type { ReportRow } from "@/lib/people/indexed/reading/queries";
import type { Indexed } from "@/lib/people/indexed/schema";
import type { VaultKeys } from "@/lib/vault/keys";
import { openFromVault } from "@/lib/vault/seal";
import { boundsOf } from "../rules";

/** Who a report is about and where and when they were taken: no more of it is kept. */
const reported = z.object({
  person: reportPayload.shape.person,
  detention: reportPayload.shape.detention.pick({ date: true, entity: true }).loose(),
});

const DAY = 86_400_000;
const CLOSE = 3 * DAY;

/** A report that waits as the index of names holds it. A told age means a year of birth; a day that is not known closely means none. */
export async function openReportedPerson(keys: VaultKeys, row: ReportRow): Promise<Indexed> {
  const { person, detention } = reported.parse(await openFromVault(keys, row.sealed));
  const { earliest, latest } = boundsOf(detention.date);
  const isClose = earliest && latest && Date.parse(latest) - Date.parse(earliest) <= CLOSE;
  const { givenNames, surnames, sex, idDocument, birthYear, approxAge } = person;
  const year = detention.date.year ?? row.received_at.getUTCFullYear();
  return {
    ...{ kind: "report", id: row.id, reference: null, aliases: [], earlier: [] },
    person: {
      ...{ givenNames, surnames, sex, birthDate: null },
      birthYear: birthYear ?? (approxAge === undefined ? null : year - approxAge),
      id: idDocument && { kind: idDocument.kind, number: idDocument.number },
      entity: detention.entity ?? null,
      apprehended: isClose ? earliest : null,
    },
  };
}
