import type { StaffActor, StaffRole } from "@/lib/auth/actor";
import { inviteStaff, listInvitations, secondInvitation } from "@/lib/auth/invitations";
import { draftBalance, signBalance } from "@/lib/balances/commands";
import { declareCoverage, secondCoverage } from "@/lib/balances/coverage/commands";
import { writeSite } from "@/lib/balances/site/commands";
import { confirmRegistry, stageRegistry } from "@/lib/cases/exchange/commands";
import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import { confirmRetraction, proposeRetraction } from "@/lib/cases/facts/retraction/commands";
import type { MergeForm } from "@/lib/cases/merge/schema";
import { erasePerson, proposeErasure } from "@/lib/publication/erasure/commands";
import { confirmNaming, proposeNaming } from "@/lib/publication/naming/commands";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { agreeMerge, proposeMerge } from "@/lib/vetting/pairs/merge/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { oneMore, twoCoordinators } from "./coordinators";
import { asOwner } from "./owner";
import { counted } from "./population";
import { alwaysFresh } from "./signed-in-team";
import { at, givenCase, givenDecision, plainFact } from "./stories";

export const now = at("2026-01-22T12:00:00Z");
export const later = at("2026-01-23T12:00:00Z");
export const team = {} as Record<
  "carmen" | "elena" | "carla" | "ines" | "vera" | "adela" | "andres" | "alba",
  StaffActor
>;

/** The same person signed in once more, perhaps with another role by then. */
export const again = (one: StaffActor, role: StaffRole = one.role): StaffActor => ({
  ...one,
  role,
  keys: { ...one.keys },
  signingKey: Uint8Array.from(one.signingKey),
});

export interface TwoPersonAct {
  name: string;
  /** Whoever proposes it, and what is then confirmed. */
  propose(): Promise<{ by: StaffActor; id: string }>;
  confirm(by: StaffActor, id: string): Promise<unknown>;
  /** Two others who may confirm it. */
  others(): [StaffActor, StaffActor];
}

const verified = async () => {
  const opened = await givenCase(team.ines);
  await reviewDecision(
    team.elena,
    await givenDecision(team.vera, opened.caseId),
    { agreed: true, note: "" },
    now,
  );
  return opened.caseId;
};
const coordinators = (): [StaffActor, StaffActor] => [team.elena, team.carla];
let minutes = 0;
/** A minute of its own for each declaration: of two at one moment none is the latest. */
const nextMinute = () => new Date(Date.parse("2026-01-22T12:00:00Z") + 60_000 * minutes++);
let files = 0;
let day = 21;
export const evening = () => new Date(`2026-01-${day + 1}T12:00:00Z`);

/** A balance of the next day, drafted and signed by one coordinator. */
export async function signedBy(one: StaffActor): Promise<string> {
  day += 1;
  const id = await draftBalance(one, { kind: "weekly", at: `2026-01-${day}T04:00:00Z` }, evening);
  await signBalance(one, id, evening);
  return id;
}

export const acts: TwoPersonAct[] = [
  {
    name: "a fact",
    propose: async () => {
      const { caseId } = await givenCase(team.ines);
      const fact = { ...plainFact, state: "located_contact" } as const;
      return { by: team.carmen, id: await recordFact(team.carmen, caseId, fact, now) };
    },
    confirm: (by, id) => confirmFact(by, id, now),
    others: () => [team.vera, team.elena],
  },
  {
    name: "the withdrawal of a known fact",
    propose: async () => {
      const { caseId } = await givenCase(team.ines);
      const fact = await recordFact(team.ines, caseId, { ...plainFact, state: "located_contact" }, now);
      await confirmFact(team.vera, fact, now);
      return { by: team.carmen, id: await proposeRetraction(team.carmen, fact, "Se anotó por error.", now) };
    },
    confirm: (by, id) => confirmRetraction(by, id, later),
    others: coordinators,
  },
  {
    name: "a decision",
    propose: async () => {
      const { caseId } = await givenCase(team.ines);
      return { by: team.carmen, id: await givenDecision(team.carmen, caseId) };
    },
    confirm: (by, id) => reviewDecision(by, id, { agreed: true, note: "" }, now),
    others: () => [team.vera, team.elena],
  },
  {
    name: "a name",
    propose: async () => {
      const caseId = await verified();
      const yes = { purpose: "name", granted: true, givenBy: "relative", standing: true } as const;
      await recordPermission(team.ines, caseId, yes, now);
      return { by: team.carmen, id: await proposeNaming(team.carmen, caseId, now) };
    },
    confirm: (by, id) => confirmNaming(by, id, now),
    others: coordinators,
  },
  {
    name: "a coverage",
    propose: async () => ({
      by: team.carmen,
      id: await declareCoverage(team.carmen, { since: "2025-12-30" }, nextMinute),
    }),
    confirm: (by, id) => secondCoverage(by, id, now),
    others: coordinators,
  },
  {
    name: "a balance",
    propose: async () => ({ by: team.carmen, id: await signedBy(team.carmen) }),
    confirm: (by, id) => signBalance(by, id, evening),
    others: coordinators,
  },
  {
    name: "an import",
    propose: async () => {
      files += 1;
      const header = {
        type: "registry",
        version: 1,
        source: `prueba-${files}`,
        exportedAt: "2026-01-01T00:00:00Z",
        history: "now",
      };
      const person = { givenNames: "Persona", surnames: "Inventada" };
      const one = { type: "case", key: "k-1", person, permissions: [], facts: [] };
      const file = {
        sha256: new Uint8Array(32).fill(files),
        async *lines() {
          for (const [index, line] of [header, one].entries())
            yield { line: index + 1, text: JSON.stringify(line) };
        },
      };
      const { batchId } = await stageRegistry(team.carmen, file, { skipBad: false }, now);
      return { by: team.carmen, id: batchId };
    },
    confirm: (by, id) => confirmRegistry(by, id, now),
    others: () => [team.vera, team.elena],
  },
  {
    name: "a merge",
    propose: async () => {
      const [surviving, absorbed] = [await givenCase(team.ines), await givenCase(team.ines)];
      const [fact] = await asOwner<{ id: string }>(
        "SELECT id FROM registry.facts WHERE case_id = $1 AND track = 'custody'",
        [absorbed.caseId],
      );
      const pair = { survivingId: surviving.caseId, absorbedId: absorbed.caseId };
      const plan: MergeForm = { kind: "same_episode", take: [{ fact: fact?.id ?? "" }], why: "Es la misma." };
      return { by: team.carmen, id: await proposeMerge(team.carmen, { ...pair, plan }, now) };
    },
    confirm: (by, id) => agreeMerge(by, id, later),
    others: coordinators,
  },
  {
    name: "an erasure",
    propose: async () => {
      const { caseId } = await givenCase(team.ines);
      return { by: team.carmen, id: await proposeErasure(team.carmen, caseId, "Lo pidió la familia.", now) };
    },
    confirm: (by, id) => erasePerson(by, id, now),
    others: coordinators,
  },
  {
    name: "an invitation that replaces keys",
    propose: async () => {
      await inviteStaff(team.adela, { username: "ines", role: "intake" }, now);
      const [open] = await listInvitations(team.adela, now);
      return { by: team.adela, id: open?.id ?? "" };
    },
    confirm: (by, id) => secondInvitation(by, id, now),
    others: () => [team.andres, team.alba],
  },
];

/** The team, its coverage and people enough to publish. For `beforeAll`. */
export async function givenTeam(): Promise<void> {
  const clock = at("2026-01-01T12:00:00Z");
  const [carmen, elena] = await twoCoordinators(clock);
  Object.assign(team, { carmen, elena });
  for (const [name, role] of [
    ["carla", "coordinator"],
    ["ines", "intake"],
    ["vera", "vetter"],
    ["adela", "administrator"],
    ["andres", "administrator"],
    ["alba", "administrator"],
  ] as const)
    team[name] = await oneMore(carmen, name, role, clock);
  for (const [name, one] of Object.entries(team)) team[name as "ines"] = { ...one, factorAt: alwaysFresh };
  await writeSite({ demonstration: false, organisation: "Prueba", gate: 5 });
  await secondCoverage(elena, await declareCoverage(carmen, { since: "2025-12-30" }, clock), clock);
  await counted(Array.from({ length: 20 }, () => ({})));
}
