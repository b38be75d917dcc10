/**
 * What each role may reach, by hand: I intake, V vetter, L lawyer, C coordinator, E editor, A auditor, X administrator. Written from
 * what each of them is for, never from the code that decides. A page marked `names` may show who a case is about; no other may, to
 * anybody. `here` replaces what stands in brackets by something real, `gone` by what never was.
 */
export const PAGES: Record<string, { who: string; names?: true; here?: string; gone?: string }> = {
  "/equipo": { who: "IVC", names: true },
  "/equipo/auditoria": { who: "CA" },
  "/equipo/auditoria/sello": { who: "CA" },
  "/equipo/balances": { who: "VCEA" },
  "/equipo/balances/[id]": { who: "VCEA", gone: "id" },
  "/equipo/casos": { who: "IVLCE", names: true },
  "/equipo/casos/[reference]": { who: "IVLCE", names: true, here: "reference", gone: "7ZZZ-99" },
  "/equipo/casos/[reference]/ficha": { who: "LC", here: "reference", gone: "7ZZZ-99" },
  "/equipo/casos/[reference]/borrado": { who: "C", here: "reference", gone: "7ZZZ-99" },
  "/equipo/casos/[reference]/decision": { who: "VC", names: true, here: "reference", gone: "7ZZZ-99" },
  "/equipo/casos/[reference]/familia": { who: "IVLCE", names: true, here: "reference", gone: "7ZZZ-99" },
  "/equipo/casos/[reference]/historia": { who: "IVLCE", names: true, here: "reference", gone: "7ZZZ-99" },
  "/equipo/casos/[reference]/identidad": { who: "IVLC", names: true, here: "reference", gone: "7ZZZ-99" },
  "/equipo/casos/[reference]/linea": { who: "IVLCE", names: true, here: "reference", gone: "7ZZZ-99" },
  "/equipo/casos/[reference]/hechos/[id]": { who: "IVLC", names: true, gone: "id" },
  "/equipo/casos/nuevo": { who: "IVLC" },
  "/equipo/cuenta": { who: "IVLCEAX" },
  "/equipo/declaraciones": { who: "VCEA" },
  "/equipo/declaraciones/nueva": { who: "VCE" },
  "/equipo/declaraciones/[id]": {
    who: "VCEA",
    here: "foro-penal-held-2026-02-02",
    gone: "nadie-rel-2026",
  },
  "/equipo/declaraciones/[id]/corregir": {
    who: "VCE",
    here: "foro-penal-held-2026-02-02",
    gone: "nadie-rel-2026",
  },
  "/equipo/declaraciones/[id]/copias": { who: "VCE", gone: "nadie-rel-2026" },
  "/equipo/declaraciones/[id]/copias/[copy]": { who: "VCEA", gone: "id" },
  "/equipo/importaciones": { who: "VCEA" },
  "/equipo/importaciones/[id]": { who: "VCEA", names: true, here: "batch", gone: "id" },
  "/equipo/mensajes": { who: "IVC", names: true },
  "/equipo/mensajes/[id]": { who: "IVC", names: true, here: "report", gone: "id" },
  "/equipo/noche": { who: "IVLC", names: true },
  "/equipo/noche/[id]": { who: "IVLCE", names: true, gone: "id" },
  "/equipo/novedades": { who: "IVC", names: true },
  "/equipo/novedades/[id]": { who: "IVC", names: true, gone: "id" },
  "/equipo/planilla": { who: "IVC" },
  "/equipo/planilla/hojas": { who: "IVC" },
  "/equipo/personas": { who: "CX" },
  "/equipo/preguntar": { who: "IVLC", names: true },
  "/equipo/recuentos": { who: "VCEA" },
  "/equipo/recuentos/datos": { who: "VCEA" },
  "/equipo/calidad": { who: "IVLC", names: true },
  "/equipo/vencidos": { who: "IVLC", names: true },
  "/equipo/retiros": { who: "IVLC" },
  "/equipo/retiros/[id]": { who: "IVLC", gone: "id" },
  "/equipo/reportes/[id]": { who: "IVC", names: true, here: "report", gone: "id" },
  "/equipo/reportes/[id]/documentos/[document]": { who: "IVC", names: true, gone: "id" },
  "/equipo/reportes/[id]/contacto": { who: "IVC", here: "report", gone: "id" },
};

/** Pages and addresses without a door: they show nothing of anybody. */
export const OPEN = ["/equipo/entrar", "/equipo/salir", "/equipo/invitacion", "/api/auth/[...nextauth]"];
