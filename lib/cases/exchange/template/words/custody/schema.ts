import type { OtherWords } from "../schema";

/** Of a detention, of what followed and of who did it. Other ways of writing a code, folded, parted by commas. */
export const custodyWords: OtherWords = {
  force: {
    SEBIN: "sebin",
    DGCIM: "dgcim",
    PNB: "policia nacional, polinacional, cpnb, cuerpo de policia nacional bolivariana",
    "PNB-DAET": "daet, faes",
    "PNB-DIE": "die",
    "PNB-DCDO": "dcdo",
    "PNB-UCT": "uct",
    GNB: "guardia nacional, guardia, gn",
    "GNB-CONAS": "conas",
    "FANB-EJ": "ejercito bolivariano",
    "FANB-ARM": "marina, infanteria de marina",
    "FANB-AV": "aviacion",
    "FANB-MIL": "milicia bolivariana, milicianos",
    CICPC: "cicpc, policia cientifica",
    "POL-EST":
      "policia estadal, policia estatal, policia del estado, poliestado, polilara, polizulia, polimiranda, polianzoategui, policarabobo, poliaragua, politachira, polimerida, polibarinas, poliapure, policia regional",
    "POL-MUN":
      "policia del municipio, polimunicipal, polichacao, polibaruta, polihatillo, polimaracaibo, poliiribarren, polivalencia",
    SAIME: "migracion, saime",
    COLECTIVO: "colectivos, colectivos armados, grupos armados, civiles armados",
    UNIDENT:
      "encapuchados, hombres armados, sin identificar, no identificados, sujetos armados, hombres de civil",
    OTRO: "otro, otros",
    DESCONOCIDO: "desconocido, desconocidos, se desconoce",
  },
  facility: {
    "DGCIM-BOL": "dgcim, dgcim boleita, sede dgcim, sede de la dgcim",
    HELICOIDE: "sebin helicoide, helicoide sebin, sede del sebin",
    ZONA7: "zona 7, zona siete, pnb zona 7, zona 7 boleita, boleita zona 7",
    TOCORON: "cpra, centro penitenciario tocoron",
    TOCUYITO: "carcel de tocuyito, maxima de carabobo, maxima tocuyito",
    RODEO1: "rodeo i, rodeo uno, internado judicial rodeo i, internado judicial el rodeo i",
    RODEO2: "rodeo ii, rodeo dos",
    RODEO3: "rodeo iii, rodeo tres",
    CRISALIDA: "la crisalida, las crisalidas, crisalidas",
    INOF: "inof los teques",
    RAMOVERDE: "carcel militar de ramo verde, carcel de ramo verde",
    URIBANA: "carcel de uribana",
    "COM-GNB": "comando gnb, comando de la gnb, comando guardia nacional, comando de la guardia nacional",
    CICPC: "cicpc, sede del cicpc",
    "POL-EST": "comandancia de policia, policia del estado, comandancia general de policia",
    "POL-MUN": "policia municipal",
    DOMICILIO: "su casa, casa, domicilio, residencia",
    HOSP: "hospital, hospital militar",
  },
  whereabouts: {
    known: "conocido, se conoce, se sabe, localizado, localizada, ubicado, ubicada, si se sabe",
    not_told_to_family:
      "no informan, no le informan a la familia, no informan a la familia, la familia no sabe, no le dicen a la familia, paradero desconocido",
    denied:
      "niegan, lo niegan, la niegan, negado, niegan tenerlo, desaparecido, desaparecida, desaparicion, desaparicion forzada",
    not_recorded: "no consta, no se anoto",
  },
  standing: {
    apprehended: "detenido, preso, presa, privado de libertad, privada de libertad",
    whereabouts_concealed:
      "desaparecido, desaparecida, desaparicion forzada, desaparicion, paradero ocultado",
    located_incommunicado: "incomunicado, incomunicada, localizado incomunicado",
    located_contact: "localizado, localizada, localizado con contacto, con visitas, recibe visitas",
    hospital_custody: "hospitalizado, hospitalizada, hospital, en hospital",
    house_arrest: "casa por carcel, arresto domiciliario, detencion domiciliaria",
    release_ordered_not_executed:
      "boleta sin ejecutar, con boleta de excarcelacion, boleta de excarcelacion sin ejecutar, con boleta",
  },
  release: {
    released_with_measures:
      "con medidas, excarcelado con medidas, medidas cautelares, con medidas cautelares, libertad condicional, regimen de presentacion",
    released_full: "libertad plena, plena, libertad sin restricciones, liberado, liberada, en libertad plena",
    released_unspecified:
      "excarcelado, excarcelada, excarcelacion, no consta, sin especificar, sin que conste",
    released_expelled: "a condicion de salir del pais, destierro, desterrado, desterrada, canje",
    expelled_deported: "deportado, deportada, deportacion, expulsado, expulsada, expulsion",
    left_without_release: "fuga, fugado, fugada, evadido, escapo",
  },
  process_state: {
    presented: "presentado, presentada, presentacion, audiencia de presentacion",
    preventive_detention_ordered:
      "privativa, privativa de libertad, prision preventiva, preventiva, procesado, procesada, medida privativa de libertad, privado judicialmente",
    charged: "imputado, imputada",
    accused: "acusado, acusada, acusacion",
    trial: "en juicio, a juicio, pase a juicio",
    convicted: "condenado, condenada, sentenciado, sentenciada, penado, penada, sentencia condenatoria",
    conviction_annulled: "sentencia anulada",
    acquitted: "absuelto, absuelta",
    dismissed: "sobreseido, sobreseida",
    sentence_served: "cumplio la pena, cumplio pena",
    amnestied: "amnistiado, amnistiada, amnistia, beneficiado por la amnistia",
    amnesty_denied: "amnistia rechazada",
    pardoned: "indultado, indultada",
  },
  jurisdiction: {
    ordinary: "ordinario, penal ordinaria, terrorismo",
    military: "tribunal militar, justicia militar",
    adolescent: "adolescentes, lopnna, lopna, responsabilidad penal del adolescente",
  },
  measure: {
    "VE242.2": "242 2, vigilancia",
    "VE242.3":
      "242 3, presentacion, presentaciones, presentacion periodica, regimen de presentacion, regimen de presentaciones",
    "VE242.4":
      "242 4, prohibicion de salida, prohibicion de salida del pais, prohibicion de salir del pais, prohibicion de salir",
    "VE242.5": "242 5",
    "VE242.6": "242 6",
    "VE242.7": "242 7",
    "VE242.8": "242 8, caucion, fianza, fiadores",
    "VE242.9": "242 9",
    "VE242.1": "242 1, casa por carcel, arresto domiciliario",
    "VE-GAG": "prohibicion de declarar, prohibicion de declarar a medios, no declarar a medios, no declarar",
    "VE-TAG": "grillete, tobillera",
    "VE-PASS": "retencion de pasaporte, pasaporte retenido, pasaporte anulado",
    "VE-INH": "inhabilitacion, inhabilitado, inhabilitada",
  },
  measure_basis: {
    written_order: "por escrito, escrita, escrito, boleta",
    informal_oral: "oral, de palabra, verbal",
    reported_by_press: "prensa",
  },
};
