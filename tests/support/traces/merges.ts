import { answerPair, notePairs } from "@/lib/vetting/pairs/commands";
import * as merges from "@/lib/vetting/pairs/merge/commands";
import * as undoings from "@/lib/vetting/pairs/merge/undoing/commands";
import { listPairs } from "@/lib/vetting/pairs/queries";
import { at, givenCase } from "../stories";
import type { Act, Traced } from "./team";

const now = at("2026-01-22T12:00:00Z");
const later = at("2026-01-23T12:00:00Z");

/** Two cases become one and two again, each act once. */
export async function actOnMerges(act: Act, { ines, vera, carlos }: Traced): Promise<void> {
  const [surviving, absorbed] = [await givenCase(ines, { facts: [] }), await givenCase(ines, { facts: [] })];
  const both = { survivingId: surviving.caseId, absorbedId: absorbed.caseId };
  const plan = { kind: "same_episode", why: "La misma cédula." } as const;
  const propose = () => merges.proposeMerge(ines, { ...both, plan }, now);
  const other = await act("merge.proposed", propose);
  await act("merge.declined", () => merges.declineMerge(ines, other, now));
  const id = await propose();
  const key = (id: string) => ({ kind: "case", id }) as const;
  const third = await givenCase(ines, { facts: [] });
  const alike = { ...key(third.caseId), score: 0.9, verdict: "likely", reasons: [] } as const;
  await notePairs(ines, key(surviving.caseId), [{ ...alike, reasons: [] }], now);
  const pair = (await listPairs(ines, "likely", 0, now)).rows[0]?.id ?? "";
  const said = { id: pair, answer: "unsure", why: "Falta la cédula." } as const;
  await act("pair.answered", () => answerPair(ines, said, now));
  await act("merge.agreed", () => merges.agreeMerge(carlos, id, now));
  const undo = () => undoings.proposeUndoing(vera, id, { why: "Son primos." }, now);
  await act("merge.undoing_proposed", undo);
  await act("merge.undoing_declined", () => undoings.declineUndoing(vera, id, now));
  await undo();
  await act("merge.undone", () => undoings.agreeUndoing(carlos, id, later));
}
