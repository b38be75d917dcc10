import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Holder } from "@/lib/cases/dossier/schema";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { openCaseKey } from "@/lib/people/queries";
import { findCase } from "@/lib/publication/withdrawals/queries";
import { aboutContext, type RequestAbout, requestAbout } from "@/lib/publication/withdrawals/schema";
import { openUnderVault } from "@/lib/vault/person";
import { openUnder } from "@/lib/vault/seal";
import { dueAt } from "./rules";
import { type OpenRequest, type RequestWords, requestWords } from "./schema";

/** Where the words of a request and the reason of an answer are bound to. */
export const wordsContext = (id: string): string => `requests|words|${id}`;
export const whyContext = (id: string): string => `request_verdicts|why|${id}`;

/** The key to the words about a case; null where there is no case or its words were erased. */
export async function caseKey(
  tx: Tx,
  staff: StaffActor,
  reference: string | null,
): Promise<Uint8Array | null> {
  const row = reference && (await tx.case.findUnique({ where: { reference }, select: { id: true } }));
  if (!row) return null;
  try {
    return (await openCaseKey(tx, staff, row.id)).key;
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") return null;
    throw error;
  }
}

export interface HeldRequest {
  id: string;
  kind: string;
  about: RequestAbout;
  verdict: { id: string; granted: boolean; proposedBy: string } | null;
}

/** An open request, its row locked until the transaction ends; a closed one is refused with `already_decided`. */
export async function lockRequest(tx: Tx, { keys }: StaffActor, id: string): Promise<HeldRequest> {
  const [row] = await tx.$queryRaw<{ kind: string; sealed: Uint8Array; closed_at: Date | null }[]>`
    SELECT kind, sealed, closed_at FROM registry.requests WHERE id = ${id}::uuid FOR UPDATE`;
  if (!row) throw new Refusal("not_found");
  if (row.closed_at !== null) throw new Refusal("already_decided");
  const verdict = await tx.requestVerdict.findFirst({
    where: { requestId: id, decidedAt: null },
    select: { id: true, granted: true, proposedBy: true },
  });
  return {
    id,
    kind: row.kind,
    about: requestAbout.parse(openUnderVault(keys, row.sealed, aboutContext(id))),
    verdict,
  };
}

const PAGE = 50;

/** Open requests, those asked first first; `after` is the id the page before ended with. */
export async function listRequests(
  viewer: Actor,
  after: string | null,
): Promise<{ rows: OpenRequest[]; next: string | null; total: number }> {
  const { keys } = authorise(viewer, "request.record");
  const tx = desk();
  const from = after && (await tx.request.findUnique({ where: { id: after }, select: { askedAt: true } }));
  const rows = await tx.request.findMany({
    where: {
      closedAt: null,
      ...(after &&
        from && { OR: [{ askedAt: { gt: from.askedAt } }, { askedAt: from.askedAt, id: { gt: after } }] }),
    },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: PAGE + 1,
    select: {
      ...{ id: true, kind: true, sealed: true, askedAt: true, recordedBy: true },
      verdicts: { where: { decidedAt: null }, select: { granted: true, proposedBy: true } },
    },
  });
  const shown = rows.slice(0, PAGE).map(({ sealed, verdicts: [verdict], ...row }) => ({
    ...row,
    dueAt: dueAt(row.kind, row.askedAt),
    reference: requestAbout.parse(openUnderVault(keys, sealed, aboutContext(row.id))).reference,
    proposed: verdict ? { granted: verdict.granted, by: verdict.proposedBy } : null,
  }));
  return {
    rows: shown,
    next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    total: await tx.request.count({ where: { closedAt: null } }),
  };
}

export interface RequestShown extends Omit<OpenRequest, "proposed"> {
  /** What was said; null for one that came with a code, and where the person was erased. */
  words: RequestWords | null;
  fromCode: boolean;
  closedAt: Date | null;
  holders: Holder[];
  /** The one who posted it, where staff know them: whether their standing was recorded. */
  giver: Holder | null;
  verdicts: {
    id: string;
    granted: boolean;
    why: string | null;
    proposedBy: string;
    proposedAt: Date;
    agreed: boolean | null;
    decidedBy: string | null;
  }[];
}

/** One request, opened in the session with its answers and who is known to speak for the person. Who looked is recorded. */
export async function openRequest(viewer: Actor, id: string, clock: Clock): Promise<RequestShown> {
  const staff = authorise(viewer, "request.record");
  const now = clock();
  return desk().$transaction(async (tx) => {
    const row = await tx.request.findUnique({
      where: { id },
      select: {
        ...{
          id: true,
          kind: true,
          sealed: true,
          words: true,
          askedAt: true,
          recordedBy: true,
          closedAt: true,
        },
        verdicts: {
          orderBy: { proposedAt: "asc" },
          select: {
            ...{ id: true, granted: true, why: true, proposedBy: true, proposedAt: true },
            ...{ agreed: true, decidedBy: true },
          },
        },
      },
    });
    if (!row) throw new Refusal("not_found");
    const { sealed, words, verdicts, ...plain } = row;
    const { reference, report } = requestAbout.parse(openUnderVault(staff.keys, sealed, aboutContext(id)));
    const key = await caseKey(tx, staff, reference);
    const holders = (reference && (await findCase(tx, staff, reference))?.holders) || [];
    await record(tx, staff, "request.read", reference === null ? null : { case: reference }, now);
    const why = (sealedWhy: Uint8Array, verdictId: string) => {
      if (reference === null) return String(openUnderVault(staff.keys, sealedWhy, whyContext(verdictId)));
      return key && String(openUnder(key, sealedWhy, whyContext(verdictId)));
    };
    return {
      ...plain,
      reference,
      dueAt: dueAt(row.kind, row.askedAt),
      fromCode: row.recordedBy === "family",
      words: key && words ? requestWords.parse(openUnder(key, words, wordsContext(id))) : null,
      holders: holders.filter((one) => one.how !== null),
      giver: report === null ? null : (holders.find((one) => one.report === report) ?? null),
      verdicts: verdicts.map((one) => ({ ...one, why: why(one.why, one.id) })),
    };
  });
}
