import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { StaffActor, StaffRole } from "@/lib/auth/actor";
import { acceptInvitation, inviteStaff, listInvitations, secondInvitation } from "@/lib/auth/invitations";
import { changeRole } from "@/lib/auth/staff";
import { newTotpSecret, totpCode } from "@/lib/auth/totp";
import { draftBalance, signBalance } from "@/lib/balances/commands";
import { declareCoverage, secondCoverage } from "@/lib/balances/coverage/commands";
import { writeSite } from "@/lib/balances/site/commands";
import { confirmRegistry, stageRegistry } from "@/lib/cases/exchange/commands";
import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import { confirmRetraction, proposeRetraction } from "@/lib/cases/facts/retraction/commands";
import { tellKin } from "@/lib/cases/kin/commands";
import { erasePerson, proposeErasure } from "@/lib/publication/erasure/commands";
import { confirmNaming, proposeNaming } from "@/lib/publication/naming/commands";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { oneMore, twoCoordinators } from "../../support/coordinators";
import { asOwner } from "../../support/owner";
import { counted } from "../../support/population";
import { alwaysFresh } from "../../support/signed-in-team";
import { at, givenCase, givenDecision, plainFact } from "../../support/stories";

const now = at("2026-01-22T12:00:00Z");
const later = at("2026-01-23T12:00:00Z");
const team = {} as Record<
  "carmen" | "elena" | "carla" | "ines" | "vera" | "adela" | "andres" | "alba",
  StaffActor
>;

/** The same person signed in once more, perhaps with another role by then. */
const again = (one: StaffActor, role: StaffRole = one.role): StaffActor => ({
  ...one,
  role,
  keys: { ...one.keys },
  signingKey: Uint8Array.from(one.signingKey),
});

interface TwoPersonAct {
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
let files = 0;
let day = 21;
const evening = () => new Date(`2026-01-${day + 1}T12:00:00Z`);

/** A balance of the next day, drafted and signed by one coordinator. */
async function signedBy(one: StaffActor): Promise<string> {
  day += 1;
  const id = await draftBalance(one, { kind: "weekly", at: `2026-01-${day}T04:00:00Z` }, evening);
  await signBalance(one, id, evening);
  return id;
}

const acts: TwoPersonAct[] = [
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
      id: await declareCoverage(team.carmen, { since: "2025-12-30" }, now),
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

beforeAll(async () => {
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
});

/** The codes by which an act that was already done, or is not there, is refused. */
const OVER = [
  "already_confirmed",
  "already_decided",
  "already_signed",
  "changed_meanwhile",
  "not_found",
  "same_person",
  "already_named",
];
const refusalOf = async (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => "done",
    (error) => error.code ?? error.message,
  );

describe.each(acts)("$name", ({ propose, confirm, others }) => {
  test("is not confirmed by who proposed it, in a second session or with another role; nor by a forged id", async () => {
    const { by, id } = await propose();
    for (const role of [by.role, "coordinator", "vetter", "administrator", "editor"] as const)
      expect(["same_person", "not_permitted", "coordinator_needed"], role).toContain(
        await refusalOf(confirm(again(by, role), id)),
      );
    const [other] = others();
    const elsewhere = await givenCase(team.ines);
    for (const forged of [randomUUID(), elsewhere.caseId, other.id])
      expect(OVER, forged).toContain(await refusalOf(confirm(other, forged)));
    expect(await refusalOf(confirm(other, id))).toBe("done");
  });

  test("is confirmed once, whoever presses at the same moment, and replayed it does nothing", async () => {
    const { by, id } = await propose();
    const [one, two] = others();
    const answers = await Promise.all(
      [one, two, again(one), again(by), again(two)].map((who) => refusalOf(confirm(who, id))),
    );
    expect(
      answers.filter((answer) => answer === "done"),
      answers.join(),
    ).toHaveLength(1);
    for (const answer of answers) expect(["done", ...OVER]).toContain(answer);
    const before = await asOwner("SELECT count(*) FROM registry.audit_events");
    for (const who of [one, two, by]) expect(OVER).toContain(await refusalOf(confirm(again(who), id)));
    expect(await asOwner("SELECT count(*) FROM registry.audit_events")).toEqual(before);
  });
});

describe("between the two words", () => {
  test("a coordinator who became something else has not signed a balance; nothing is published until two coordinators have", async () => {
    const id = await signedBy(team.carla);
    const published = () => asOwner<{ n: number }>("SELECT count(*)::int AS n FROM publication.balances");
    const [before] = await published();
    await changeRole(team.carmen, "carla", "vetter", evening);
    const answer = await refusalOf(signBalance(team.elena, id, evening));
    expect(answer).not.toBe("done");
    expect((await published())[0]).toEqual(before);
    await changeRole(team.carmen, "carla", "coordinator", evening);
  });

  test("a death is known when kin were told and a coordinator who did not record it says so", async () => {
    const { caseId } = await givenCase(team.ines);
    const death = await recordFact(team.carmen, caseId, { ...plainFact, state: "died_in_custody" }, now);
    expect(await refusalOf(confirmFact(team.elena, death, now))).toBe("kin_not_told");
    await tellKin(team.carmen, caseId, now);
    expect(await refusalOf(tellKin(team.elena, caseId, now))).toBe("already_confirmed");
    expect(await refusalOf(confirmFact(again(team.carmen), death, now))).toBe("same_person");
    expect(await refusalOf(confirmFact(team.vera, death, now))).toBe("coordinator_needed");
    const both = await Promise.all(
      [team.elena, team.carla].map((who) => refusalOf(confirmFact(who, death, now))),
    );
    expect(both.filter((one) => one === "done")).toHaveLength(1);
  });

  test("an invitation that replaces keys is void once whoever made it was put in another place", async () => {
    const code = await inviteStaff(team.alba, { username: "vera", role: "vetter" }, now);
    const open = (await listInvitations(team.adela, now)).find(({ username }) => username === "vera");
    await secondInvitation(team.andres, open?.id ?? "", now);
    await changeRole(team.carmen, "alba", "auditor", now);
    const totpSecret = newTotpSecret();
    const taken = {
      username: "vera",
      code,
      passphrase: "una frase nueva de vera",
      totpSecret,
      totp: totpCode(totpSecret, now()),
    };
    expect(await refusalOf(acceptInvitation(taken, now))).toBe("invitation_refused");
  });
});

test("nothing that was published says who on the team did it: not in words, and not in the bytes of a file", async () => {
  const rows = await asOwner<{ row: string }>(
    "SELECT b::text AS row FROM publication.balances b UNION ALL SELECT n::text FROM publication.named_cases n",
  );
  expect(rows.length).toBeGreaterThan(1);
  const published = rows.map(({ row }) => row).join("\n");
  for (const { username } of Object.values(team)) {
    expect(published).not.toMatch(new RegExp(`\\b${username}\\b`));
    expect(published).not.toContain(Buffer.from(`"${username}"`).toString("hex"));
  }
});
