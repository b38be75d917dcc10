import { writeSite } from "@/lib/balances/site/commands";
import { method } from "@/lib/cases/counting/method/schema";
import { desk } from "@/lib/db/desk";
import type { FirstStart } from "../up/first-data";

export const name = "What public pages say of this installation";
export const order = 10;

/** The first start: no coverage declared, a gate of verified people before any number. Later ones only ever add the demonstration's banner. */
export async function run({ demo }: FirstStart): Promise<string | undefined> {
  const row = await desk().publishedSite.findUnique({
    where: { id: 1 },
    select: { demonstration: true, organisation: true, gate: true },
  });
  if (row && (row.demonstration || !demo)) return undefined;
  await writeSite({
    demonstration: demo,
    organisation: row?.organisation ?? "Vigilia",
    gate: row?.gate ?? method.gate,
  });
  return demo ? "a demonstration" : undefined;
}
