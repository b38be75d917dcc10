import { markEarlierPages } from "@/lib/publication/naming/marks/commands";
import type { FirstStart } from "../up/first-data";

export const name = "How published names sound";
export const order = 35;

/** Pages named by an earlier version are found by sound too. Nothing to do otherwise. */
export async function run(_start: FirstStart): Promise<string | undefined> {
  const marked = await markEarlierPages({ kind: "system", job: "names" });
  return marked > 0 ? `${marked} pages` : undefined;
}
