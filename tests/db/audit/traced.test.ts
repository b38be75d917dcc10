import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { makeVault } from "@/lib/auth/staff";
import { recordedActs } from "../../support/acts";
import { oneMore, twoCoordinators } from "../../support/coordinators";
import { asOwner } from "../../support/owner";
import { alwaysFresh } from "../../support/signed-in-team";
import { at } from "../../support/stories";
import type { Traced } from "../../support/traces/team";

/** The act whose trace is left out, as somebody would who forgot it. */
const left = vi.hoisted(() => ({ out: "" }));
vi.mock("@/lib/vault/trail", async (original) => {
  const real = await original<typeof import("@/lib/vault/trail")>();
  const appendTrail: typeof real.appendTrail = async (tx, entry, now) =>
    entry.what === left.out ? 0n : real.appendTrail(tx, entry, now);
  return { ...real, appendTrail };
});

/**
 * Acts that change nothing the database guards: somebody looked, or asked; a session ended; a file was read. And `balance.published`,
 * which stands beside the trace of the second signature; `night.recorded`, beside those of its rows; and `reply.applied`, beside that of
 * the name taken down.
 */
const looks = [
  "balance.published",
  "balance.set_proved",
  "balance.set_revealed",
  "case.history_read",
  "case.read",
  "cases.compared",
  "cases.listed",
  "claim.copy_opened",
  "people.searched",
  "filing.printed",
  "contact.opened",
  "contact.word_told",
  "erasure.read",
  "import.read",
  "news.listed",
  "news.opened",
  "night.recorded",
  "merge.previewed",
  "merge.read",
  "overdue.listed",
  "pair.opened",
  "pairs.listed",
  "quality.listed",
  "queue.read",
  "released.listed",
  "replies.listed",
  "reply.applied",
  "reply.opened",
  "report.case_sought",
  "report.compared",
  "request.read",
  "report.opened",
  "document.opened",
  "document.original_taken",
  "registry.exported",
  "registry.inspected",
  "registry.staged",
  "staff.signed_in",
  "staff.acted_by_command",
  "staff.signed_out",
  "staff.session_ended",
  "staff.factor_given",
  "tally.asked",
  "threads.listed",
  "trail.sealed",
];

const fresh = (actor: StaffActor): StaffActor => ({ ...actor, factorAt: alwaysFresh });
const team = {} as Traced;
const tried = new Set<string>();

/** Runs an act with its trace left out, which the database refuses, and then as it is. */
async function act<Answer>(action: string, run: () => Promise<Answer>): Promise<Answer> {
  left.out = action;
  await expect(run(), `${action} without its trace`).rejects.toThrow(/without a trace/);
  left.out = "";
  tried.add(action);
  return run();
}

beforeAll(async () => {
  const clock = at("2026-01-01T12:00:00Z");
  const recovery = join(mkdtempSync(join(tmpdir(), "vigilia-vault-")), "recovery.txt");
  const first = { username: "nadie", role: "coordinator", passphrase: "una frase larga de nadie" } as const;
  left.out = "vault.made";
  await expect(makeVault(first, recovery, clock)).rejects.toThrow(/without a trace/);
  left.out = "";
  tried.add("vault.made");
  const [carmen, carlos] = (await twoCoordinators(clock)).map(fresh);
  if (!carmen || !carlos) throw new Error("two coordinators");
  Object.assign(team, { carmen, carlos });
  for (const [name, role] of [
    ["ines", "intake"],
    ["vera", "vetter"],
    ["victor", "vetter"],
    ["eva", "editor"],
    ["adela", "administrator"],
    ["andres", "administrator"],
  ] as const)
    team[(name === "eva" ? "elena" : name) as "ines"] = fresh(await oneMore(carmen, name, role, clock));
});

describe("no act without a trace", () => {
  test("on cases", async () => (await import("../../support/traces/cases")).actOnCases(act, team));

  test("on conversations with families", async () =>
    (await import("../../support/traces/families")).actOnFamilies(act, team));

  test("on balances, coverage, claims and imports", async () =>
    (await import("../../support/traces/numbers")).actOnNumbers(act, team));

  test("on the team", async () => (await import("../../support/traces/team")).actOnTeam(act, team));

  test("and every act that leaves one was tried here, or only looks", async () => {
    const acts = recordedActs();
    expect(acts.length).toBeGreaterThan(40);
    expect(acts.filter((action) => !tried.has(action) && !looks.includes(action))).toEqual([]);
    expect(tried.size).toBeGreaterThan(30);
    const rows = await asOwner<{ action: string }>("SELECT DISTINCT action FROM registry.audit_events");
    expect(rows.length).toBeGreaterThan(tried.size);
  });
});
