import { needsStanding } from "@/lib/consent/rules";
import type { Changeable } from "@/lib/consent/withdrawals/schema";

interface Choice {
  purpose: Changeable;
  granted: boolean;
}

/** Whether an answer acts by itself, or two people look at it first. */
export const isAtOnce = ({ purpose, granted }: Choice, hasStanding: boolean): boolean =>
  purpose !== "everything" && (hasStanding || granted || (purpose !== "count" && purpose !== "name"));

/** Whether this holder can give this permission with their code alone. */
export const mayGiveHere = (purpose: Changeable, hasStanding: boolean): boolean =>
  purpose !== "everything" && (hasStanding || !needsStanding(purpose));
