import { readFileSync } from "node:fs";
import { join } from "node:path";
import { actorFor } from "@/lib/auth/sign-in";
import { draftBalance, signBalance } from "@/lib/balances/commands";
import { wallClock } from "@/lib/core/clock";
import { closeDoors } from "@/lib/db/connect";

const DAY = 24 * 60 * 60 * 1_000;

/** A balance that one coordinator has signed: its name, and the second signature, which publishes it. */
export async function almostPublished(dataDir: string): Promise<{ slug: string; publish(): Promise<void> }> {
  const accounts: { username: string; password: string }[] = JSON.parse(
    readFileSync(join(dataDir, "demo-accounts.json"), "utf8"),
  );
  const actor = (username: string) => {
    const account = accounts.find((one) => one.username === username);
    if (!account) throw new Error(`no demonstration sign-in for ${username}`);
    return actorFor(username, account.password, wallClock);
  };
  const [carmen, carlos] = [await actor("carmen"), await actor("carlos")];
  const yesterday = new Date(Date.now() - DAY).toISOString().slice(0, 10);
  const slug = new Date(Date.parse(yesterday) - DAY).toISOString().slice(0, 10);
  const at = `${yesterday}T00:00:00-04:00`;
  const id = await draftBalance(carmen, { kind: "weekly", at }, wallClock);
  await signBalance(carmen, id, wallClock);
  return {
    slug,
    publish: async () => {
      await signBalance(carlos, id, wallClock);
      await closeDoors();
    },
  };
}

/** Where a balance shows by its name: pages in both languages, files, feeds and what others have set into their pages. */
export const balanceAddresses = (slug: string): string[] => [
  "/",
  "/en",
  "/balances",
  "/en/balances",
  `/balances/${slug}`,
  `/en/balances/${slug}`,
  "/cifras",
  "/serie",
  "/lugares",
  "/cambios",
  "/datos",
  "/prensa",
  "/incrustar",
  "/e/balance",
  "/atom.xml",
  "/en/atom.xml",
  "/api/v1/balances",
  "/api/v1/balances.csv",
  `/api/v1/balances/${slug}`,
  "/api/v1/tallies",
  "/api/v1/flows",
  "/api/v1/series?kind=published",
  "/api/v1/series.csv?kind=published",
];
