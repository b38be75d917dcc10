import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/equipo/recuentos/datos/route";
import { sessionCookie } from "@/lib/auth/cookies";
import { tokenOf } from "@/lib/auth/next-auth";
import { signIn } from "@/lib/auth/sign-in";
import { addStaff } from "@/lib/auth/staff";
import { totpCode } from "@/lib/auth/totp";
import { wallClock } from "@/lib/core/clock";
import { askQuestion } from "@/lib/tallies/asking/commands";
import { fieldsOfQuestion } from "@/lib/tallies/asking/rules";
import type { Question } from "@/lib/tallies/asking/schema";
import { askStanding } from "@/lib/tallies/commands";
import { bringIn } from "@/tests/support/bring-in";
import { anyMoment, anyPerson } from "@/tests/support/histories";
import type { OracleCase } from "@/tests/support/oracle-case";
import { tallyOf, windowOf } from "@/tests/support/oracle-tally";
import { asOwner } from "@/tests/support/owner";
import { alwaysFresh, makeTeam } from "@/tests/support/signed-in-team";
import { inventedTeam } from "@/tests/support/team";

const jar = new Map<string, string>();
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
}));

const people: OracleCase[] = fc.sample(anyPerson, { numRuns: 150, seed: 77 });
const moments = fc.sample(anyMoment, { numRuns: 40, seed: 12 });
const pick = (n: number) => moments[n % moments.length] ?? 0;
const now = new Date("2026-11-20T12:00:00Z");
const clock = () => now;

let team: Awaited<ReturnType<typeof makeTeam>>;
let vera = "";
let ines = "";
const passphrase = "una frase larga de ines";

beforeAll(async () => {
  vi.stubEnv("VIGILIA_SURFACE", "desk");
  team = await makeTeam(wallClock);
  const carmen = { ...team.carmen, factorAt: alwaysFresh };
  const { totpSecret } = await addStaff(carmen, { username: "ines", role: "intake", passphrase }, wallClock);
  ines = await tokenOf(await signIn("ines", passphrase, totpCode(totpSecret, new Date()), wallClock));
  vera = await tokenOf(await team.asVera(wallClock));
  await bringIn(
    carmen,
    { ...carmen, id: "00000000-0000-7000-8000-000000000001", username: "carlos" },
    people,
    now,
  );
}, 60_000);

const withSession = (token: string | null) => {
  jar.clear();
  if (token) jar.set(sessionCookie().name, token);
};
const file = (fields: Record<string, string>) =>
  GET(new Request(`http://localhost/equipo/recuentos/datos?${new URLSearchParams(fields)}`));

describe("how many at one moment as known at two, and why they differ", () => {
  it("equals the oracle on both sides, and knowledge alone explains the difference, to residual zero", async () => {
    let differ = 0;
    for (let n = 0; n < 20; n++) {
      const [t, kA, kB] = [pick(n), pick(n * 3 + 1), pick(n * 7 + 2)];
      const asked = { at: new Date(t), known: new Date(kA), against: new Date(kB) };
      const { first, second, difference } = await askStanding(team.carmen, asked, clock);
      const { at: _at, known: _known, method: _method, ...counted } = first;
      expect(counted).toEqual(tallyOf(people, t, kA));
      expect(second.held.total).toBe(tallyOf(people, t, kB).held.total);
      const { lateExits, lateRegistrations, merges, removals, corrections } = windowOf(people, t, t, kA, kB);
      expect(difference).toEqual({
        opening: first.held.total,
        closing: second.held.total,
        residual: 0,
        terms: {
          ...{ newDetentions: 0, redetentions: 0, releases: 0, deaths: 0, leftWithoutRelease: 0 },
          ...{ lateExits, lateRegistrations, merges, removals, corrections },
        },
      });
      if (first.held.total !== second.held.total) differ++;
    }
    expect(differ).toBeGreaterThan(5);
  }, 60_000);

  it("is answered to whoever may read exact numbers, refused to the rest, and every answer leaves one trace", async () => {
    const asked = { at: now, known: now, against: now };
    const member = await inventedTeam();
    for (const role of ["vetter", "coordinator", "editor", "auditor"] as const)
      await askStanding({ ...member(`m-${role}`, role), keys: team.carmen.keys }, asked, clock);
    for (const role of ["intake", "lawyer", "administrator"] as const)
      await expect(askStanding(member(`m-${role}`, role), asked, clock)).rejects.toMatchObject({
        code: "not_permitted",
      });
    const traces = await asOwner<{ actor: string }>(
      "SELECT actor FROM registry.audit_events WHERE action = 'tally.asked' AND starts_with(actor, 'm-') ORDER BY seq",
    );
    expect(traces.map(({ actor }) => actor)).toEqual(["m-vetter", "m-coordinator", "m-editor", "m-auditor"]);
  });
});

describe("the file of an answer", () => {
  const questions: Question[] = [
    { ask: "standing", at: new Date(pick(1)), known: new Date(pick(4)), against: new Date(pick(9)) },
    {
      ask: "window",
      from: new Date(Math.min(pick(1), pick(2))),
      to: new Date(Math.max(pick(1), pick(2))),
      knownFrom: new Date(pick(4)),
      knownTo: new Date(pick(9)),
    },
    {
      ask: "series",
      from: new Date("2026-01-08T04:00:00Z"),
      to: new Date("2026-01-12T04:00:00Z"),
      known: new Date(pick(9)),
      step: "day",
      kind: "restated",
    },
  ];

  it.each(questions.map((one) => [one.ask, one] as const))(
    "of a %s is what the page answers at the same address, as JSON and as CSV",
    async (_ask, question) => {
      withSession(vera);
      const { answer, rows } = await askQuestion(team.carmen, question, wallClock);
      const json = await file({ ...fieldsOfQuestion(question), format: "json" });
      expect([json.status, json.headers.get("cache-control")]).toEqual([200, "no-store"]);
      expect(json.headers.get("content-disposition")).toContain("not-for-publication.json");
      expect(await json.json()).toEqual(JSON.parse(JSON.stringify(answer)));
      const csv = await file({ ...fieldsOfQuestion(question), format: "csv" });
      expect((await csv.text()).trim().split("\r\n")).toHaveLength(rows.length + 1);
    },
  );

  it("is nobody's who is not signed in, nor of a role that reads no exact numbers, and a bad moment is named", async () => {
    const fields = fieldsOfQuestion(questions[0] as Question);
    withSession(null);
    expect((await file(fields)).status).toBe(401);
    withSession(ines);
    expect((await file(fields)).status).toBe(404);
    withSession(vera);
    expect((await file({ ...fields, at: "2026-01-17T00:00:00" })).status).toBe(400);
    expect((await file({ ask: "series", from: "1990-01-01", to: "2026-01-01", step: "day" })).status).toBe(
      400,
    );
    expect((await file({ balance: "2020-01-01" })).status).toBe(404);
    vi.stubEnv("VIGILIA_SURFACE", "open");
    expect((await file(fields)).status).toBe(404);
    vi.stubEnv("VIGILIA_SURFACE", "desk");
  });
});
