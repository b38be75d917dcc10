import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StaffActor, StaffRole } from "@/lib/auth/actor";
import { actorFor } from "@/lib/auth/sign-in";
import { addStaff, makeVault } from "@/lib/auth/staff";
import type { Clock } from "@/lib/core/clock";
import { alwaysFresh } from "./signed-in-team";

const passphrase = "una frase larga de paso";

/** The vault and its first two coordinators, Carmen and Elena, signed in. */
export async function twoCoordinators(clock: Clock): Promise<[StaffActor, StaffActor]> {
  const file = join(mkdtempSync(join(tmpdir(), "vigilia-vault-")), "recovery.txt");
  await makeVault({ username: "carmen", role: "coordinator", passphrase }, file, clock);
  const carmen = { ...(await actorFor("carmen", passphrase, clock)), factorAt: alwaysFresh };
  return [carmen, await oneMore(carmen, "elena", "coordinator", clock)];
}

/** Another member of staff, invited by a coordinator and signed in. */
export async function oneMore(
  by: StaffActor,
  username: string,
  role: StaffRole,
  clock: Clock,
): Promise<StaffActor> {
  await addStaff(by, { username, role, passphrase }, clock);
  return { ...(await actorFor(username, passphrase, clock)), factorAt: alwaysFresh };
}
