import { join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { ROOT } from "./files";
import { RULES } from "./import-rules";

/** Follows every import of these folders, and says which break a rule and how many modules it really looked at. */
export async function cruiseFolders(
  folders: string[],
  baseDir = ROOT,
): Promise<{ violations: string[]; modules: string[] }> {
  const tsConfig = join(ROOT, "tsconfig.json");
  const { output } = await cruise(
    folders,
    {
      baseDir,
      validate: true,
      ruleSet: { forbidden: RULES },
      tsPreCompilationDeps: true,
      tsConfig: { fileName: tsConfig },
      doNotFollow: { path: "node_modules" },
      exclude: { path: "(^|/)(node_modules|generated|\\.next)(/|$)" },
    },
    { extensions: [".ts", ".tsx", ".mjs", ".js", ".json"] },
    { tsConfig: extractTSConfig(tsConfig) },
  );
  const result = output as ICruiseResult;
  return {
    violations: result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort(),
    modules: result.modules
      .filter(({ source }) => /^(app|components|lib)\//.test(source))
      .map(({ source }) => source),
  };
}
