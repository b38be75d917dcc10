import { Problem } from "@/lib/core/answer";
import { anyPublished } from "../queries";
import { notYetPublished } from "./rules";

/** What was found, or the problem that says why there is nothing: no balance at all yet, or none for what was asked. */
export async function orProblem<Found>(finding: Promise<Found | null>): Promise<Found> {
  const found = await finding;
  if (found) return found;
  if (!(await anyPublished())) throw notYetPublished();
  throw new Problem(
    404,
    "not-found",
    "No balance answers this: none bears that name, or none was published by then",
  );
}
