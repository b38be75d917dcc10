import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { Lookalikes } from "@/lib/cases/exchange/duplicates/rules";
import { COMPARED, type Compared, type Plain, peopleAlike } from "@/lib/cases/opening/alike/queries";
import { type Clock, endOfDay, startOfDay } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { type ReportPayload, reportPayload } from "@/lib/intake/schema";
import type { Identity } from "@/lib/people/schema";
import { openFromVault } from "@/lib/vault/seal";
import { boundsOf } from "../rules";

/** Who a report may be about already: a case by its reference, another waiting report by its id. For looking, never for deciding. */
export interface Likely {
  caseReference: string | null;
  reportId: string | null;
  /** How many people, and how many waiting reports, were compared where not all were; null where all were. */
  among: { people: number; waiting: number } | null;
}

/** Other waiting reports are compared up to this many, the latest first. */
const WAITING_COMPARED = 200;

/** Looks for the person of a report among the likeliest in the registry and in what waits. Asked for, since it opens names; recorded. */
export async function findLikely(actor: Actor, reportId: string, clock: Clock): Promise<Likely> {
  const staff = authorise(actor, "report.open");
  return desk().$transaction(async (tx) => {
    const row = await tx.report.findUnique({
      where: { id: reportId },
      select: { sealed: true, receivedAt: true },
    });
    if (!row) throw new Refusal("not_found");
    const payload = reportPayload.parse(await openFromVault(staff.keys, row.sealed));
    const alike = await peopleAlike(tx, staff.keys, plainOf(payload, row.receivedAt));
    const waiting = await whoWaits(tx, staff, reportId);
    await record(tx, staff, "report.compared", { report: reportId }, clock());
    const named = namedIn(payload);
    return {
      caseReference: alike.among.find(named, payload.person.birthYear ?? null),
      reportId: waiting.among.find(named, payload.person.birthYear ?? null),
      among: alike.everybody && waiting.everybody ? null : { people: COMPARED, waiting: WAITING_COMPARED },
    };
  });
}

/** Told ages are seldom exact: two years either way. */
function plainOf({ person, detention }: ReportPayload, receivedAt: Date): Plain {
  const { birthYear, approxAge, sex } = person;
  const { earliest, latest } = boundsOf(detention.date);
  const about =
    approxAge === undefined ? null : (detention.date.year ?? receivedAt.getUTCFullYear()) - approxAge;
  return {
    sex,
    born: birthYear !== undefined ? [birthYear, birthYear] : about === null ? null : [about - 2, about + 2],
    entity: detention.entity ?? null,
    taken: [earliest === null ? null : startOfDay(earliest), latest === null ? null : endOfDay(latest)],
  };
}

async function whoWaits(tx: Tx, { keys }: StaffActor, except: string): Promise<Compared> {
  const among = new Lookalikes();
  const rows = await tx.report.findMany({
    where: { triage: { isNot: null }, id: { not: except } },
    orderBy: { receivedAt: "desc" },
    take: WAITING_COMPARED,
    select: { id: true, sealed: true },
  });
  for (const { id, sealed } of rows) {
    const payload = reportPayload.parse(await openFromVault(keys, sealed));
    among.add(namedIn(payload), payload.person.birthYear ?? null, id);
  }
  return { among, everybody: rows.length < WAITING_COMPARED };
}

/** A family writes an identity number with dots and spaces; the registry does not. */
function namedIn({ person }: ReportPayload): Pick<Identity, "givenNames" | "surnames" | "idDocument"> {
  const { givenNames, surnames, idDocument } = person;
  return {
    givenNames,
    surnames,
    idDocument: idDocument && { ...idDocument, number: idDocument.number.replaceAll(/[\s.-]/g, "") },
  };
}
