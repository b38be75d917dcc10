import type { Locale } from "@/lib/i18n/locales";
import { href, type PathName } from "@/lib/i18n/paths";
import type { View } from "@/lib/intake/flow/schema";

const pathOf: Record<View, PathName> = {
  start: "tramite",
  questions: "tramite/preguntas",
  declined: "tramite/sin-guardar",
  number: "tramite/numero",
  person: "tramite/paso-1",
  detention: "tramite/paso-2",
  whereabouts: "tramite/paso-3",
  court: "tramite/paso-4",
  health: "tramite/paso-5",
  danger: "tramite/hoy",
  documents: "tramite/documentos",
  contact: "tramite/paso-7",
  permissions: "tramite/paso-8",
  review: "tramite/paso-9",
  sent: "tramite/listo",
  return: "tramite/volver",
  resume: "tramite/volver",
  report: "tramite/respuesta",
  news: "tramite/noticia",
  answers: "tramite/permisos",
  withdraw: "tramite/retirar",
  confirm: "tramite/confirmar",
  word: "tramite/palabra",
  revoke: "tramite/anular",
  revoked: "tramite/anulado",
  lost: "tramite/perdido",
  phone: "tramite/telefono",
  site: "tramite/direccion",
  reply: "tramite/escrito",
  replied: "tramite/entregado",
  ended: "tramite/volver",
  closed: "tramite",
  trouble: "tramite",
  nowhere: "tramite",
};

/** The address a page of the procedure is asked for at. */
export const addressOf = (view: View, locale: Locale): string => href(locale, pathOf[view]);
/** Where files are posted, with the language of the page they come from. */
export const receiveAddress = (locale: Locale): string => `${href(locale, "tramite/recibir")}?l=${locale}`;
export const exitAddress = (locale: Locale): string => href(locale, "tramite/salir");
