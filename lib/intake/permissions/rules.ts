import { offeredPurposes } from "@/lib/consent/rules";
import type { AskedPurpose, Giver } from "@/lib/consent/schema";
import type { ReportPayload } from "../schema";

type Relation = ReportPayload["relation"];

const givers = {
  person: "person",
  lawyer: "lawyer",
  friend: "other",
  other: "other",
  not_said: "other",
} as const;

/** What kind of giver somebody is by what they said they are to the person. Silence is nobody's word. */
export function giverOf(relation: Relation): Giver {
  if (relation === undefined) return "other";
  return relation in givers ? givers[relation as keyof typeof givers] : "relative";
}

/** Perhaps under 18 when detained: by the age said, or by the years of birth and detention, without day or month. */
export function perhapsUnder18(
  { birthYear, approxAge }: Pick<ReportPayload["person"], "birthYear" | "approxAge">,
  detainedIn: number,
): boolean {
  if (birthYear !== undefined) return detainedIn - birthYear <= 18;
  return approxAge !== undefined && approxAge < 18;
}

/** What is offered to whoever writes: before they said who they are, whatever a relative could allow. */
export const offeredTo = (relation: Relation, under18: boolean): AskedPurpose[] =>
  offeredPurposes({ by: isSaid(relation) ? giverOf(relation) : "relative", under18 });

/** Whether they said what they are to the person. */
export const isSaid = (relation: Relation): boolean => relation !== undefined && relation !== "not_said";
