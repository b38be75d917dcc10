import { readFileSync } from "node:fs";
import type { Command } from "commander";
import type { Actor } from "@/lib/auth/actor";
import { inviteStaff, listInvitations, revokeInvitation, secondInvitation } from "@/lib/auth/invitations";
import { recoverStaff } from "@/lib/auth/recover";
import { newPassphrase, staffRole } from "@/lib/auth/schema";
import { actorFor } from "@/lib/auth/sign-in";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { departStaff } from "@/lib/vetting/departures/commands";
import { Stop } from "../bootstrap/progress.mjs";
import { actorPassphrase, askPassphrase } from "./prompt";
import { withDesk } from "./with-desk";

type Where = { dataDir: string; as: string };
type One = (name: string, about: string) => Command;

const acting = async (name: string) => actorFor(name, await actorPassphrase(name), wallClock);

/** Whose place on the team changes: invited, agreed to, taken back, left, recovered. What the pages of the desk do, without a browser. */
export function addStaffActs(one: One): void {
  const asked = (name: string, about: string, who: string) =>
    one(name, about).requiredOption("--as <username>", `${who} (VIGILIA_PASSPHRASE)`);

  asked(
    "invite <username> <role>",
    "A code, told once, with which somebody takes their place; or replaces lost keys",
    "who invites",
  ).action((username: string, role: string, { dataDir, as }: Where) =>
    withDesk(dataDir, async () => {
      const named = staffRole.safeParse(role);
      if (!named.success)
        throw new Stop(`There is no role ${role}. The roles are ${staffRole.options.join(", ")}.`);
      const code = await inviteStaff(await acting(as), { username, role: named.data }, wallClock);
      console.log(`${code}\nShown only now. For 24 hours, at /equipo/invitacion.`);
    }),
  );
  asked(
    "second <username>",
    "Agree, as a second administrator, that somebody's lost keys are replaced",
    "the administrator who agrees",
  ).action((username: string, { dataDir, as }: Where) =>
    withDesk(dataDir, async () => {
      const actor = await acting(as);
      await secondInvitation(actor, await openFor(actor, username), wallClock);
      console.log(`${username}: agreed`);
    }),
  );
  asked("revoke <username>", "Take an open invitation back", "who takes it back").action(
    (username: string, { dataDir, as }: Where) =>
      withDesk(dataDir, async () => {
        const actor = await acting(as);
        await revokeInvitation(actor, await openFor(actor, username), wallClock);
        console.log(`${username}: revoked`);
      }),
  );
  asked(
    "depart <username>",
    "Somebody leaves: reports to their heir, sessions and key gone, in one act",
    "who decides",
  )
    .option("--heir <username>", "who goes on with their open reports")
    .action((username: string, { dataDir, as, heir }: Where & { heir?: string }) =>
      withDesk(dataDir, async () => {
        const moved = await departStaff(await acting(as), { username, heir: heir ?? null }, wallClock);
        console.log(`${username}: departed, ${moved} reports to ${heir ?? "nobody"}`);
      }),
    );
  one("recover <username>", "New keys for a coordinator or administrator, from the offline recovery identity")
    .requiredOption("--identity <file>", "the recovery identity that staff add wrote")
    .option("--as <username>", "another coordinator or administrator who stands by (VIGILIA_PASSPHRASE)")
    .option("--alone", "nobody else can: it is written down as such")
    .addHelpText("after", "\nThe new passphrase is prompted, or read from VIGILIA_PASSPHRASE_NEW.")
    .action((username: string, given: { dataDir: string; identity: string; as?: string; alone?: true }) =>
      withDesk(given.dataDir, () => recover(username, given)),
    );
}

async function recover(
  username: string,
  given: { identity: string; as?: string; alone?: true },
): Promise<void> {
  const identity = readFileSync(given.identity, "utf8");
  const witness = given.as ? await acting(given.as) : given.alone ? "alone" : null;
  const typed = await askPassphrase(
    `New passphrase of ${username} (15 characters or more)`,
    "VIGILIA_PASSPHRASE_NEW",
  );
  const passphrase = newPassphrase.parse(typed);
  const { totpSecret, uri, codes } = await recoverStaff(
    { username, passphrase, identity, witness },
    wallClock,
  );
  console.log(`${username} has new keys. Shown only now:
  second factor  ${totpSecret.match(/.{4}/g)?.join(" ")}
  address        ${uri}
  recovery codes ${codes.join("\n                 ")}`);
}

async function openFor(actor: Actor, username: string): Promise<string> {
  const open = (await listInvitations(actor, wallClock)).find((waiting) => waiting.username === username);
  if (!open) throw new Refusal("not_found");
  return open.id;
}
