import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { draftBalance, signBalance } from "@/lib/balances/commands";
import { recordFact } from "@/lib/cases/facts/commands";
import { tellKin } from "@/lib/cases/kin/commands";
import { importClaims } from "@/lib/claims/commands";
import { latestBalance } from "@/lib/opendata/balances/queries";
import { confirmFact } from "@/lib/publication/facts/commands";
import { heldPeople, sources } from "../../support/night";
import { asOwner } from "../../support/owner";
import { everyAnswer } from "../../support/public-answers";
import { openedRegistry, type Registry } from "../../support/published";
import { at } from "../../support/stories";

let registry: Registry;
let freed = "";
let dead = "";
const asked = { slug: "2026-01-05", claim: "foro-penal-det-2014-05-13" };
const on = (day: string) => ({ earliest: day, latest: day });
const changed = (before: Record<string, string>, after: Record<string, string>) =>
  Object.keys(before).filter((address) => before[address] !== after[address]);

beforeAll(async () => {
  registry = await openedRegistry();
  const { carmen, elena, publish } = registry;
  const system = { kind: "system", job: "tests" } as const;
  await importClaims(system, readFileSync("prisma/seed/claims.csv"), at("2026-11-22T12:00:00Z"));
  await heldPeople([carmen, elena], 60, new Date("2026-01-05T20:00:00Z"));
  await publish("2026-01-06T04:00:00.000Z", "2026-01-06T15:00:00Z");
  const rows = await asOwner<{ id: string }>("SELECT id FROM registry.cases ORDER BY id LIMIT 2");
  [freed, dead] = rows.map(({ id }) => id) as [string, string];
}, 120_000);

test("no public byte tells of a death before next of kin were told", async () => {
  const { ines, vera, carmen } = registry;
  const before = await everyAnswer(asked);
  expect(Object.keys(before).length).toBeGreaterThan(35);
  const death = {
    track: "custody" as const,
    state: "died_in_custody" as const,
    episode: 1,
    effective: on("2026-01-10"),
    sources,
  };
  const waits = await recordFact(ines, dead, death, at("2026-01-11T12:00:00Z"));
  for (const day of ["11", "12", "13"])
    for (const second of [vera, carmen])
      await expect(confirmFact(second, waits, at(`2026-01-${day}T20:00:00Z`))).rejects.toMatchObject({
        code: second === vera ? "coordinator_needed" : "kin_not_told",
      });
  expect(changed(before, await everyAnswer(asked))).toEqual([]);
  const told = at("2026-01-14T14:00:00Z");
  const eve = await draftBalance(
    carmen,
    { kind: "weekly", at: "2026-01-14T04:00:00.000Z" },
    at("2026-01-14T13:00:00Z"),
  );
  const [draft] = await asOwner<{
    content: { held: { total: number }; change: { flows: { deaths: number } } };
  }>("SELECT content FROM registry.balance_drafts WHERE id = $1", [eve]);
  expect([draft?.content.held.total, draft?.content.change.flows.deaths]).toEqual([60, 0]);
  await tellKin(vera, dead, told);
  await confirmFact(carmen, waits, told);
  expect(changed(before, await everyAnswer(asked))).toEqual([]);
}, 120_000);

test("freed on the 3rd and learned on the 20th, died on the 10th and told on the 14th: lateExits 1, deaths 1, residual 0", async () => {
  const { ines, vera, publish } = registry;
  const release = {
    track: "custody" as const,
    state: "released_unspecified" as const,
    episode: 1,
    effective: on("2026-01-03"),
    sources,
  };
  const learned = at("2026-01-20T14:00:00Z");
  await confirmFact(vera, await recordFact(ines, freed, release, learned), learned);
  await publish("2026-01-27T04:00:00.000Z", "2026-01-27T15:00:00Z");
  const change = (await latestBalance())?.content.change;
  expect(change?.reconciliation).toMatchObject({ opening: 60, closing: 58, residual: 0 });
  expect(change?.reconciliation.terms).toMatchObject({
    lateExits: -1,
    deaths: -1,
    releases: 0,
    corrections: 0,
  });
  expect(change?.flows).toMatchObject({ deaths: 1 });
});

test("signing asks for a second factor given minutes ago, at each signature", async () => {
  const { carmen, elena } = registry;
  const clock = at("2026-02-03T15:00:00Z");
  const id = await draftBalance(carmen, { kind: "weekly", at: "2026-02-03T04:00:00.000Z" }, clock);
  const stale = { factorAt: new Date("2026-02-03T14:54:59Z") };
  await expect(signBalance({ ...carmen, ...stale }, id, clock)).rejects.toMatchObject({
    code: "step_up_needed",
  });
  const fresh = { factorAt: new Date("2026-02-03T14:55:01Z") };
  expect(await signBalance({ ...carmen, ...fresh }, id, clock)).toBe("first");
  await expect(signBalance({ ...elena, ...stale }, id, clock)).rejects.toMatchObject({
    code: "step_up_needed",
  });
  expect(await signBalance({ ...elena, ...fresh }, id, clock)).toBe("published");
});
