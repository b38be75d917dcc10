import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { Firefox } from "../support/bidi";
import { heldOnDisk } from "../support/family/disk";
import { at } from "../support/family/steps";
import { program } from "../support/programs";
import { W3m } from "../support/w3m";

test.describe.configure({ timeout: 240_000 });

const homes: string[] = [];
const home = (name: string) => {
  const made = mkdtempSync(join(tmpdir(), `vigilia-${name}-`));
  homes.push(made);
  return made;
};
test.afterAll(() => {
  for (const one of homes) rmSync(one, { recursive: true, force: true });
});

const codeIn = (words: string): string => words.match(/\d{4}( \d{4}){4}/)?.[0].replaceAll(" ", "") ?? "";

test("Firefox without JavaScript registers, comes back and leaves, and keeps no word of it", async () => {
  const profile = home("firefox");
  const firefox = await Firefox.start(program("firefox-esr"), profile);
  try {
    const [name, words] = ["Yusneidy Canaria", "palabras canarias de zorro"];
    await firefox.goto(at("es", "tramite"));
    await firefox.follow("main form button");
    await firefox.follow("main form button");
    expect(await firefox.words("title")).toMatch(/^Error/);
    for (const field of ["store", "count"]) await firefox.press(`[name=${field}][value=yes]`);
    await firefox.follow("main form button");
    const code = codeIn(await firefox.words("main"));
    expect(code).toMatch(/^\d{20}$/);
    await firefox.follow("main form button");
    await firefox.type("[name=givenNames]", name);
    await firefox.follow("main form .large");
    await firefox.type("[name=year]", "2026");
    await firefox.press("[name=precision][value=approximate]");
    await firefox.type("[name=account]", words);
    await firefox.follow("main form .large");
    await firefox.follow("[name=now]");
    expect(codeIn(await firefox.words("main"))).toBe(code);
    expect(await firefox.url()).not.toContain(code);

    await firefox.goto(at("es", "tramite/volver"));
    await firefox.type("[name=code]", code);
    await firefox.follow("main form .large");
    expect(await firefox.words(".stage")).toContain("Lo recibimos");
    expect(await firefox.words()).not.toContain(name);
    await firefox.press("a.exit");
    await firefox.arrives(process.env.E2E_EXIT ?? "https://es.wikipedia.org/");
    await firefox.back();
    expect(await firefox.words("h1")).toBe("La consulta terminó");
    expect(await firefox.count("script")).toBe(0);
    await firefox.close();
    expect(heldOnDisk(profile, ["Recetas"]).length, "what is kept of other pages is found").toBeGreaterThan(
      0,
    );
    expect(heldOnDisk(profile, [name, words, code, code.replace(/(\d{4})(?=\d)/g, "$1 ")])).toEqual([]);
  } finally {
    await firefox.close();
  }
});

for (const [kept, options] of [
  ["with cookies", ["-cookie"]],
  ["without cookies", ["-no-cookie"]],
] as const) {
  test(`w3m ${kept} registers the shortest way and comes back, over plain http`, async () => {
    program("w3m");
    const folder = home("w3m");
    const w3m = W3m.start(at("es", "tramite"), folder, [...options]);
    try {
      expect(await w3m.page()).toContain("Es gratis");
      w3m.press("Empezar$");
      w3m.press("pueden guardarlo y verificarlo", "before");
      w3m.press("pueden contar a mi familiar", "before");
      w3m.press("Seguir");
      const code = codeIn(await w3m.page());
      expect(code).toMatch(/^\d{20}$/);
      w3m.press("Ya lo anot");
      w3m.fill("^ *Nombres", "Wuilmer");
      w3m.press("Seguir");
      w3m.press("No s. la fecha", "before");
      w3m.press("Seguir");
      w3m.press("Enviar ahora *$");
      const sent = await w3m.page();
      expect(sent).toContain("Recibimos lo que");
      expect(codeIn(sent)).toBe(code);
      w3m.open(at("es", "tramite/volver"));
      w3m.fill("Su n.mero", code);
      w3m.press("^ *Ver$");
      expect(await w3m.page()).toContain("Lo recibimos");
    } finally {
      await w3m.quit();
    }
    expect(heldOnDisk(folder, ["Wuilmer"])).toEqual([]);
  });
}
