import { describe, expect, it } from "vitest";
import { ourFiles, textOf } from "./support/files";
import { forbiddenIn } from "./support/forbidden";
import { OWN_WORDS } from "./support/import-rules";

const FOLDERS = ["app", "components", "lib", "scripts", "tests", "prisma"];

describe("files", () => {
  it("are short enough to be read whole", () => {
    const files = ourFiles(FOLDERS, /\.(tsx?|mjs|css|prisma)$/);
    expect(files.length).toBeGreaterThan(150);
    const long = files
      .map((path) => [path, textOf(path).split("\n").length - 1] as const)
      .filter(([, lines]) => lines > 250);
    expect(long).toEqual([]);
  });

  it("of a capability are schema, rules, queries or commands, split by ability and by nothing else", () => {
    const odd = ourFiles(["lib"], /\.tsx?$/)
      .filter((path) => !OWN_WORDS.includes(path.split("/")[1] ?? ""))
      .filter((path) => !/\/(schema|rules|queries|commands)\.ts$/.test(path));
    expect(odd).toEqual([]);
  });

  it("bear the field's words, not the workshop's", () => {
    const vague =
      /(^|[/.-])(utils?|helpers?|common|misc|shared|manager|handler|process|data|info|index)([/.-]|$)/;
    const names = ourFiles(["app", "components", "lib"], /\.tsx?$/);
    expect(names.filter((path) => vague.test(path))).toEqual([]);
  });

  it("do not stream pages that no script would put together", () => {
    expect(ourFiles(["app"], /(^|\/)(loading|template|default)\.tsx$/)).toEqual([]);
    expect(ourFiles(["app/[locale]"], /(^|\/)(not-found|error)\.tsx$/)).toEqual([]);
  });

  it("hold nothing that is forbidden where they stand", () => {
    const files = [...ourFiles(FOLDERS, /\.(tsx?|mjs)$/), "proxy.ts", "instrumentation.ts"];
    expect(files.flatMap((path) => forbiddenIn(path, textOf(path)))).toEqual([]);
  });
});

describe("what is forbidden is seen", () => {
  const page = "app/[locale]/(public)/casos/page.tsx";
  it.each([
    [page, "if (!found) notFound();"],
    ["components/family/step.tsx", "<Suspense>"],
    [page, 'import Link from "next/link";'],
    ["components/ui/button.tsx", '"use client";\n'],
    ["components/desk/frame/frame.tsx", "<p style={{ color }}>"],
    ["lib/cases/queries.ts", "tx.$queryRawUnsafe(sql)"],
    ["lib/cases/facts/rules.ts", "const now = new Date();"],
    ["lib/cases/commands.ts", "console.log(name)"],
    ["app/api/v1/cases/route.ts", 'request.headers.get("x-forwarded-for")'],
    ["lib/cases/rules.ts", `// ${"TO"}${"DO"} later`],
  ])("in %s: %s", (path, text) => {
    expect(forbiddenIn(path, text)).toHaveLength(1);
  });

  it("and a comment about it is not", () => {
    expect(forbiddenIn(page, "// never notFound() here\n/* Suspense */")).toEqual([]);
  });
});
