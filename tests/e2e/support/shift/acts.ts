import type { Keyboard } from "./keyboard";

/** Where things stand on the desk's pages: by the names of their boxes, the letters of their keys and the ids of their forms. */
const row = (name: string) => `a[data-row*="${name}"]`;
const at = (board: Keyboard, part: RegExp) => async () => part.test(board.page.url());

/** From anywhere to the queue, down to the row of a person, and into the reading pane. */
export async function read(board: Keyboard, name: string, view = ""): Promise<void> {
  await board.leaveBox();
  await board.pressUntil("g c", at(board, /\/equipo(\?ver=[a-z0-9_]+)?$/));
  if (view !== "") {
    await board.reach(`a[href*="ver=${view}"]`);
    await board.pressUntil("Enter", at(board, new RegExp(`ver=${view}`)));
  }
  while ((await board.page.locator(row(name)).count()) === 0) {
    const next = await board.page.locator("main a[href*='desde=']").last().getAttribute("href");
    await board.reach(`main a[href='${next}']`);
    await board.pressUntil("Enter", async () => board.page.url().endsWith(next ?? ""));
    await board.page.waitForLoadState();
  }
  const isThere = () =>
    board.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, row(name));
  for (let step = 0; step < 80 && !(await isThere()); step++) await board.press("j");
  await board.pressUntil("Enter", at(board, /reporte=/));
  await board.page.locator("#reporte", { hasText: name }).waitFor();
}

export async function take(board: Keyboard, name: string): Promise<void> {
  await read(board, name);
  await board.send("#tomar button");
}

export async function ask(board: Keyboard, name: string): Promise<void> {
  await read(board, name);
  await board.unfold("summary[data-key='4']");
  await board.tick("#pedir [name='wants[]'][value=document]");
  await board.send("#pedir button");
}

export async function snooze(board: Keyboard, name: string): Promise<void> {
  await read(board, name);
  await board.unfold("summary[data-key='H']");
  await board.write("#posponer [name=why]", "La familia llama el lunes.");
  await board.send("#posponer button");
}

export async function give(board: Keyboard, name: string, to: string): Promise<void> {
  await read(board, name);
  await board.unfold("summary[data-key='P']");
  await board.choose("#pasar [name=to]", to);
  await board.send("#pasar button");
}

const toReport = async (board: Keyboard) => {
  await board.leaveBox();
  await board.pressUntil("1", at(board, /\/equipo\/reportes\//));
  await board.page.locator("#caso").waitFor();
};

async function grounds(board: Keyboard): Promise<void> {
  await board.choose("[name='fact.sources.1.kind']", "habeas_corpus");
  await board.choose("[name='fact.sources.1.originClass']", "court");
  await board.write("[name='evidence.0.title']", "Habeas corpus presentado");
}

const opened = (board: Keyboard): string =>
  /casos\/([0-9A-Z]{4}-[0-9A-Z]{2})/.exec(board.page.url())?.[1] ?? "";

/** A report taken, read and made a case; answers its reference. */
export async function open(board: Keyboard, name: string): Promise<string> {
  await take(board, name);
  await toReport(board);
  await grounds(board);
  await board.send("#caso > button, #caso button.button:not(.plain)");
  return opened(board);
}

/** A case that nobody reported, told by telephone. */
export async function openDirect(board: Keyboard, given: string, surnames: string): Promise<string> {
  await board.leaveBox();
  await board.pressUntil("g d", at(board, /\/equipo\/casos$/));
  await board.reach("a[href='/equipo/casos/nuevo']");
  await board.pressUntil("Enter", at(board, /casos\/nuevo/));
  await board.page.locator("#nuevo").waitFor();
  await board.write("[name='identity.givenNames']", given);
  await board.write("[name='identity.surnames']", surnames);
  await board.choose("[name='traits.sex']", "woman");
  await board.write("[name='traits.birthYear']", "1990");
  for (const side of ["earliest", "latest"]) await board.writeDay(`[name='fact.${side}']`, "2026-01-05");
  await board.choose("[name='fact.entity']", "VE-V");
  await board.choose("[name='fact.facility']", "RODEO1");
  await board.choose("[name='fact.sources.0.kind']", "relative");
  await grounds(board);
  await board.write("[name='speaker.who']", "Una hermana");
  await board.write("[name='speaker.how']", "La cédula por videollamada.");
  for (const purpose of ["store", "count"]) await board.choose(`[name='speaker.${purpose}']`, "yes");
  await board.send("#nuevo button.button:not(.plain)");
  return opened(board);
}

/** Another family's report about somebody who has a case. */
export async function attach(board: Keyboard, name: string, reference: string): Promise<void> {
  await take(board, name);
  await toReport(board);
  await board.reach("#agregar [name=caso]");
  await board.pressUntil("Enter", at(board, /caso=/));
  await board.page.locator(`#agregar-${reference}`).waitFor();
  await board.send(`#agregar-${reference} button`);
}

/** From anywhere to a case by its reference. */
export async function go(board: Keyboard, reference: string): Promise<void> {
  await board.leaveBox();
  await board.pressUntil("g d", at(board, /\/equipo\/casos$/));
  await board.page.locator("#buscar").waitFor();
  const isIn = () => board.page.evaluate(() => document.activeElement?.id === "buscar");
  await board.pressUntil("/", isIn);
  await board.type(reference);
  await board.pressUntil("Enter", at(board, /buscar=/));
  await board.reach(`a[href='/equipo/casos/${reference}']`);
  await board.pressUntil("Enter", at(board, new RegExp(`casos/${reference}`)));
  await board.page.locator("#decision").waitFor();
}

export type Verdict = "verified_political" | "not_confirmed" | "arbitrary_not_political";

/** A reasoned decision on the case of the page. */
export async function decide(board: Keyboard, outcome: Verdict): Promise<void> {
  await board.unfold("#decision details.form > summary");
  await board.tick("#decidir [name=identityEstablished]");
  await board.write("#decidir [name=identityHow]", "Partida de nacimiento.");
  await board.tick("#decidir [name=deprivation]");
  await board.pick("agent", "state");
  await board.write("#decidir [name=deprivationHow]", "Habeas corpus.");
  if (outcome === "verified_political") {
    await board.pick("findings.0.result", "met");
    await board.tick("#decidir [name='findings.0.evidenceIds[]']");
  }
  await board.pick("exclusion", "none");
  await board.pick("outcome", outcome);
  await board.write("#decidir [name=reasoning]", "Detenida por un mensaje; nada más se le atribuye.");
  await board.send("#decidir p > button, #decidir button.button:not(.plain)");
}

/** The second person's word on the decision that waits. */
export async function second(board: Keyboard, reference: string, agreed: "yes" | "no"): Promise<void> {
  await go(board, reference);
  if (agreed === "no")
    await board.write("#decision form [name=note]", "Falta una fuente que no sea la familia.");
  await board.send(`button[name=agreed][value=${agreed}]`);
}

/** Another fact: the case was presented to a court. */
export async function record(board: Keyboard, reference: string): Promise<void> {
  await go(board, reference);
  await board.unfold("#hechos > details.form > summary");
  await board.choose("#hecho [name=kind]", "process:presented");
  for (const side of ["earliest", "latest"]) await board.writeDay(`#hecho [name=${side}]`, "2026-01-08");
  await board.choose("#hecho [name='sources.0.kind']", "lawyer");
  await board.write("#hecho [name=authority]", "Tribunal primero de control");
  await board.send("#hecho button.button:not(.plain)");
}

export async function confirmFact(board: Keyboard, reference: string): Promise<void> {
  await go(board, reference);
  await board.send("#hechos form[id^=si-] button");
}

/** Proposes that a known fact of the court leave, and says why. */
export async function retract(board: Keyboard, reference: string): Promise<void> {
  await go(board, reference);
  const rows = "#hechos tr.known a[href*='/hechos/']";
  const links = await board.page
    .locator(rows)
    .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  await board.reach(`a[href='${links.at(-1)}']`);
  await board.pressUntil("Enter", at(board, /\/hechos\//));
  await board.page.locator("#retirar").waitFor();
  await board.write("#retirar [name=why]", "Era otra persona del mismo nombre.");
  await board.send("#retirar button");
}

export async function letGo(board: Keyboard, reference: string): Promise<void> {
  await go(board, reference);
  await board.send("form[id^=retirar-] button");
}
