import { parentPort } from "node:worker_threads";
import { ownHands } from "@/lib/cases/exchange/hands/commands";
import type { Asked, Told } from "./hands";

// What a thread of an import does: what it is asked, one thing after the other, and it answers each.
const port = parentPort;
if (!port) throw new Error("only a thread of an import runs this");

const answer = async (asked: Asked): Promise<unknown> => {
  switch (asked.what) {
    case "judge":
      return ownHands.judge(...asked.given);
    case "seal":
      return ownHands.seal(...asked.given);
    case "make":
      return ownHands.make(...asked.given);
  }
};

port.on("message", async (asked: Asked) => {
  const told: Told = await answer(asked).then(
    (value) => ({ id: asked.id, value }),
    (error: unknown) => ({ id: asked.id, error }),
  );
  port.postMessage(told);
});
