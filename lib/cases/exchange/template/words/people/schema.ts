import type { OtherWords } from "../schema";

/** Of a person, and of who answers for them. Other ways of writing a code, folded, parted by commas. */
export const peopleWords: OtherWords = {
  sex: {
    woman: "f, fem, femenino, femenina, mujer, dama",
    man: "masc, masculino, masculina, hombre, h, varon, caballero",
    other: "otra, lgbti, no binario, no binaria",
  },
  nationality: {
    national: "venezolano, venezuela, ve, ven, vzla, nacional, v",
    dual: "doble, binacional",
    foreign: "extranjero, e",
  },
  civil_military: {
    civilian: "civil, civiles, no militar",
    military_active: "militar activo, militar activa, activo, en servicio, militar, efectivo militar",
    military_retired:
      "militar retirado, militar retirada, retirado, en retiro, reserva activa, ex militar, exmilitar",
  },
  sector: {
    party_member:
      "militante, partido, activista politico, activista politica, activista, dirigente, dirigente politico, dirigente politica, politico, politica, miembro de partido, concejal, alcalde, diputado, diputada",
    election_witness: "testigo, testigo de mesa, miembro de mesa, comanditos, comandito",
    journalist:
      "comunicador, comunicadora, comunicador social, comunicadora social, reportero, prensa, trabajador de la prensa",
    defender:
      "defensor, defensora, defensor de derechos humanos, defensora de derechos humanos, defensor de ddhh, defensora de ddhh, ddhh, activista de derechos humanos, activista de ddhh",
    lawyer: "abogado, abogada",
    unionist: "sindicato, dirigente sindical, gremialista, trabajador sindical",
    student:
      "estudiantes, estudiante universitario, estudiante universitaria, bachiller, dirigente estudiantil",
    teacher: "profesor, profesora, maestro, maestra, educador, educadora",
    health_worker: "medico, medica, enfermero, enfermera, salud, doctor, doctora, paramedico",
    military: "militares, militar activo, militar retirado",
    police: "policial, funcionario policial, exfuncionario policial",
    religious: "sacerdote, pastor, pastora, monja, cura, religioso, religiosa",
    business: "comerciante, empresario, empresaria, empresa",
    foreign_visitor: "extranjero, extranjera, turista, visitante",
    relative: "familiar, familiar de perseguido, familiar de perseguida",
    none_known: "ninguno, ninguna, sin actividad, vecino, vecina, sin militancia",
  },
  giver: {
    person: "la persona, ella misma, el mismo, la propia persona, detenido, detenida",
    relative:
      "familiar, familia, madre, padre, esposa, esposo, hermana, hermano, hija, hijo, abuela, abuelo, tia, tio, pareja",
    lawyer: "abogado, abogada, defensor, defensora",
    guardian: "tutor, tutora, representante legal, representante",
    partner: "organización, otra organizacion, ong",
    other: "otra persona, otro, otra, amigo, amiga, vecino, vecina",
  },
};
