import * as merges from "@/lib/vetting/pairs/merge/commands";
import { at, givenCase } from "../stories";
import type { Act, Traced } from "./team";

const now = at("2026-01-22T12:00:00Z");
const later = at("2026-01-23T12:00:00Z");

/** Two cases become one and two again, each act once. */
export async function actOnMerges(act: Act, { ines, vera, carlos }: Traced): Promise<void> {
  const [surviving, absorbed] = [await givenCase(ines, { facts: [] }), await givenCase(ines, { facts: [] })];
  const pair = { survivingId: surviving.caseId, absorbedId: absorbed.caseId };
  const plan = { kind: "same_episode", why: "La misma cédula." } as const;
  const propose = () => merges.proposeMerge(ines, { ...pair, plan }, now);
  const other = await act("merge.proposed", propose);
  await act("merge.declined", () => merges.declineMerge(ines, other, now));
  const id = await propose();
  await act("merge.agreed", () => merges.agreeMerge(carlos, id, now));
  const undo = () => merges.proposeUndoing(vera, id, { why: "Son primos." }, now);
  await act("merge.undoing_proposed", undo);
  await act("merge.undoing_declined", () => merges.declineUndoing(vera, id, now));
  await undo();
  await act("merge.undone", () => merges.agreeUndoing(carlos, id, later));
}
