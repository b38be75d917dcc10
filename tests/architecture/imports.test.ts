import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { cruiseFolders } from "./support/cruise";
import { ourFiles } from "./support/files";
import { ORDER } from "./support/import-rules";

describe("imports point one way", () => {
  it("and every file was looked at", async () => {
    const { violations, modules } = await cruiseFolders(["app", "components", "lib"]);
    const ours = ourFiles(["app", "components", "lib"], /\.tsx?$/);
    expect(ours.length).toBeGreaterThan(100);
    expect(ours.filter((file) => !modules.includes(file))).toEqual([]);
    expect(violations).toEqual([]);
  });

  it("through every folder of lib, in an order that names them all", () => {
    const folders = [...new Set(ourFiles(["lib"], /\.ts$/).map((path) => path.split("/")[1]))];
    expect(folders.filter((folder) => !ORDER.some((name) => name === folder))).toEqual([]);
  });
});

describe("planted violations are caught", () => {
  const planted = mkdtempSync(join(tmpdir(), "vigilia-planted-"));
  afterAll(() => rmSync(planted, { recursive: true, force: true }));

  const plant = (files: Record<string, string>) => {
    rmSync(planted, { recursive: true, force: true });
    for (const [path, text] of Object.entries({
      "app/x.ts": "export {}",
      "components/x.ts": "export {}",
      ...files,
    })) {
      mkdirSync(dirname(join(planted, path)), { recursive: true });
      writeFileSync(join(planted, path), text);
    }
    return cruiseFolders(["app", "components", "lib"], planted);
  };
  const some = "export const some = 1;\n";

  it.each([
    ["order: core", "lib/core/a.ts", "lib/people/rules.ts"],
    ["order: intake", "lib/intake/commands.ts", "lib/vetting/rules.ts"],
    ["lib asks nobody above", "lib/cases/rules.ts", "components/case/card.ts"],
    ["components draw, they do not ask", "components/case/card.ts", "lib/cases/queries.ts"],
    ["public sees what is published", "app/[locale]/(public)/casos/page.ts", "lib/cases/rules.ts"],
    ["public sees what is published", "app/api/v1/cases/route.ts", "lib/publication/naming/schema.ts"],
    ["family sees reception only", "app/[locale]/(family)/tramite/page.ts", "lib/opendata/site/queries.ts"],
    ["door open: opendata only", "lib/balances/queries.ts", "lib/db/open.ts"],
    ["door intake: intake only", "lib/consent/queries.ts", "lib/db/intake.ts"],
    ["door desk: not for the open process", "lib/opendata/cases/queries.ts", "lib/db/desk.ts"],
    ["doors only", "lib/cases/queries.ts", "lib/db/connect.ts"],
    ["no database in app", "app/equipo/page.ts", "lib/db/desk.ts"],
    ["rules and schemas are pure", "lib/cases/rules.ts", "lib/cases/queries.ts"],
  ])("%s: %s → %s", async (rule, from, to) => {
    const up = "../".repeat(from.split("/").length - 1);
    const { violations } = await plant({
      [to]: some,
      [from]: `import { some } from "${up}${to.replace(/\.ts$/, "")}";\nexport const more = some;\n`,
    });
    expect(violations.map((one) => one.split(": ").slice(0, rule.split(": ").length).join(": "))).toContain(
      rule,
    );
  });

  it("also when only a type is imported across surfaces", async () => {
    const { violations } = await plant({
      "lib/cases/rules.ts": "export type Some = 1;\n",
      "app/[locale]/(public)/page.ts":
        'import type { Some } from "../../../lib/cases/rules";\nexport const x: Some = 1;\n',
    });
    expect(violations).toHaveLength(1);
  });
});
