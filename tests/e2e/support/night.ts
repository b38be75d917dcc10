import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { account, vigilia } from "./operator";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const first =
  "Acosta Barrios Carrillo Delgado Escalona Figueroa Guédez Hurtado Infante Landaeta Machado Navas Oropeza".split(
    " ",
  );
const second =
  "Pacheco Quevedo Rondón Sequera Tovar Urbina Villegas Yánez Zambrano Arrieta Brizuela Camejo Dávila".split(
    " ",
  );

/** Surnames nobody else on the sheet has, as people on a list do. */
export const surnamesOf = (n: number): string =>
  `${first[n % first.length]} ${second[Math.floor(n / first.length) % second.length]}`;

/** So many verified people held since December, known from now on; invented, like everybody here. */
export function bringHeldIn(people: number): void {
  const held = (n: number) => ({
    type: "case",
    key: `noche-${n}`,
    person: { givenNames: "Persona Inventada", surnames: surnamesOf(n), sex: "man", nationality: "national" },
    permissions: [
      { purpose: "count", granted: true, knownFrom: "2026-01-05T12:00:00Z", givenBy: "relative" },
    ],
    facts: [
      {
        track: "custody",
        state: "located_contact",
        episode: 1,
        effective: { earliest: "2025-12-01", latest: "2025-12-01" },
        knownFrom: "2026-01-05T12:00:00Z",
        entity: "VE-M",
        facility: "RODEO1",
        sources: [
          { kind: "relative", origin: "family" },
          { kind: "habeas_corpus", origin: "court" },
        ],
      },
      {
        track: "vetting",
        state: "verified_political",
        effective: { earliest: "2026-01-05", latest: "2026-01-05" },
        knownFrom: "2026-01-05T12:00:00Z",
        sources: [],
      },
    ],
  });
  const header = {
    type: "registry",
    version: 1,
    source: "noche",
    exportedAt: "2026-01-06T12:00:00Z",
    history: "now",
  };
  const file = join(mkdtempSync(join(tmpdir(), "vigilia-night-")), "registry.jsonl");
  const lines = [header, ...Array.from({ length: people }, (_, n) => held(n))];
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  vigilia("import-registry", file, "--as", "carmen", "--second", "carlos");
}

/** A person at a keyboard: every key is counted. */
export function keyboardOf(page: Page) {
  let presses = 0;
  return {
    press: async (key: string) => {
      presses++;
      await page.keyboard.press(key);
    },
    type: async (text: string) => {
      presses += text.length;
      await page.keyboard.type(text);
    },
    presses: () => presses,
  };
}

/** What was known the evening itself and two days later of the day of the releases, and the balance drafted then. */
export interface Later {
  evening: { releases: { events: number; unspecified: number; withMeasures: number } };
  restated: { releases: { events: number; unspecified: number; withMeasures: number } };
  since: { opening: number; closing: number; residual: number; terms: Record<string, number> };
  draft: string;
}

/** Two days later by the clock given to every command, on the same database: what releases turned out to be, and the next balance. */
export function twoDaysLater(asked: { sheet: string; day: string; measures: number; house: number }): Later {
  const answer = execFileSync(
    process.execPath,
    [
      join(ROOT, "node_modules", "tsx", "dist", "cli.mjs"),
      join(ROOT, "tests", "e2e", "support", "two-days-later.ts"),
    ],
    {
      cwd: ROOT,
      encoding: "utf8",
      env: {
        ...process.env,
        NIGHT_ASKED: JSON.stringify({
          ...asked,
          dataDir: process.env.E2E_DATA_DIR,
          passphrases: Object.fromEntries(
            ["ines", "vera", "carmen", "carlos"].map((name) => [name, account(name).password]),
          ),
        }),
      },
    },
  );
  return JSON.parse(answer.slice(answer.indexOf("{"))) as Later;
}
