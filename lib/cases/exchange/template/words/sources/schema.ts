import type { OtherWords } from "../schema";

/** Of sources and of where they come from in the end. Other ways of writing a code, folded, parted by commas. */
export const sourcesWords: OtherWords = {
  source_kind: {
    relative: "familia, familiares, madre, padre, esposa, esposo, hermana, hermano, hija, hijo",
    person: "la persona, detenido, detenida, ella misma, el mismo",
    lawyer:
      "abogado, abogada, abogado defensor, abogado de la familia, abogada de la familia, defensa privada",
    co_detainee: "companero de celda, otro detenido, codetenido, excarcelado",
    witness: "testigos, testigo presencial",
    official_document: "documento, boleta, acta, boleta de encarcelacion, boleta de notificacion",
    official_statement: "declaracion oficial, publicacion oficial, comunicado oficial, fiscal general",
    habeas_corpus: "habeas corpus",
    denial_log: "registro de negativas, negativas",
    court_record: "expediente, audiencia, tribunal",
    press: "medios, medio de comunicacion, periodico, noticia, nota de prensa",
    ngo_list: "lista de ong, ong, lista, organizacion",
    photo_video: "foto, video, fotos, videos",
    social_media: "redes, twitter, instagram, facebook, whatsapp, telegram, tiktok",
    site_visit: "visita, puerta del penal, lista en la puerta",
    medical_record: "informe medico",
    other: "otro, otra fuente",
  },
  origin: {
    family: "familia, familiar, la familia, madre, padre, abogado, abogada",
    court: "tribunal, juzgado, tsj",
    prosecutor: "fiscalía, ministerio publico, mp",
    ombudsman: "defensoría, defensoria del pueblo",
    state: "estado, gobierno, otra autoridad, autoridad, ministerio, policia",
    public_defender: "defensa pública, defensor publico, defensora publica",
    press: "prensa, medio, un medio, periodico",
    ngo: "ONG, organizacion, una organizacion",
    international: "organismo internacional, onu, cidh, oacnudh",
    witness: "testigo, testigos",
    co_detainee: "persona que estuvo detenida, codetenido, companero de celda",
    other: "otro, otra",
  },
};
