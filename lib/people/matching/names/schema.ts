/** Words that belong to a name and tell nobody apart. */
export const PARTICLES = new Set(
  "de del la las lo los el y e san santa santo da das do dos di van von der den mc mac".split(" "),
);

/** Ranks and titles before a name, kept aside. */
export const TITLES = new Set(
  (
    "cnel coronel cap capitan tte teniente sgto sargento cabo cbo dtgdo distinguido soldado gral general alm almirante my mayor " +
    "comisario insp inspector of oficial agte agente ste s1 s2 s3 1ro 2do 3ro 1er dr dra doctor doctora abg abog abogado abogada " +
    "prof profesor profesora pbro padre lic licdo licda ing arq econ sr sra srta don dona ciudadano ciudadana cdno cdna alias"
  ).split(" "),
);

/** Words after which a married or widowed name stands. */
export const WIDOWED = new Set(["vda", "viuda", "vd"]);

/** Short forms by the given name they stand for. */
const SHORT_FORMS = {
  jose: "cheo pepe joseito pepito chepe",
  jesus: "chuo chucho chuito chuy",
  francisco: "pancho paco kiko fran curro",
  luis: "lucho luisito",
  antonio: "tono toni tony toto",
  enrique: "quique kike",
  gregorio: "goyo",
  ignacio: "nacho",
  rosario: "chayo charo",
  maria: "maruja mari mary",
  guadalupe: "lupe",
  alberto: "beto berto tito",
  fernando: "nando fer",
  rafael: "rafa rafita",
  manuel: "manolo manu lolo",
  guillermo: "memo guille",
  juan: "juancho juanito",
  pedro: "pedrito perucho",
  miguel: "miguelito migue",
  alexander: "alex",
  alejandro: "ale alejo",
  nicolas: "nico",
  daniel: "dani",
  gabriel: "gabo gabi",
  gabriela: "gaby",
  eduardo: "edu lalo",
  gustavo: "tavo gus",
  ricardo: "richi ricky",
  beatriz: "beba betty",
  carmen: "carmencita mencha",
  teresa: "tere marite",
  concepcion: "conchita concha",
  dolores: "lola",
  mercedes: "mercha meche",
  pilar: "pili",
  elena: "nena lena",
  isabel: "isa chabela",
  graciela: "chela",
  consuelo: "chelo",
  yolanda: "yoli yoly",
  carolina: "caro",
  valentina: "vale",
  andreina: "andre",
  rosa: "rosita",
  ana: "anita",
  yenifer: "jenny",
  victor: "victorino vito",
  sebastian: "sebas",
  santiago: "santi",
  leonardo: "leo",
  omar: "omarcito",
  william: "willy",
  ramon: "moncho mon",
  roberto: "rober",
  carlos: "cacho carlitos charly",
  sergio: "sergito",
};

/** The given name that a short form stands for; alone it never says that two are one. */
export const NICKNAMES: Record<string, string> = Object.fromEntries(
  Object.entries(SHORT_FORMS).flatMap(([name, forms]) => forms.split(" ").map((form) => [form, name])),
);

/** Surnames and given names borne by so many that bearing both says little. As folded by `soundOf`. */
export const FREQUENT = new Set(
  (
    "gonzalez rodriguez perez hernandez garcia martinez lopez sanchez diaz ramirez rojas moreno gomez fernandez torres rivas flores " +
    "mendoza gutierrez castillo suarez blanco medina marquez rivero mendez salazar guerra romero contreras vasquez ramos molina silva " +
    "jose luis carlos juan jesus maria miguel angel pedro antonio rafael manuel francisco alberto jorge david daniel eduardo ana carmen " +
    "rosa andres alejandro gabriel victor ramon enrique javier fernando alexander gregorio del"
  ).split(" "),
);
