import { Refusal } from "@/lib/core/refusal";
import type { Actor, StaffActor, StaffRole } from "./actor";
import { staffRole } from "./schema";

const everybody = staffRole.options;

/**
 * The whole table of who may do what, on one screen. Rules about *this* case or *this* person are in each capability's rules.
 * An administrator manages people and opens no case; a lawyer works on cases and decides none.
 */
const allowed = {
  "queue.read": ["intake", "vetter", "coordinator"],
  "report.open": ["intake", "vetter", "coordinator"],
  "document.original": ["vetter", "coordinator"],
  "report.assign": ["intake", "vetter", "coordinator"],
  "message.read": ["intake", "vetter", "coordinator"],
  "message.send": ["intake", "vetter", "coordinator"],
  "contact.open": ["intake", "vetter", "coordinator"],
  "code.issue": ["vetter", "coordinator"],
  "case.open": ["intake", "vetter", "lawyer", "coordinator"],
  "case.read": ["intake", "vetter", "lawyer", "coordinator", "editor"],
  "fact.record": ["intake", "vetter", "lawyer", "coordinator"],
  "fact.confirm": ["vetter", "coordinator"],
  "evidence.add": ["intake", "vetter", "lawyer", "coordinator"],
  "evidence.open": ["intake", "vetter", "lawyer", "coordinator"],
  "evidence.tie": ["intake", "vetter", "lawyer", "coordinator"],
  "evidence.weigh": ["vetter", "coordinator"],
  "evidence.withdraw": ["vetter", "coordinator"],
  "permission.record": ["intake", "vetter", "lawyer", "coordinator"],
  "decision.write": ["vetter", "coordinator"],
  "decision.review": ["vetter", "coordinator"],
  "decision.date": ["coordinator"],
  "kin.tell": ["vetter", "coordinator"],
  "case.name": ["editor", "coordinator"],
  "case.withdraw": ["editor", "coordinator"],
  "identity.correct": ["intake", "vetter", "lawyer", "coordinator"],
  "identity.confirm": ["vetter", "coordinator"],
  "pair.read": ["intake", "vetter", "coordinator"],
  "pair.answer": ["intake", "vetter", "coordinator"],
  "merge.propose": ["intake", "vetter", "coordinator"],
  "merge.confirm": ["vetter", "coordinator"],
  "filing.print": ["lawyer", "coordinator"],
  "person.erase": ["coordinator"],
  "paper.issue": ["coordinator"],
  "paper.transcribe": ["intake", "vetter", "coordinator"],
  "list.read": ["intake", "vetter", "lawyer", "coordinator"],
  "request.record": ["intake", "vetter", "lawyer", "coordinator"],
  "request.decide": ["vetter", "coordinator"],
  "reply.read": ["intake", "vetter", "coordinator", "editor"],
  "reply.settle": ["vetter", "coordinator", "editor"],
  "claim.read": ["vetter", "coordinator", "editor", "auditor"],
  "claim.enter": ["vetter", "coordinator", "editor"],
  "claim.publish": ["coordinator", "editor"],
  "claim.withdraw": ["coordinator", "editor"],
  "registry.import": ["coordinator"],
  "import.read": ["vetter", "coordinator", "editor", "auditor"],
  "registry.export": ["coordinator"],
  "tally.read": ["vetter", "coordinator", "editor", "auditor"],
  "coverage.declare": ["coordinator"],
  "balance.draft": ["coordinator"],
  "balance.sign": ["coordinator"],
  "staff.invite": ["administrator", "coordinator"],
  "staff.second": ["administrator"],
  "audit.read": ["auditor", "coordinator"],
  "desk.enter": everybody,
} satisfies Record<string, StaffRole[]>;

export type PermissionTo = keyof typeof allowed;

/** Whether a role brings a permission: of somebody who is not acting, such as whoever reports are handed to. */
export const mayRole = (role: StaffRole, what: PermissionTo): boolean =>
  (allowed[what] as StaffRole[]).includes(role);

/** To draw a page: whether a button makes sense. Deciding is `authorise`'s, in the command. */
export const may = (actor: Actor, what: PermissionTo): boolean =>
  actor.kind === "staff" && mayRole(actor.role, what);

/** First line of every desk command: returns the staff member, or refuses with `not_permitted` before anything is read. */
export function authorise(actor: Actor, what: PermissionTo): StaffActor {
  if (actor.kind !== "staff" || !may(actor, what)) throw new Refusal("not_permitted");
  return actor;
}
