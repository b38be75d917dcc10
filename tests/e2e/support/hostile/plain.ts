import { Words } from "./words";

/** What somebody would write in earnest; a box that is not named here says that the family said so. */
const SAID: Record<string, string> = {
  ...{ "identity.givenNames": "Rosa Elena", "identity.surnames": "Inventada Quintero" },
  ...{ "identity.country": "Colombia", "traits.sectors": "docentes" },
  ...{
    "report.givenNames": "Luis Alberto",
    "report.surnames": "Inventado Rivas",
    "report.idNumber": "AB99123",
  },
  ...{ "report.place": "Frente a su casa, en la calle Bolívar", "report.otherPlace": "Comando de zona 41" },
  "report.account":
    "Llegaron de noche en dos camionetas sin placas y se lo llevaron. No mostraron ninguna orden.",
  ...{ "report.deniedWhere": "Comando de la PNB", "report.lastContact": "Una llamada corta" },
  ...{ "speaker.who": "Su hermana menor", "holder.who": "Su tía", "asked.by": "Su abogada" },
  "speaker.how": "Dijo de memoria la fecha de nacimiento y mostró el carnet por videollamada.",
  "holder.how": "La conocemos de otro caso de la misma familia.",
  ...{ "fact.forces": "PNB", "fact.facility": "yare-ii", "night.facility": "yare-ii" },
  ...{ "fact.authority": "Tribunal Tercero de Control", "fact.result": "Sin respuesta hasta hoy" },
  ...{
    "permission.text": "2026-01",
    "evidence.origin": "tribunal-3",
    "evidence.title": "Boleta de encarcelación",
  },
  "piece.obtained": "Lo entregó su abogado en la sede, delante de dos personas.",
  "piece.why": "Lleva sello húmedo y firma de la secretaria del tribunal.",
  "decision.reasoning":
    "La detuvieron por lo que enseñaba y publicaba; no hay hecho violento que se le atribuya.",
  "decision.finding": "La orden cita dos publicaciones suyas y ningún otro hecho.",
  ...{ "contact.address": "0414-555-0199", "contact.safeWord": "guayaba" },
  "contact.why": "La familia pidió que llamáramos apenas supiéramos algo.",
  "thread.family": "Buenas tardes. ¿Saben ya a dónde lo llevaron?",
  "thread.staff": "Todavía no. ¿Alguien lo vio después de ese día?",
  ...{
    "import.givenNames": "Pedro José",
    "import.surnames": "Inventado Salas",
    "import.source": "otra-lista",
  },
  ...{
    "import.key": "k-",
    "import.facility": "yare-ii",
    "import.forces": "PNB",
    "import.givenBy": "relative",
  },
  "balance.why": "Faltaban dos personas que ya estaban verificadas ese día.",
};

/** Ordinary words in every box, so that pages can be read as people read them. */
export class PlainWords extends Words {
  constructor() {
    super(false);
  }

  private asked = 0;

  override of(field: string, { most, least = 1 }: { most: number; least?: number }): string {
    if (field === "identity.aliases") return `La Profe ${++this.asked}`;
    return (SAID[field] ?? "Así lo dijo la familia.").slice(0, most).padEnd(least, ".");
  }
}
