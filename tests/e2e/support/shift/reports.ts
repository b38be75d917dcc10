import type { Keyboard } from "./keyboard";

/** Where things stand on the queue and on a report: by the letters of their keys and the ids of their forms. */
const row = (name: string) => `a[data-row*="${name}"]`;

/** Down a list of rows to the one of a person, and into it. */
async function down(board: Keyboard, name: string, address: RegExp): Promise<void> {
  await board.page.locator(row(name)).waitFor();
  for (let step = 0; step < 90; step++) {
    if (await board.page.evaluate((one) => document.activeElement?.matches(one) ?? false, row(name))) break;
    await board.press("j");
  }
  await board.go("Enter", address);
}

/** From anywhere to the queue and the report of a person, which opens beside the list. */
export async function read(board: Keyboard, name: string): Promise<void> {
  await board.go("g c", /\/equipo$/);
  while ((await board.page.locator(row(name)).count()) === 0) {
    await board.reach("a[rel=next]");
    await board.go("Enter", /desde=/);
  }
  await down(board, name, /reporte=/);
  await board.page.locator("#reporte", { hasText: name }).waitFor();
}

export async function take(board: Keyboard, name: string): Promise<void> {
  await read(board, name);
  await board.send(() => board.hit("a", async () => board.page.url().includes("hecho=taken")));
}

/** Asks the family for what is missing, which stands ticked. */
export async function ask(board: Keyboard, name: string): Promise<void> {
  await read(board, name);
  await board.goInto("4", "#pedir input");
  await board.sign();
}

export async function putOff(board: Keyboard, name: string): Promise<void> {
  await read(board, name);
  await board.goInto("h", "#posponer select");
  await board.write("#posponer [name=why]", "La familia llama el lunes.");
  await board.sign();
}

export async function give(board: Keyboard, name: string, to: string): Promise<void> {
  await read(board, name);
  await board.goInto("p", "#pasar select");
  await board.choose("#pasar [name=to]", to);
  await board.sign();
}

/** Whether the report looks like somebody's: what the desk answers when it is asked to compare. */
export async function compare(board: Keyboard, name: string): Promise<string> {
  await take(board, name);
  await board.go("2", /parecidos=1/);
  return (await board.page.locator(".pane").textContent()) ?? "";
}

const toReport = async (board: Keyboard) => {
  await board.go("1", /\/equipo\/reportes\//);
  await board.page.locator("#caso").waitFor();
};

/** What the court has about it, beside the family's word. */
export async function ground(board: Keyboard, filed = false): Promise<void> {
  if (filed) {
    await board.goInto("f", "[name='fact.sources.1.kind']");
    await board.choose("[name='fact.sources.1.kind']", "habeas_corpus");
    await board.choose("[name='fact.sources.1.originClass']", "court");
  }
  await board.goInto("v", "[name='evidence.0.title']");
  await board.type("Boleta de encarcelación");
}

export const referenceIn = (board: Keyboard): string =>
  /casos\/([0-9A-Z]{4}-[0-9A-Z]{2})/.exec(board.page.url())?.[1] ?? "";

/** The report on the pane becomes a case; answers its reference. */
export async function open(board: Keyboard, filed = false): Promise<string> {
  await toReport(board);
  await ground(board, filed);
  await board.sign();
  return referenceIn(board);
}

/** A report taken, read and made a case. */
export async function takeAndOpen(board: Keyboard, name: string, filed = false): Promise<string> {
  await take(board, name);
  return open(board, filed);
}

/** Another family's report about somebody who has a case. */
export async function attach(board: Keyboard, name: string, reference: string): Promise<void> {
  await take(board, name);
  await toReport(board);
  await board.goInto("2", "#caso-de");
  await board.go("Enter", /[?&]b=[\w-]+#agregar$/);
  await board.page.locator(`#agregar-${reference}`).waitFor();
  await board.push(`#agregar-${reference} button`, "t");
}

/** What the family answered is read on their thread, which waits no more; the document they gave stands in the case opened then. */
export async function readAnswerAndOpen(board: Keyboard, name: string, document: string): Promise<string> {
  await board.go("g m", /\/equipo\/mensajes$/);
  await down(board, name, /\/mensajes\/./);
  await board.page.locator("#escribir").waitFor();
  await board.push("#cerrar button");
  await board.reach("main a[href^='/equipo/reportes/']");
  await board.go("Enter", /\/equipo\/reportes\//);
  await board.choose("[name='identity.documentKind']", "V");
  await board.write("[name='identity.documentNumber']", document);
  await ground(board);
  await board.sign();
  return referenceIn(board);
}
