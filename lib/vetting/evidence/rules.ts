import type { Dossier } from "@/lib/cases/dossier/schema";
import type { PermissionRow } from "@/lib/cases/permissions/rules";
import type { Purpose } from "@/lib/consent/schema";
import type { DocumentRead } from "@/lib/evidence/schema";

/** Why a file is closed: its giver or the person no longer lets it be kept, asked that everything go, or it is not there any more. */
export type Closed = "refused" | "asked" | "gone";

/** What is known of those who speak for the files of a case. */
export interface Giving {
  holders: Dossier["holders"];
  permissions: readonly PermissionRow[];
  /** Reports whose families asked that everything go, and wait for two people's answer. */
  asked: ReadonlySet<string>;
}

type From = Pick<DocumentRead, "report">;

/** The answers in force that speak for a file: of the person always; of a family's file, of whoever sent it. */
function answersFor({ report }: From, { holders, permissions }: Giving): PermissionRow[] {
  const giver = report === null ? null : (holders.find((one) => one.report === report) ?? null);
  return permissions.filter((row) => {
    if (row.knownTo !== null) return false;
    if (row.givenBy === "person") return true;
    if (report === null) return false;
    if (row.holderId !== null) return row.holderId === giver?.id;
    return giver === null || row.givenBy === giver.givenBy;
  });
}

/** Whether a file stays closed to everybody: nobody looks, and nothing new rests on it. A no needs no standing. */
export function closedOf(from: From, giving: Giving): Exclude<Closed, "gone"> | null {
  const refused = answersFor(from, giving).some((row) => row.purpose === "store" && !row.granted);
  if (refused) return "refused";
  return from.report !== null && giving.asked.has(from.report) ? "asked" : null;
}

/** What a file may be taken out for; keeping and verifying are what it was given for. */
export const uses = ["store", "partners", "un", "iachr", "press", "archive"] as const satisfies Purpose[];
export type Use = (typeof uses)[number];

/**
 * What a file may be used for. What was given for one purpose is not used for another: a family's file only for what its giver permitted
 * with standing and nobody who speaks for it refuses; a file the desk brought, for whatever the person did not refuse.
 */
export function usesOf(from: From, giving: Giving): Use[] {
  const answers = answersFor(from, giving);
  return uses.filter((use) => {
    const said = answers.filter((row) => row.purpose === use);
    if (said.some((row) => !row.granted)) return false;
    return use === "store" || from.report === null || said.some((row) => row.granted && row.standing);
  });
}
