import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { makeVault } from "@/lib/auth/staff";
import { oneMore, twoCoordinators } from "../../support/coordinators";
import { asOwner } from "../../support/owner";
import { counted } from "../../support/population";
import { alwaysFresh } from "../../support/signed-in-team";
import {
  at,
  givenCase,
  givenDecision,
  givenReport,
  plainCase,
  plainFact,
  soundDecision,
} from "../../support/stories";

/** The act whose trace is left out, as somebody would who forgot it. */
const left = vi.hoisted(() => ({ out: "" }));
vi.mock("@/lib/vault/trail", async (original) => {
  const real = await original<typeof import("@/lib/vault/trail")>();
  const appendTrail: typeof real.appendTrail = async (tx, entry, now) =>
    entry.what === left.out ? undefined : real.appendTrail(tx, entry, now);
  return { ...real, appendTrail };
});

/** Acts that change nothing the database guards: somebody looked, or asked; a session ended; a file was read. */
const looks = [
  "balance.set_proved",
  "balance.set_revealed",
  "case.history_read",
  "case.read",
  "cases.listed",
  "queue.read",
  "report.opened",
  "registry.exported",
  "registry.inspected",
  "registry.staged",
  "staff.signed_in",
  "staff.acted_by_command",
  "staff.signed_out",
  "staff.session_ended",
  "staff.factor_given",
  "tally.asked",
  "trail.sealed",
];

const now = at("2026-01-22T12:00:00Z");
const later = at("2026-01-23T12:00:00Z");
const fresh = (actor: StaffActor): StaffActor => ({ ...actor, factorAt: alwaysFresh });
const team: Record<
  "carmen" | "carlos" | "ines" | "vera" | "victor" | "elena" | "adela" | "andres",
  StaffActor
> = {} as never;
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
  test("on cases", async () => {
    const cases = await import("@/lib/cases/facts/commands");
    const { attachReport } = await import("@/lib/cases/dossier/commands");
    const { tellKin } = await import("@/lib/cases/kin/commands");
    const { addEvidence } = await import("@/lib/evidence/commands");
    const { assignReport } = await import("@/lib/vetting/reports/commands");
    const { takeCase, writeDecision } = await import("@/lib/vetting/commands");
    const { reviewDecision } = await import("@/lib/vetting/review/commands");
    const { recordPermission } = await import("@/lib/publication/permissions/commands");
    const naming = await import("@/lib/publication/naming/commands");
    const { carmen, carlos, ines, vera, victor, elena } = team;
    const [item] = plainCase.evidence;
    if (!item) throw new Error("an item of evidence");

    const [first, second] = [await givenReport(), await givenReport()];
    await act("report.assigned", () => assignReport(ines, first.reportId, { seen: null }, now));
    const { caseId } = await act("case.opened", () =>
      givenCase(ines, {
        reportIds: [first.reportId],
        channel: "report",
        permissions: [...plainCase.permissions],
      }),
    );
    await act("report.attached", () => attachReport(ines, caseId, second.reportId, now));
    await act("case.taken", () => takeCase(vera, caseId, now));
    const fact = await act("fact.recorded", () =>
      cases.recordFact(ines, caseId, { ...plainFact, state: "located_contact" }, now),
    );
    await act("fact.confirmed", () => cases.confirmFact(vera, fact, now));
    const corrected = await act("fact.corrected", () =>
      cases.supersedeFact(
        ines,
        fact,
        { ...plainFact, state: "hospital_custody" },
        "Otra fuente lo precisa.",
        now,
      ),
    );
    await act("fact.retracted", () => cases.retractFact(ines, corrected, "Se anotó por error.", now));
    await act("evidence.added", () => addEvidence(ines, caseId, item, now));
    const form = await soundDecision(caseId);
    const decision = await act("decision.written", () => writeDecision(vera, caseId, form, now));
    await act("decision.agreed", () => reviewDecision(victor, decision, { agreed: true, note: "" }, now));
    const other = await givenCase(ines);
    const disputed = await givenDecision(vera, other.caseId);
    await act("decision.disagreed", () =>
      reviewDecision(victor, disputed, { agreed: false, note: "Falta otra fuente." }, now),
    );
    const yes = { purpose: "name", granted: true, givenBy: "relative", standing: true } as const;
    await act("permission.recorded", () => recordPermission(ines, caseId, yes, now));
    const named = await act("naming.proposed", () => naming.proposeNaming(elena, caseId, now));
    await act("naming.confirmed", () => naming.confirmNaming(carlos, named, now));
    await act("naming.withdrawn", () => naming.withdrawNaming(carmen, caseId, "La familia lo pidió.", now));
    await act("kin.told", () => tellKin(vera, caseId, now));
  });

  test("on balances, coverage, claims and imports", async () => {
    const balances = await import("@/lib/balances/commands");
    const coverages = await import("@/lib/balances/coverage/commands");
    const { writeSite } = await import("@/lib/balances/site/commands");
    const { importClaims } = await import("@/lib/claims/commands");
    const { confirmRegistry, stageRegistry } = await import("@/lib/cases/exchange/commands");
    const { carmen, carlos } = team;
    await writeSite({ demonstration: false, organisation: "Prueba", gate: 5 });
    await counted(Array.from({ length: 20 }, () => ({})));
    const coverage = await act("coverage.declared", () =>
      coverages.declareCoverage(carmen, { since: "2025-12-30" }, now),
    );
    await act("coverage.seconded", () => coverages.secondCoverage(carlos, coverage, now));
    const weekly = { kind: "weekly", at: "2026-01-22T04:00:00Z" } as const;
    const spare = await act("balance.drafted", () => balances.draftBalance(carmen, weekly, later));
    await act("balance.discarded", () => balances.discardDraft(carmen, spare, later));
    const draft = await balances.draftBalance(carmen, weekly, later);
    await act("balance.signed", () => balances.signBalance(carmen, draft, later));
    left.out = "balance.published";
    await balances.signBalance(carlos, draft, later);
    left.out = "";
    // The second signature is traced by itself, so the same transaction bears a trace whichever of the two rows is there.
    tried.add("balance.published");

    const claims = readFileSync("prisma/seed/claims.csv", "utf8");
    await act("claims.imported", () =>
      importClaims({ kind: "operator" }, claims, at("2026-04-01T12:00:00Z")),
    );
    const line = {
      type: "case",
      key: "k-1",
      person: { givenNames: "Persona", surnames: "Inventada" },
      permissions: [],
      facts: [],
    };
    const header = {
      type: "registry",
      version: 1,
      source: "prueba",
      exportedAt: "2026-01-01T00:00:00Z",
      history: "now",
    };
    const file = {
      sha256: new Uint8Array(32).fill(7),
      async *lines() {
        for (const [index, one] of [header, line].entries())
          yield { line: index + 1, text: JSON.stringify(one) };
      },
    };
    const { batchId } = await stageRegistry(carmen, file, { skipBad: false }, now);
    await act("registry.imported", () => confirmRegistry(carlos, batchId, now));
  });

  test("on the team", async () => {
    const invitations = await import("@/lib/auth/invitations");
    const staff = await import("@/lib/auth/staff");
    const { renewRecoveryCodes } = await import("@/lib/auth/own-sessions");
    const { newTotpSecret, totpCode } = await import("@/lib/auth/totp");
    const { carmen, adela, andres, vera } = team;
    const passphrase = "una frase larga de nadia";
    const takes = async (username: string, code: string) => {
      const totpSecret = newTotpSecret();
      return invitations.acceptInvitation(
        { username, code, passphrase, totpSecret, totp: totpCode(totpSecret, now()) },
        now,
      );
    };
    const code = await act("staff.invited", () =>
      invitations.inviteStaff(carmen, { username: "nadia", role: "intake" }, now),
    );
    await act("staff.joined", () => takes("nadia", code));
    const again = await invitations.inviteStaff(adela, { username: "nadia", role: "intake" }, now);
    const [waiting] = await invitations.listInvitations(adela, now);
    const id = waiting?.id ?? "";
    await act("staff.invitation_seconded", () => invitations.secondInvitation(andres, id, now));
    await act("staff.keys_replaced", () => takes("nadia", again));
    await invitations.inviteStaff(carmen, { username: "nora", role: "intake" }, now);
    const [open] = await invitations.listInvitations(adela, now);
    await act("staff.invitation_revoked", () => invitations.revokeInvitation(carmen, open?.id ?? "", now));
    await act("staff.recovery_codes_renewed", () => renewRecoveryCodes(vera, now));
    await act("staff.added", () =>
      staff.addStaff(carmen, { username: "olga", role: "intake", passphrase }, now),
    );
    await act("staff.role_changed", () => staff.changeRole(carmen, "olga", "vetter", now));
    await act("staff.disabled", () => staff.disableStaff(carmen, "olga", now));
  });

  test("and every act that leaves one was tried here, or only looks", async () => {
    const acts = new Set<string>();
    for (const file of readdirSync("lib", { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts")) continue;
      const source = readFileSync(`lib/${file}`, "utf8").replaceAll(/(authorise|may)\([^)]*\)/g, "");
      if (!/record(StaffAct|Opening)?\(/.test(source) || file.includes("permissions.ts")) continue;
      for (const [, action] of source.matchAll(/"([a-z]+\.[a-z_]+)"/g)) acts.add(action ?? "");
    }
    expect(acts.size).toBeGreaterThan(40);
    expect([...acts].filter((action) => !tried.has(action) && !looks.includes(action)).sort()).toEqual([]);
    expect(tried.size).toBeGreaterThan(30);
    const rows = await asOwner<{ action: string }>("SELECT DISTINCT action FROM registry.audit_events");
    expect(rows.length).toBeGreaterThan(tried.size);
  });
});
