import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import type { StaffActor } from "@/lib/auth/actor";
import { sessionCookie } from "@/lib/auth/cookies";
import { deskAction } from "@/lib/auth/desk-action";
import { tokenOf } from "@/lib/auth/next-auth";
import { currentVisit, enterDesk, requireStaff } from "@/lib/auth/session";
import { csrfTokenOf } from "@/lib/auth/sessions";
import { actorFor, signIn } from "@/lib/auth/sign-in";
import { addStaff, changeRole, disableStaff, makeVault } from "@/lib/auth/staff";
import { totpCode } from "@/lib/auth/totp";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";

const jar = new Map<string, string>();
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
}));
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("not found");
  },
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
}));

const passphrase = "una frase larga de carmen";
let carmen: StaffActor;
let sessionId = "";

beforeAll(async () => {
  const recovery = join(mkdtempSync(join(tmpdir(), "vigilia-recovery-")), "recovery.txt");
  await makeVault({ username: "carmen", role: "coordinator", passphrase }, recovery, wallClock);
  carmen = await actorFor("carmen", passphrase, wallClock);
  const { totpSecret } = await addStaff(carmen, { username: "vera", role: "vetter", passphrase }, wallClock);
  sessionId = await signIn("vera", passphrase, totpCode(totpSecret, new Date()), wallClock);
});

beforeEach(async () => {
  vi.stubEnv("VIGILIA_SURFACE", "desk");
  jar.clear();
  jar.set(sessionCookie().name, await tokenOf(sessionId));
});
afterEach(() => vi.unstubAllEnvs());

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};
const good = () => ({ csrf: csrfTokenOf(sessionId), reason: "porque sí" });
const run = vi.fn(async (_staff: StaffActor, _input: { reason: string }) => {});
const decide = deskAction(z.object({ reason: z.string().min(3, "reason_missing") }), run, {
  keep: ["reason"],
});
const start = { state: "new" } as const;

describe("an action of the desk", () => {
  test("runs as whoever is signed in, with what was typed", async () => {
    expect(await decide(start, formOf(good()))).toEqual({ state: "done" });
    expect(run.mock.calls[0]?.[0]).toMatchObject({ username: "vera", role: "vetter" });
    expect(run.mock.calls[0]?.[1]).toEqual({ reason: "porque sí" });
  });

  test.each([
    ["without a token", { reason: "porque sí" }, "not_permitted"],
    ["with the token of another session", { ...good(), csrf: csrfTokenOf("B".repeat(43)) }, "not_permitted"],
  ])("%s it does not run, and what was typed is kept", async (_why, fields, code) => {
    expect(await decide(start, formOf(fields))).toEqual({
      state: "refused",
      code,
      values: {},
      sent: { reason: ["porque sí"] },
    });
    expect(run).not.toHaveBeenCalled();
  });

  test("without a session, with somebody else's cookie or with a made-up one it does not run", async () => {
    jar.clear();
    expect(await decide(start, formOf(good()))).toMatchObject({ state: "refused", code: "not_signed_in" });
    for (const cookie of ["x", `${await tokenOf(sessionId)}x`, await tokenOf("A".repeat(43))]) {
      jar.set(sessionCookie().name, cookie);
      expect(await decide(start, formOf(good()))).toMatchObject({ state: "refused" });
    }
    expect(run).not.toHaveBeenCalled();
  });

  test.each(["open", ""])("in a process that is not the desk (%j) it does not run", async (surface) => {
    vi.stubEnv("VIGILIA_SURFACE", surface);
    expect(await decide(start, formOf(good()))).toMatchObject({ state: "refused", code: "not_found" });
    await expect(requireStaff()).rejects.toMatchObject({ code: "not_found" });
    await expect(enterDesk()).rejects.toThrow("not found");
    expect(run).not.toHaveBeenCalled();
  });

  test("says which field is wrong; a refusal is an answer; a fault is not", async () => {
    expect(await decide(start, formOf({ ...good(), reason: "a" }))).toMatchObject({
      state: "invalid",
      errors: { reason: "reason_missing" },
      sent: { reason: ["a"] },
    });
    run.mockRejectedValueOnce(new Refusal("same_person"));
    expect(await decide(start, formOf(good()))).toMatchObject({ state: "refused", code: "same_person" });
    run.mockRejectedValueOnce(new Error("broken"));
    await expect(decide(start, formOf(good()))).rejects.toThrow("broken");
  });
});

describe("a page of the desk", () => {
  test("knows who looks, turns away other roles, and sends strangers to the door", async () => {
    expect(await enterDesk("decision.write")).toMatchObject({
      staff: { username: "vera" },
      csrf: csrfTokenOf(sessionId),
    });
    await expect(enterDesk("balance.sign")).rejects.toThrow("not found");
    jar.clear();
    await expect(enterDesk()).rejects.toThrow("to /equipo/entrar");
    expect(await currentVisit()).toBeNull();
  });

  test("a hundred requests while somebody is put out: none succeeds after it", async () => {
    await changeRole(carmen, "vera", "coordinator", wallClock);
    expect(await enterDesk("balance.sign")).toMatchObject({ staff: { role: "coordinator" } });
    await changeRole(carmen, "vera", "intake", wallClock);
    await expect(enterDesk("decision.write")).rejects.toThrow("not found");
    const during = Array.from({ length: 50 }, () => currentVisit());
    await disableStaff(carmen, "vera", wallClock);
    const after = await Promise.all(Array.from({ length: 50 }, () => currentVisit()));
    expect(after).toEqual(Array(50).fill(null));
    await Promise.all(during);
    expect(await desk().staffSession.count()).toBe(0);
  });
});
