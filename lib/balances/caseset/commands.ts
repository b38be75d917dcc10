import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { balanceContent } from "../schema";
import { listCounted } from "./queries";
import { caseSetHash } from "./rules";

/** Whether the registry still counts, at the cut-off of a balance as known then, exactly the cases that balance committed to. */
export interface SetProof {
  slug: string;
  people: number;
  published: string;
  recomputed: string;
  holds: boolean;
}

/** The salt and the internal ids behind the published hash. Whoever has both can check the hash, and link it to nobody's name. */
export interface RevealedSet {
  slug: string;
  at: string;
  known: string;
  sha256: string;
  salt: string;
  cases: string[];
}

/**
 * Counts again, as of the cut-off and as known then, which cases a published balance stood for, and compares with what it committed
 * to. Erasing a person changes nothing here: the case stays, its words go.
 */
export async function proveSet(actor: Actor, slug: string, clock: Clock): Promise<SetProof> {
  const staff = authorise(actor, "balance.draft");
  return looking(async (tx) => {
    const { salt: _, cases, sha256, recomputed } = await recount(tx, slug);
    await record(tx, staff, "balance.set_proved", { why: slug }, clock());
    return { slug, people: cases.length, published: sha256, recomputed, holds: sha256 === recomputed };
  });
}

/**
 * The secret half of the commitment, for an international body that was promised it: by two coordinators, once it still holds.
 * No name and no reference is in it.
 */
export async function revealSet(
  actor: Actor,
  second: Actor,
  slug: string,
  clock: Clock,
): Promise<RevealedSet> {
  const [staff, other]: StaffActor[] = [
    authorise(actor, "balance.draft"),
    authorise(second, "balance.draft"),
  ];
  if (!staff || !other || staff.id === other.id) throw new Refusal("same_person");
  return looking(async (tx) => {
    const { recomputed, ...revealed } = await recount(tx, slug);
    if (recomputed !== revealed.sha256) throw new Refusal("changed_meanwhile");
    await record(tx, staff, "balance.set_revealed", { why: `${slug} with ${other.username}` }, clock());
    return { slug, ...revealed };
  });
}

async function recount(tx: Tx, slug: string) {
  const published = await tx.publishedBalance.findUnique({
    where: { slug },
    select: { id: true, content: true, at: true, known: true },
  });
  const draft =
    published &&
    (await tx.balanceDraft.findUnique({ where: { id: published.id }, select: { caseSalt: true } }));
  const sha256 = published && balanceContent.parse(published.content).caseSet?.sha256;
  if (!sha256 || !draft?.caseSalt) throw new Refusal("not_found");
  const cases = await listCounted(tx, published.at, published.known);
  return {
    at: published.at.toISOString(),
    known: published.known.toISOString(),
    sha256,
    salt: Buffer.from(draft.caseSalt).toString("hex"),
    cases,
    recomputed: caseSetHash(draft.caseSalt, cases),
  };
}

/** One picture of the registry for the whole look, whatever is confirmed meanwhile. */
const looking = <Answer>(look: (tx: Tx) => Promise<Answer>): Promise<Answer> =>
  desk().$transaction(look, { isolationLevel: "RepeatableRead", timeout: 60_000 });
