import type { Holder } from "@/lib/cases/dossier/schema";
import type { PermissionRow } from "@/lib/cases/permissions/rules";
import { needsStanding, publishing } from "@/lib/consent/rules";
import type { Purpose } from "@/lib/consent/schema";
import { effectOf } from "@/lib/publication/withdrawals/rules";

/** What somebody answered for one purpose, in their report or later with its code. */
export interface Said {
  purpose: Purpose;
  granted: boolean;
  textVersion: string | null;
  at: Date;
}

/** An answer that holds only from a holder with standing, and that nobody has written down as such. */
export interface AwaitedAnswer extends Said {
  report: string;
  /** Staff recorded who gave it and how that was checked: it can be written down. */
  isReady: boolean;
  /** The request that it became, where it came with a code and two people may decide it. */
  request: string | null;
}

interface Around {
  report: string;
  holder: Holder | undefined;
  permissions: readonly PermissionRow[];
  /** The open requests of this report, by purpose. */
  requests: ReadonlyMap<string, string>;
  /** A minor, or an age in doubt: nothing that publishes waits, because nothing of it will hold. */
  isShielded: boolean;
}

/**
 * Which last words of one report wait for standing. A yes beyond keeping and counting, and a no to counting, hold only from somebody
 * whose standing was recorded. Whatever was answered otherwise since, by the same holder or by the released person, waits for nobody.
 */
export function awaitedOf(said: readonly Said[], around: Around): AwaitedAnswer[] {
  const { report, holder, permissions, requests, isShielded } = around;
  const last = new Map(said.map((one) => [one.purpose, one]));
  return [...last.values()].flatMap((one) => {
    const { purpose, granted, at } = one;
    const request = granted ? null : (requests.get(purpose) ?? null);
    if (request === null && !(granted ? needsStanding(purpose) : purpose === "count")) return [];
    if (isShielded && granted && publishing.includes(purpose)) return [];
    const isOverruled = permissions.some(
      (row) =>
        row.knownFrom > at &&
        (isAnsweredBy(row, holder)
          ? row.purpose === purpose && row.granted !== granted
          : row.givenBy === "person" && row.standing),
    );
    if (isOverruled) return [];
    const hasStanding = holder !== undefined && holder.how !== null;
    const poster = { id: holder?.id ?? null, givenBy: holder?.givenBy ?? "relative", hasStanding: true };
    const effect = effectOf(poster, one, permissions, at);
    if (effect !== "apply" && request === null) return [];
    return [{ ...one, report, request, isReady: hasStanding && effect === "apply" }];
  });
}

const isAnsweredBy = (row: PermissionRow, holder: Holder | undefined): boolean =>
  holder !== undefined &&
  (row.holderId === null ? row.givenBy === holder.givenBy : row.holderId === holder.id);
