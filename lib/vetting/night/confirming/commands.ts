import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { supersedeFact } from "@/lib/cases/facts/correction/commands";
import { houseArrestOpen } from "@/lib/cases/facts/queries";
import { setAsideFact } from "@/lib/cases/facts/retraction/commands";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { confirmFact } from "@/lib/publication/facts/commands";
import { type NightAnswer, nightAnswer, type PreciseInput, preciseInput } from "../schema";
import { findSheetFacts, type SheetFact } from "../sheets/queries";
import { correctionOf } from "./rules";

export interface NightOutcome {
  done: number;
  /** Rows that could not go through; each bears its reason on the sheet. */
  refused: number;
}

/**
 * A second person's word on a sheet, each row an act of its own: ticked rows become known, refused ones are withdrawn with their
 * reason, the others stay. Of two people at the same moment each row is confirmed once; the later finds it confirmed.
 */
export async function answerNight(actor: Actor, input: NightAnswer, clock: Clock): Promise<NightOutcome> {
  const staff = authorise(actor, "fact.confirm");
  const { sheet, confirm, refuse } = nightAnswer.parse(input);
  const now = clock();
  const facts = await findSheetFacts(desk(), sheet);
  const waiting = new Map(facts.map((fact) => [fact.id, fact]));
  const why = new Map(refuse.map((row) => [row.factId, row.why]));
  const both = confirm.filter((id) => why.has(id));
  if (both.length > 0) throw new Refusal("ticked_and_refused");
  return eachRow([...confirm, ...why.keys()], waiting, async (fact) => {
    const reason = why.get(fact.id);
    if (reason !== undefined) return setAsideFact(staff, fact.id, reason, () => now);
    if (fact.state.startsWith("released_") && (await houseArrestOpen(desk(), fact.caseId)))
      throw new Refusal("house_arrest_open");
    return confirmFact(staff, fact.id, () => now);
  });
}

/**
 * Says more exactly what releases of a sheet were, many at once: another kind, or held at home all along. Each is a correction in the
 * place of its fact, which counts until a second person confirms the correction on the same sheet; what was published stays.
 */
export async function preciseNight(actor: Actor, input: PreciseInput, clock: Clock): Promise<NightOutcome> {
  const staff = authorise(actor, "fact.record");
  const { sheet, rows, why, sources } = preciseInput.parse(input);
  const now = clock();
  const known = new Map((await findSheetFacts(desk(), sheet)).map((fact) => [fact.id, fact]));
  const kinds = new Map(rows.map((row) => [row.factId, row.kind]));
  return eachRow([...kinds.keys()], known, async (fact) => {
    const kind = kinds.get(fact.id);
    if (kind && kind !== fact.state)
      await supersedeFact(staff, fact.id, correctionOf(fact, kind, sources), why, () => now);
  });
}

/** What says something of who acted or when, and nothing of the row. */
const ofThisPerson = ["same_person", "already_confirmed", "changed_meanwhile", "not_permitted"];

/** Acts row by row; a refusal stays on its row and does not stop the others. Anything that is not of this sheet is `not_found`. */
async function eachRow(
  ids: readonly string[],
  facts: ReadonlyMap<string, SheetFact>,
  act: (fact: SheetFact) => Promise<unknown>,
): Promise<NightOutcome> {
  const outcome: NightOutcome = { done: 0, refused: 0 };
  if (ids.some((id) => !facts.has(id))) throw new Refusal("not_found");
  for (const id of ids) {
    const fact = facts.get(id);
    if (!fact) continue;
    const refusal = await act(fact).then(
      () => null,
      (error: unknown) => {
        if (error instanceof Refusal) return error.code;
        throw error;
      },
    );
    if (refusal) outcome.refused++;
    else outcome.done++;
    if (refusal !== fact.refusal && !ofThisPerson.includes(refusal ?? ""))
      await desk().nightRow.updateMany({ where: { factId: fact.root }, data: { refusal } });
  }
  return outcome;
}
