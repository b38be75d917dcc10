import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import type { Actor, StaffRole } from "./actor";
import { may } from "./permissions";

export interface StaffLine {
  username: string;
  role: StaffRole;
  createdAt: Date;
  disabledAt: Date | null;
  /** Who went on with what they left. */
  heir: string | null;
}

/** The team, by pseudonym: for coordinators, and for whoever sits at the machine. */
export async function listStaff(actor: Actor): Promise<StaffLine[]> {
  if (actor.kind !== "operator" && !may(actor, "staff.invite")) throw new Refusal("not_permitted");
  return desk().staff.findMany({
    select: { username: true, role: true, createdAt: true, disabledAt: true, heir: true },
    orderBy: { createdAt: "asc" },
  });
}

/** Whether the vault has been made; before, nobody can sign in and reception is not open. */
export const vaultExists = async (): Promise<boolean> =>
  (await desk().vaultKey.count({ where: { retiredAt: null } })) > 0;
