import { setTimeout as wait } from "node:timers/promises";
import type { StaffActor } from "@/lib/auth/actor";
import { indexState, keepIndex } from "@/lib/people/indexed/commands";

/** The index of names, read: on a busy machine its thread takes its time to begin. Whoever asks for it lets it go with `dropIndex`. */
export async function givenIndex(staff: StaffActor): Promise<void> {
  keepIndex(staff);
  for (let waited = 0; indexState().state !== "ready"; waited += 50) {
    if (waited > 60_000) throw new Error(`the index is ${indexState().state}`);
    await wait(50);
  }
}
