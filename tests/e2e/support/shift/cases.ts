import type { Keyboard } from "./keyboard";
import { ground, referenceIn } from "./reports";

/** From anywhere to a case by its reference. */
export async function go(board: Keyboard, reference: string): Promise<void> {
  await board.go("g d", /\/equipo\/casos$/);
  await board.page.locator("#buscar").waitFor();
  await board.goInto("/", "#buscar");
  await board.type(reference);
  await board.go("Enter", new RegExp(`casos/${reference}$`));
  await board.page.locator("#decision").waitFor();
}

/** A case that nobody reported, told by telephone by somebody whose standing is checked, but for the last key. */
export async function telephone(board: Keyboard, [given = "", surnames = ""]: string[], document: string) {
  await board.go("g d", /\/equipo\/casos$/);
  await board.go("n", /casos\/nuevo/);
  await board.page.locator("#nuevo").waitFor();
  await board.write("[name='identity.givenNames']", given);
  await board.write("[name='identity.surnames']", surnames);
  await board.choose("[name='identity.documentKind']", "V");
  await board.write("[name='identity.documentNumber']", document);
  await board.choose("[name='traits.sex']", "man");
  await board.write("[name='traits.birthYear']", "1990");
  for (const side of ["earliest", "latest"]) await board.writeDay(`[name='fact.${side}']`, "2026-01-05");
  await board.choose("[name='fact.entity']", "VE-V");
  await board.tick("[name='fact.forces[]'][value=PNB]");
  await board.choose("[name='fact.sources.0.kind']", "relative");
  await ground(board);
  await board.write("[name='speaker.who']", "Una hermana");
  await board.write("[name='speaker.how']", "La cédula por videollamada.");
  for (const purpose of ["store", "count"]) await board.choose(`[name='speaker.${purpose}']`, "yes");
}

/** The case as it was told. Where somebody looks alike, that is said first. */
export async function openTold(board: Keyboard): Promise<string> {
  await board.sign();
  return referenceIn(board);
}

/** A number for the person who called, read out once. */
export async function giveCode(board: Keyboard): Promise<string> {
  await board.go("m", /\/familia$/);
  await board.page.locator("#numeros").waitFor();
  await board.push("#dar-0 button");
  const told = board.page.locator("#dar-0 .told code");
  await told.waitFor();
  return ((await told.textContent()) ?? "").replaceAll(/\D/g, "");
}

interface Told {
  kind: string;
  on: string;
  entity?: string;
  facility?: string;
  source: string;
  basis?: string;
}

/** Another fact of the case on the page. */
export async function record(board: Keyboard, told: Told): Promise<void> {
  await write(board, told);
  await board.sign();
}

/** A fact that cannot follow from those that stand: the sentence that says so. */
export async function recordRefused(board: Keyboard, told: Told): Promise<string> {
  await write(board, told);
  return board.refused();
}

async function write(board: Keyboard, { kind, on, entity, facility, source, basis }: Told): Promise<void> {
  await board.goInto("f", "#hecho [name=kind]");
  await board.choose("#hecho [name=kind]", kind);
  for (const side of ["earliest", "latest"]) await board.writeDay(`#hecho [name=${side}]`, on);
  if (entity) await board.choose("#hecho [name=entity]", entity);
  if (facility) await board.choose("#hecho [name=facility]", facility);
  await board.choose("#hecho [name='sources.0.kind']", source);
  if (basis) await board.choose("#hecho [name=basis]", basis);
}

/** A visit that was denied, with the day. */
export async function recordDenial(board: Keyboard, on: string): Promise<void> {
  const summary = "details:has(#recurso-visit_denied) > summary";
  await board.reach(summary);
  await board.press("Enter");
  for (const side of ["earliest", "latest"]) await board.writeDay(`#recurso-visit_denied [name=${side}]`, on);
  await board.sign();
}

/** The fact that waits on the page is put aside by whoever wrote it. */
export async function setAside(board: Keyboard, why: string): Promise<void> {
  await board.reach("#hechos tr.waiting summary");
  await board.press("Enter");
  await board.write("#hechos tr.waiting [name=why]", why);
  await board.sign();
}

/** Says yes to what waits: one fact, or one withdrawal, after another. */
export async function confirm(board: Keyboard, reference: string, waiting = 1): Promise<void> {
  await go(board, reference);
  for (let n = 0; n < waiting; n++) await sayYes(board, "#hechos");
}

export const sayYes = (board: Keyboard, part: string): Promise<void> =>
  board.push(`${part} [data-key=C]`, "c");

/** To the page where the fact with these words is corrected or withdrawn. */
async function toFact(board: Keyboard, reference: string, words: RegExp): Promise<void> {
  await go(board, reference);
  const link = board.page.locator("#hechos tr.known", { hasText: words }).locator("[data-key=E]");
  await board.goAlong("e", `[href="${await link.getAttribute("href")}"]`);
  await board.go("Enter", /\/hechos\//);
  await board.page.locator("#corregir").waitFor();
}

/** A known fact said to have been elsewhere, with the reason. */
export async function correct(board: Keyboard, reference: string, words: RegExp, entity: string) {
  await toFact(board, reference, words);
  await board.choose("#corregir [name=entity]", entity);
  await board.write("#corregir [name=why]", "El acta de presentación dice otro estado.");
  await board.sign();
}

/** Proposes that a known fact leave, and says why. */
export async function retract(board: Keyboard, reference: string, words: RegExp): Promise<void> {
  await toFact(board, reference, words);
  await board.write("#retirar [name=why]", "Era otra persona del mismo nombre.");
  await board.sign();
}

/** Somebody other than the opener takes the case: it counts as pending. */
export async function takeCase(board: Keyboard, reference: string): Promise<void> {
  await go(board, reference);
  await board.send(() => board.hit("a", async () => board.page.url().includes("hecho=taken")));
}

export async function tellKin(board: Keyboard, reference: string): Promise<void> {
  await go(board, reference);
  await board.push("#familia button");
}
