import type { Identity } from "@/lib/people/schema";

const women =
  "María Ana Carmen Rosa Yusmary Andreína Dayana Génesis Karelis Leidysnay Marisol Oriana Yajaira Zulay Milagros Coromoto Josefina Beatriz Gabriela Valentina Carolina Yorgelis".split(
    " ",
  );
const men =
  "José Luis Carlos Juan Jesús Miguel Ángel Pedro Antonio Rafael Manuel Francisco Alberto Jorge David Daniel Eduardo Andrés Alejandro Gabriel Víctor Ramón Enrique Javier Yohandry Jhonder Keiber Maikel Wilmer Yorman Franklin Gregorio Alexander Héctor Nelson Joel".split(
    " ",
  );
const surnames =
  "González Rodríguez Pérez Hernández García Martínez López Sánchez Díaz Ramírez Rojas Moreno Gómez Fernández Torres Rivas Flores Mendoza Gutiérrez Castillo Suárez Blanco Medina Márquez Rivero Colmenares Briceño Zambrano Uzcátegui Villegas Araque Landaeta Urdaneta Montilla Marcano Quintero Escalona Noguera Paredes Sanabria Cedeño Perdomo Liendo Moncada Yánez Barrios Abreu Ibarra Jaimes Ochoa Toro Duque Salas Gil Herrera Farías Vivas Bastidas Chacón Zerpa Guillén Bravo Velásquez Cáceres Peña Lugo Nieves Sequera Páez Báez Hurtado Aular Yépez Graterol".split(
    " ",
  );
const called = "el Catire;el Flaco;Chuo;Cheo;la Negra;el Maracucho;el Profe;Yeyo;el Gocho;Toto".split(";");
const starts = "Yo Ke Lei Mai Jho Dil Yus Wil Ro Be Ma Ga Ne Zu Da Fra Ele Hi Os Ar".split(" ");
const middles = "ber lis dri man so ge la ri no ve du mi xa fe to".split(" ");
const ends = "th son mar nay lys ker dy gua rez ny ta ro mo nes ño ldo".split(" ");

/** Numbers that look random and are the same on every run. */
export function draws(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b1;
  return () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    state ^= state >>> 15;
    return (state >>> 0) / 4_294_967_296;
  };
}

type Draw = () => number;
const pick = (draw: Draw, from: readonly string[]) => from[Math.floor(draw() * from.length)] ?? "";
/** The first far more often than the last, as names are. */
const skewed = (draw: Draw, from: readonly string[]) => from[Math.floor(draw() ** 2.2 * from.length)] ?? "";
const coined = (draw: Draw) =>
  `${pick(draw, starts)}${pick(draw, middles)}${draw() < 0.4 ? pick(draw, middles) : ""}${pick(draw, ends)}`;
const given = (draw: Draw, sex: string) =>
  draw() < 0.15 ? coined(draw) : skewed(draw, sex === "woman" ? women : men);
const family = (draw: Draw) => (draw() < 0.3 ? coined(draw) : skewed(draw, surnames));

/** An invented person's words: few names borne by many, many borne by few; identity numbers that nobody has. */
export function inventedIdentity(n: number, sex: string): Identity {
  const draw = draws(n);
  return {
    givenNames: draw() < 0.8 ? `${given(draw, sex)} ${given(draw, sex)}` : given(draw, sex),
    surnames: draw() < 0.9 ? `${family(draw)} ${family(draw)}` : family(draw),
    aliases: draw() < 0.1 ? [pick(draw, called)] : [],
    idDocument:
      draw() < 0.6 ? { kind: "V", number: String(99_000_000 + Math.floor(draw() * 999_999)) } : null,
  };
}

/** The same person as somebody else would write them: capitals, no accents, letters that sound alike, a surname left out, digits swapped. */
export function writtenOtherwise(identity: Identity, draw: Draw): Identity {
  let { givenNames, surnames, idDocument } = identity;
  if (draw() < 0.5) [givenNames, surnames] = [plain(givenNames), plain(surnames)];
  if (draw() < 0.4) [givenNames, surnames] = [sounding(givenNames), sounding(surnames)];
  if (draw() < 0.3) surnames = surnames.split(" ")[0] ?? surnames;
  if (draw() < 0.2) givenNames = givenNames.split(" ")[0] ?? givenNames;
  if (idDocument && draw() < 0.3) {
    const { number } = idDocument;
    idDocument = { ...idDocument, number: number.slice(0, 5) + number[6] + number[5] + number.slice(7) };
  } else if (draw() < 0.5) idDocument = null;
  return { ...identity, givenNames, surnames, idDocument };
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
const sounding = (text: string) =>
  text.replace(/v/g, "b").replace(/z/g, "s").replace(/^Y/, "J").replace(/ll/g, "y");
