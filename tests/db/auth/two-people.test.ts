import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { acceptInvitation, inviteStaff, listInvitations, secondInvitation } from "@/lib/auth/invitations";
import { changeRole } from "@/lib/auth/staff";
import { newTotpSecret, totpCode } from "@/lib/auth/totp";
import { signBalance } from "@/lib/balances/commands";
import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import { tellKin } from "@/lib/cases/kin/commands";
import { asOwner } from "../../support/owner";
import { givenCase, plainFact } from "../../support/stories";
import { acts, again, evening, givenTeam, now, signedBy, team } from "../../support/two-person-acts";

beforeAll(givenTeam);

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
