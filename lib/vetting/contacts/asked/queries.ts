import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { Prisma } from "@/lib/db/generated/client";
import { contextOf } from "@/lib/people/queries";
import { fullName } from "@/lib/people/rules";
import { identityInput } from "@/lib/people/schema";
import { openPersonKey } from "@/lib/vault/person";
import { openUnder } from "@/lib/vault/seal";
import { type AskCursor, type AskView, cursorText, type ToAsk } from "./schema";

const PAGE = 50;

interface Row {
  case_id: string;
  reference: string;
  person_id: string;
  wrapped_key: Uint8Array;
  identity: Uint8Array | null;
  state: string;
  known_from: Date;
  is_named: boolean;
}

/** A known release of the case `f`, in the words of the index that finds them. */
const isRelease = Prisma.sql`f.track = 'custody' AND f.known_to IS NULL AND f.known_from IS NOT NULL
  AND f.state ~ '^(released_|expelled_deported$|left_without_release$)'`;
/** The person has not spoken for themselves since, and is not known to have died. */
const notAsked = Prisma.sql`
  NOT EXISTS (SELECT FROM registry.permissions p WHERE p.case_id = f.case_id AND p.given_by = 'person' AND p.standing
    AND p.known_from > f.known_from)
  AND NOT EXISTS (SELECT FROM registry.facts d WHERE d.case_id = f.case_id AND d.state = 'died_in_custody' AND d.known_to IS NULL)`;

/** Who was freed and not asked since, whoever was freed last first, with the names of this page opened. That somebody looked is recorded. */
export async function listToAsk(
  actor: Actor,
  view: AskView,
  clock: Clock,
  after: AskCursor | null = null,
): Promise<{ rows: ToAsk[]; next: string | null }> {
  const staff = authorise(actor, "permission.record");
  return desk().$transaction(async (tx) => {
    const past = after
      ? Prisma.sql`AND (f.known_from, f.case_id) < (${after.knownFrom}, ${after.caseId}::uuid)`
      : Prisma.empty;
    const found = await tx.$queryRaw<Row[]>`
      SELECT f.case_id, c.reference, c.person_id, h.wrapped_key, h.identity, f.state, f.known_from, n.reference IS NOT NULL AS is_named
      FROM registry.facts f JOIN registry.cases c ON c.id = f.case_id JOIN registry.people h ON h.id = c.person_id
      LEFT JOIN publication.named_cases n ON n.reference = c.reference
      WHERE ${isRelease} AND ${notAsked} AND h.wrapped_key IS NOT NULL ${past}
        AND NOT EXISTS (SELECT FROM registry.facts o WHERE o.case_id = f.case_id AND o.track = 'custody' AND o.known_to IS NULL
          AND o.state ~ '^(released_|expelled_deported$|left_without_release$)'
          AND (o.known_from, o.id) > (f.known_from, f.id))
        ${view === "named" ? Prisma.sql`AND n.reference IS NOT NULL` : Prisma.empty}
      ORDER BY f.known_from DESC, f.case_id DESC LIMIT ${PAGE + 1}`;
    const rows = found.slice(0, PAGE).map((row) => openRow(staff, row));
    const last = found.length > PAGE ? rows.at(-1) : undefined;
    if (rows.length > 0) await record(tx, staff, "released.listed", null, clock());
    return { rows, next: last ? cursorText(last) : null };
  });
}

function openRow({ keys }: StaffActor, row: Row): ToAsk {
  const identity =
    row.identity &&
    identityInput.parse(
      openUnder(openPersonKey(keys, row.wrapped_key), row.identity, contextOf(row.person_id)),
    );
  return {
    caseId: row.case_id,
    reference: row.reference,
    name: identity ? fullName(identity) : row.reference,
    state: row.state,
    knownFrom: row.known_from,
    isNamed: row.is_named,
  };
}

/** The last release of a case that its person was not asked about since: when it became known, and its first possible moment. Part of a look at the case. */
export async function findRelease(
  tx: Tx,
  caseId: string,
): Promise<{ knownFrom: Date; earliest: Date | null } | null> {
  const [row] = await tx.$queryRaw<{ known_from: Date; earliest: Date | null }[]>`
    SELECT f.known_from, f.earliest FROM registry.facts f WHERE f.case_id = ${caseId}::uuid AND ${isRelease} AND ${notAsked}
    ORDER BY f.known_from DESC, f.id DESC LIMIT 1`;
  return row ? { knownFrom: row.known_from, earliest: row.earliest } : null;
}
