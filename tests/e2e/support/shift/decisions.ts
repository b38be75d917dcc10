import { go } from "./cases";
import type { Keyboard } from "./keyboard";

export type Verdict = "verified_political" | "not_confirmed" | "arbitrary_not_political";

const toDecision = async (board: Keyboard) => {
  await board.go("1", /\/decision$/);
  await board.page.locator("#decision form").first().waitFor();
};

/** A reasoned decision on the case of the page. */
export async function decide(board: Keyboard, outcome: Verdict): Promise<void> {
  await toDecision(board);
  if (outcome === "verified_political") {
    await board.pick("findings.0.result", "met");
    await board.tick("[name='findings.0.rests[]']");
    await board.write("[name='findings.0.reasoning']", "Detención por lo que escribió.");
  }
  await board.pick("exclusion.kind", "none");
  await board.pick("outcome", outcome);
  await board.write("[name=reasoning]", "Por un mensaje; nada más se le atribuye.");
  await board.sign();
}

/** Signs again what came back, with what was missing. */
export async function decideAgain(board: Keyboard, reference: string): Promise<void> {
  await go(board, reference);
  await toDecision(board);
  await board.write("[name='counterEvidence.reasoning']", "El acta policial alega instigación, sin hechos.");
  await board.sign();
}

/** The second person agrees. */
export async function agree(board: Keyboard, reference: string): Promise<void> {
  await go(board, reference);
  await toDecision(board);
  await board.sign();
}

/** The second person returns it with the reason. */
export async function giveBack(board: Keyboard, reference: string): Promise<void> {
  await go(board, reference);
  await toDecision(board);
  await board.write("[name=note]", "Falta decir qué alega la policía.");
  await board.push("button[name=agreed][value=no]");
}

/** Why it is not counted, told to whoever reported, in sentences to choose from. */
export async function explain(board: Keyboard, reference: string, reason: string): Promise<void> {
  await go(board, reference);
  await board.go("m", /\/familia$/);
  await board.pick("reason", reason);
  await board.sign();
}
