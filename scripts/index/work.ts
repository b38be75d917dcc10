import { parentPort } from "node:worker_threads";
import { Keeper } from "@/lib/people/indexed/thread/commands";
import type { Told, ToThread } from "@/lib/people/indexed/thread/schema";
import { openReportedPerson } from "@/lib/vetting/reports/indexed/queries";

// What the thread of the names does: it is lent the keys once, and answers what it is asked.
const port = parentPort;
if (!port) throw new Error("only a thread of the desk runs this");
const tell = (told: Told) => port.postMessage(told);

let keeper: Keeper | null = null;
port.on("message", async (message: ToThread) => {
  if ("open" in message) {
    keeper = new Keeper(message.open, openReportedPerson, (state) => tell({ state }));
    await keeper.open();
    return;
  }
  const { id, asked } = message;
  try {
    tell({ id, answer: await keeper?.answer(asked) });
  } catch (error) {
    tell({ id, failed: error instanceof Error ? error.name : "broken" });
  }
});
