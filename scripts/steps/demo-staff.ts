import { randomInt } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { vaultExists } from "@/lib/auth/list-staff";
import { staffRole } from "@/lib/auth/schema";
import { actorFor } from "@/lib/auth/sign-in";
import { addStaff, makeVault } from "@/lib/auth/staff";
import { newTotpSecret } from "@/lib/auth/totp";
import { desk } from "@/lib/db/desk";
import { Stop } from "../bootstrap/progress.mjs";
import type { FirstStart } from "../up/first-data";

export const name = "Demonstration staff";
export const order = 30;
export const asked = ({ demo, demoStaff }: Pick<FirstStart, "demo" | "demoStaff">) => demo || demoStaff;

const account = z.strictObject({
  username: z.string(),
  password: z.string(),
  totpSecret: z.string(),
  role: staffRole,
});
type Account = z.infer<typeof account>;

/** The first makes the vault and invites the others. */
const team = [
  ["carmen", "coordinator"],
  ["carlos", "coordinator"],
  ["ines", "intake"],
  ["vera", "vetter"],
  ["victor", "vetter"],
  ["elena", "editor"],
  ["abel", "auditor"],
  ["lucia", "lawyer"],
  ["adela", "administrator"],
  ["andres", "administrator"],
] as const;

/**
 * Adds staff of every role for trying the desk, and leaves their sign-ins where their owner alone can read them.
 * The file is written first, so that an interrupted start goes on with the same passphrases.
 */
export async function run({
  dataDir,
  demo,
  demoStaff,
  clock,
  progress,
}: FirstStart): Promise<string | undefined> {
  if (!demo && !demoStaff) return undefined;
  const file = join(dataDir, "demo-accounts.json");
  if ((await vaultExists()) && !existsSync(file)) {
    throw new Stop(
      "This installation has staff of its own, so demonstration staff cannot be added: only a coordinator's invitation opens the vault. Use another --data-dir.",
    );
  }
  if (!existsSync(file)) writeAccounts(file);
  const accounts = z.array(account).parse(JSON.parse(readFileSync(file, "utf8")));
  const [first, ...others] = accounts;
  if (!first) throw new Stop(`${file} is empty: delete it and start again.`);

  const known = new Set((await desk().staff.findMany({ select: { username: true } })).map((s) => s.username));
  if (accounts.every(({ username }) => known.has(username))) return `${accounts.length} people`;
  if (!known.has(first.username)) {
    const recovery = join(dataDir, "demo-recovery.txt");
    // No vault yet: an identity left by a start that was interrupted opens nothing.
    rmSync(recovery, { force: true });
    await makeVault(staffFrom(first), recovery, clock);
  }
  const inviter = await actorFor(first.username, first.password, clock);
  for (const [done, one] of others.entries()) {
    if (!known.has(one.username)) await addStaff(inviter, staffFrom(one), clock);
    progress((done + 1) / others.length);
  }
  return `${accounts.length} people, sign-ins in ${file}`;
}

function writeAccounts(file: string): void {
  const accounts: Account[] = team.map(([username, role]) => ({
    username,
    password: newPassphrase(),
    totpSecret: newTotpSecret(),
    role,
  }));
  writeFileSync(file, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600, flag: "wx" });
}

const staffFrom = ({ username, password, totpSecret, role }: Account) => ({
  username,
  role,
  passphrase: password,
  totpSecret,
});

/** Five made-up words, easily typed, about 61 bits: `bafe-toni-luso-…`. */
function newPassphrase(): string {
  const pick = (letters: string) => letters[randomInt(letters.length)] ?? "";
  const syllable = () => pick("bcdfglmnprstvz") + pick("aeiou");
  return Array.from({ length: 5 }, () => syllable() + syllable()).join("-");
}
