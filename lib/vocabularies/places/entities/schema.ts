import type { CodeOf, Term } from "../../schema";

/** The 25 federal entities by ISO 3166-2:VE. Vargas is La Guaira since 2019; the old names are recognised, never printed. */
export const entities = [
  { code: "VE-Z", es: "Amazonas", en: "Amazonas" },
  { code: "VE-B", es: "Anzoátegui", en: "Anzoátegui" },
  { code: "VE-C", es: "Apure", en: "Apure" },
  { code: "VE-D", es: "Aragua", en: "Aragua" },
  { code: "VE-E", es: "Barinas", en: "Barinas" },
  { code: "VE-F", es: "Bolívar", en: "Bolívar" },
  { code: "VE-G", es: "Carabobo", en: "Carabobo" },
  { code: "VE-H", es: "Cojedes", en: "Cojedes" },
  { code: "VE-Y", es: "Delta Amacuro", en: "Delta Amacuro" },
  {
    code: "VE-W",
    es: "Dependencias Federales",
    en: "Federal Dependencies",
    aliases: ["Los Roques", "Islas federales"],
  },
  {
    code: "VE-A",
    es: "Distrito Capital",
    en: "Capital District",
    aliases: ["Distrito Federal", "Municipio Libertador"],
  },
  { code: "VE-I", es: "Falcón", en: "Falcón" },
  { code: "VE-J", es: "Guárico", en: "Guárico" },
  { code: "VE-X", es: "La Guaira", en: "La Guaira", aliases: ["Vargas", "Estado Vargas"] },
  { code: "VE-K", es: "Lara", en: "Lara" },
  { code: "VE-L", es: "Mérida", en: "Mérida" },
  { code: "VE-M", es: "Miranda", en: "Miranda" },
  { code: "VE-N", es: "Monagas", en: "Monagas" },
  { code: "VE-O", es: "Nueva Esparta", en: "Nueva Esparta", aliases: ["Margarita"] },
  { code: "VE-P", es: "Portuguesa", en: "Portuguesa" },
  { code: "VE-R", es: "Sucre", en: "Sucre" },
  { code: "VE-S", es: "Táchira", en: "Táchira" },
  { code: "VE-T", es: "Trujillo", en: "Trujillo" },
  { code: "VE-U", es: "Yaracuy", en: "Yaracuy" },
  { code: "VE-V", es: "Zulia", en: "Zulia" },
] as const satisfies readonly Term[];

export type EntityCode = CodeOf<typeof entities>;
export const entityCodes = entities.map((entity) => entity.code);
