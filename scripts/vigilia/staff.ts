import { resolve } from "node:path";
import type { Command } from "commander";
import { listStaff, vaultExists } from "@/lib/auth/list-staff";
import { newPassphrase, staffRole, username } from "@/lib/auth/schema";
import { actorFor } from "@/lib/auth/sign-in";
import { addStaff, changeRole, disableStaff, makeVault, type SecondFactor } from "@/lib/auth/staff";
import { wallClock } from "@/lib/core/clock";
import { Stop } from "../bootstrap/progress.mjs";
import { actorPassphrase, askPassphrase } from "../cli/prompt";
import { addStaffActs } from "../cli/staff-acts";
import { withDesk } from "../cli/with-desk";

interface Where {
  dataDir: string;
}

export default function add(program: Command): void {
  const staff = program
    .command("staff")
    .description("The team: add, invite, list, change role, depart, disable, recover")
    .exitOverride();
  const one = (name: string, about: string) =>
    staff
      .command(name)
      .description(about)
      .option("--data-dir <dir>", "the installation", ".data")
      .exitOverride();

  one("add <username>", "Add a member of staff; the first one makes the vault")
    .requiredOption("--role <role>", staffRole.options.join(", "))
    .option("--recovery <file>", "first one only: where the recovery identity is written, to be kept offline")
    .option("--as <username>", "the coordinator who invites (VIGILIA_PASSPHRASE)")
    .addHelpText(
      "after",
      "\nThe newcomer's passphrase is prompted twice, or read from VIGILIA_PASSPHRASE_NEW.",
    )
    .action((name: string, options: AddOptions) =>
      withDesk(options.dataDir, () => addOne(name, options), { mayMake: true }),
    );

  one("list", "Who is on the team").action((options: Where) => withDesk(options.dataDir, printTeam));

  one("role <username> <role>", "Give somebody another role")
    .requiredOption("--as <username>", "the coordinator who decides (VIGILIA_PASSPHRASE)")
    .action((name: string, role: string, options: Where & { as: string }) =>
      withDesk(options.dataDir, async () => {
        await changeRole(await acting(options.as), name, roleNamed(role), wallClock);
        console.log(`${name}: ${role}`);
      }),
    );

  one("disable <username>", "Put somebody out at once: sessions and vault key")
    .requiredOption("--as <username>", "the coordinator who decides (VIGILIA_PASSPHRASE)")
    .action((name: string, options: Where & { as: string }) =>
      withDesk(options.dataDir, async () => {
        await disableStaff(await acting(options.as), name, wallClock);
        console.log(`${name}: disabled`);
      }),
    );

  addStaffActs(one);
}

interface AddOptions extends Where {
  role: string;
  recovery?: string;
  as?: string;
}

async function addOne(name: string, { role, recovery, as }: AddOptions): Promise<void> {
  const newcomer = { username: pseudonym(name), role: roleNamed(role) };
  const first = !(await vaultExists());
  if (first && !recovery)
    throw new Stop(
      "The first member of the team makes the vault: say where its recovery identity goes with --recovery FILE.",
    );
  if (first && newcomer.role !== "coordinator")
    throw new Stop(
      "The first member of the team must be a coordinator: only a coordinator invites the others.",
    );
  if (!first && !as) throw new Stop("Say which coordinator invites with --as USERNAME.");
  if (!first && recovery)
    throw new Stop("The recovery identity was written when the vault was made; leave --recovery out.");
  const inviter = first ? null : await acting(as ?? "");
  const given = { ...newcomer, passphrase: await twice(name) };
  if (inviter) return show(name, await addStaff(inviter, given, wallClock));
  const file = resolve(recovery ?? "");
  show(name, await makeVault(given, file, wallClock));
  console.log(`\nRecovery identity: ${file}
Print it or move it to a medium kept offline, then delete it here. Without it, if every passphrase is lost, everything sealed is lost.`);
}

function pseudonym(name: string): string {
  const parsed = username.safeParse(name);
  if (parsed.success) return parsed.data;
  throw new Stop(
    "A username is a pseudonym of 2 to 31 letters a–z, digits, dots or dashes, beginning with a letter.",
  );
}

function roleNamed(role: string) {
  const parsed = staffRole.safeParse(role);
  if (parsed.success) return parsed.data;
  throw new Stop(`There is no role ${role}. The roles are ${staffRole.options.join(", ")}.`);
}

const acting = async (name: string) => actorFor(name, await actorPassphrase(name), wallClock);

async function twice(name: string): Promise<string> {
  const question = `New passphrase of ${name} (15 characters or more)`;
  const typed = newPassphrase.safeParse(await askPassphrase(question, "VIGILIA_PASSPHRASE_NEW"));
  if (!typed.success) throw new Stop(notGood[typed.error.issues[0]?.message ?? ""] ?? "Not a passphrase.");
  if (process.env.VIGILIA_PASSPHRASE_NEW) return typed.data;
  if ((await askPassphrase("Again", "VIGILIA_PASSPHRASE_NEW")) === typed.data) return typed.data;
  throw new Stop("The two passphrases differ. Nothing was written.");
}

const notGood: Record<string, string> = {
  passphrase_short: "The passphrase must have at least 15 characters: four or five words are good.",
  passphrase_simple: "The passphrase has too few different characters.",
  passphrase_long: "The passphrase must have at most 256 characters.",
};

function show(name: string, { totpSecret, uri }: SecondFactor): void {
  console.log(`${name} was added. Second factor, shown only now:
  secret  ${totpSecret.match(/.{4}/g)?.join(" ")}
  address ${uri}`);
}

async function printTeam(): Promise<void> {
  for (const one of await listStaff({ kind: "operator" })) {
    const since = one.createdAt.toISOString().slice(0, 10);
    console.log(
      `${one.username.padEnd(20)} ${one.role.padEnd(12)} ${since} ${one.disabledAt ? "disabled" : ""}`.trimEnd(),
    );
  }
}
