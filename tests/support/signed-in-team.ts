import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StaffActor } from "@/lib/auth/actor";
import { actorFor, signIn } from "@/lib/auth/sign-in";
import { addStaff, makeVault } from "@/lib/auth/staff";
import { totpCode } from "@/lib/auth/totp";
import type { Clock } from "@/lib/core/clock";

export const carmenPass = "una frase larga de carmen";
export const veraPass = "otra frase larga de vera";

/** A vault made by Carmen, coordinator, who invited Vera, vetter; through the commands, as an installation would. */
export async function makeTeam(clock: Clock) {
  const directory = mkdtempSync(join(tmpdir(), "vigilia-recovery-"));
  const recovery = join(directory, "recovery.txt");
  const coordinator = { username: "carmen", role: "coordinator", passphrase: carmenPass } as const;
  const { totpSecret: carmenTotp } = await makeVault(coordinator, recovery, clock);
  const carmen: StaffActor = { ...(await actorFor("carmen", carmenPass, clock)), factorAt: alwaysFresh };
  const vetter = { username: "vera", role: "vetter", passphrase: veraPass } as const;
  const { totpSecret: veraTotp } = await addStaff(carmen, vetter, clock);
  const asVera = (at: Clock) => signIn("vera", veraPass, totpCode(veraTotp, at()), at);
  return { directory, recovery, carmen, carmenTotp, veraTotp, asVera };
}

/** Of somebody whose second factor is never in question. */
export const alwaysFresh = new Date("9999-01-01T00:00:00Z");

let day = 0;
/** A new day at each call: far enough from the last that neither second factor nor throttle of another test matters. */
export function tomorrow(): Clock {
  const noon = Date.UTC(2026, 0, ++day, 12);
  return () => new Date(noon);
}

export const later =
  (clock: Clock, seconds: number): Clock =>
  () =>
    new Date(clock().getTime() + seconds * 1000);
