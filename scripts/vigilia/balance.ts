import type { Command } from "commander";
import { actorFor } from "@/lib/auth/sign-in";
import { draftBalance, signBalance } from "@/lib/balances/commands";
import { declareCoverage, secondCoverage } from "@/lib/balances/coverage/commands";
import { listDrafts } from "@/lib/balances/drafts/list/queries";
import { type BalanceKind, balanceKind } from "@/lib/balances/schema";
import { type Clock, wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { Stop } from "../bootstrap/progress.mjs";
import { provedSet } from "../cli/case-set";
import { readMoment } from "../cli/moment";
import { actorPassphrase, secondPassphrase } from "../cli/prompt";
import { withDesk } from "../cli/with-desk";

interface Acting {
  dataDir: string;
  as: string;
  second?: string;
}

export default function add(program: Command): void {
  const balance = program
    .command("balance")
    .description("Balances: draft, sign, list; and the coverage they are made under")
    .exitOverride();
  const one = (name: string, about: string) =>
    balance
      .command(name)
      .description(about)
      .option("--data-dir <dir>", "the installation", ".data")
      .exitOverride();
  const acting = (name: string, about: string, second: string) =>
    one(name, about)
      .requiredOption("--as <username>", "the coordinator who acts (VIGILIA_PASSPHRASE)")
      .option("--second <username>", `${second} (VIGILIA_PASSPHRASE_SECOND)`);

  acting(
    "draft",
    "Count and prepare a balance; with --second, also sign it as both and publish",
    "another coordinator who signs too",
  )
    .requiredOption(
      "--at <iso>",
      'the cut-off, ISO 8601 with an offset; "on 26 January" is 2026-01-27T00:00:00-04:00',
    )
    .option("--known <iso>", "as known then (default: now)")
    .option("--kind <kind>", balanceKind.options.join(", "), "weekly")
    .option("--blur-age <why>", "leave the age group out this once, for a reason that is recorded")
    .option("--corrects <slug>", "an earlier balance that this one corrects, such as 2026-01-26; with --why")
    .option("--why <text>", "what it corrects and why; published with it")
    .action(({ at, known, ...options }: DraftOptions) => {
      const moment = readMoment("at", at).toISOString();
      const told = known === undefined ? undefined : readMoment("known", known).toISOString();
      if ((options.corrects === undefined) !== (options.why === undefined))
        throw new Stop("--corrects and --why go together.");
      return withDesk(options.dataDir, () => draft({ ...options, at: moment, known: told }));
    });

  acting(
    "sign <id>",
    "Sign a draft; the second signature, of another person, publishes it",
    "another coordinator who signs too",
  ).action((id: string, options: Acting) => withDesk(options.dataDir, () => signAll(id, options)));

  acting(
    "prove-set <slug>",
    "Whether the registry still counts exactly the cases a published balance committed to",
    "another coordinator, needed for --reveal",
  )
    .option(
      "--reveal <file>",
      "also write the salt and internal ids that prove it to others (two coordinators)",
    )
    .action((slug: string, options: Acting & { reveal?: string }) =>
      withDesk(options.dataDir, async () => {
        const [actor, second] = await both(options);
        await provedSet(slug, actor, second, options.reveal);
      }),
    );

  acting(
    "coverage <since> [until]",
    "Declare the span of dates this registry answers for",
    "the coordinator who seconds it",
  ).action((since: string, until: string | undefined, options: Acting) =>
    withDesk(options.dataDir, () => coverage(since, until ?? null, options)),
  );

  one("list", "Drafts and published balances, newest first").action((options: { dataDir: string }) =>
    withDesk(options.dataDir, list),
  );
}

interface DraftOptions extends Acting {
  at: string;
  known?: string;
  kind: BalanceKind;
  blurAge?: string;
  corrects?: string;
  why?: string;
}

async function draft({ at, known, kind, blurAge, corrects, why, ...who }: DraftOptions): Promise<void> {
  const [actor, second] = await both(who);
  const correction = corrects && why ? { corrects: { slug: corrects, why } } : {};
  const id = await draftBalance(actor, { kind, at, known, blurWhy: blurAge, ...correction }, wallClock);
  console.log(`draft ${id}`);
  if (second) await signed(id, actor, second);
}

async function signAll(id: string, who: Acting): Promise<void> {
  const [actor, second] = await both(who);
  await signed(id, actor, second);
}

async function signed(id: string, ...actors: (Awaited<ReturnType<typeof actorFor>> | null)[]): Promise<void> {
  for (const actor of actors) {
    if (!actor) continue;
    const outcome = await signBalance(actor, id, wallClock);
    console.log(
      outcome === "published"
        ? `published ${id}`
        : `signed by ${actor.username}; another coordinator has to sign`,
    );
  }
}

async function coverage(since: string, until: string | null, who: Acting): Promise<void> {
  const [actor, second] = await both(who);
  const id = await declareCoverage(actor, { since, until }, wallClock);
  if (second) await secondCoverage(second, id, wallClock);
  console.log(
    second ? `coverage ${since} to ${until ?? "now"}` : "declared; another coordinator has to second it",
  );
}

async function both({ as, second }: Acting, clock: Clock = wallClock) {
  if (as === second) throw new Refusal("same_person");
  const actor = await actorFor(as, await actorPassphrase(as), clock);
  if (!second) return [actor, null] as const;
  return [actor, await actorFor(second, await secondPassphrase(second), clock)] as const;
}

async function list(): Promise<void> {
  const drafts = await listDrafts({ kind: "operator" });
  if (drafts.length === 0) throw new Stop("No balance has been drafted.");
  for (const one of drafts) {
    const state = one.publishedAt
      ? "published"
      : one.discardedAt
        ? "discarded"
        : `${one.signatures.length} of 2 signatures`;
    console.log([one.id, one.kind.padEnd(7), one.at.toISOString(), state].join("  "));
  }
}
