import type { StaffActor } from "@/lib/auth/actor";
import { may, type PermissionTo } from "@/lib/auth/permissions";

/** The sections of the desk, in the order of its menu, each with what somebody must be allowed to see it. */
export const sections = [
  { href: "/equipo", words: "queue", toDo: "queue.read" },
  { href: "/equipo/mensajes", words: "messages", toDo: "message.read" },
  { href: "/equipo/casos", words: "cases", toDo: "case.read" },
  { href: "/equipo/duplicados", words: "pairs", toDo: "pair.read" },
  { href: "/equipo/buscar", words: "search", toDo: "case.read" },
  { href: "/equipo/vencidos", words: "overdue", toDo: "list.read" },
  { href: "/equipo/calidad", words: "quality", toDo: "list.read" },
  { href: "/equipo/retiros", words: "withdrawals", toDo: "request.record" },
  { href: "/equipo/replicas", words: "replies", toDo: "reply.read" },
  { href: "/equipo/planilla", words: "paper", toDo: "paper.transcribe" },
  { href: "/equipo/noche", words: "night", toDo: "fact.record" },
  { href: "/equipo/balances", words: "balances", toDo: "tally.read" },
  { href: "/equipo/recuentos", words: "tallies", toDo: "tally.read" },
  { href: "/equipo/declaraciones", words: "claims", toDo: "claim.read" },
  { href: "/equipo/importaciones", words: "imports", toDo: "import.read" },
  { href: "/equipo/personas", words: "people", toDo: "staff.invite" },
  { href: "/equipo/auditoria", words: "audit", toDo: "audit.read" },
] as const satisfies { href: string; words: string; toDo: PermissionTo }[];

/** Where somebody's day begins: the first section their role opens; their own account where there is none. */
export const homeOf = (staff: StaffActor): string =>
  sections.find(({ toDo }) => may(staff, toDo))?.href ?? "/equipo/cuenta";
