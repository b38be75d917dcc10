import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openApiDocument } from "@/lib/opendata/document/rules";

/** Addresses under app/api/v1, with `[id]` as `{id}`. */
function addresses(folder: string, at = "/api/v1"): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? addresses(join(folder, entry.name), `${at}/${entry.name.replace(/^\[(.+)\]$/, "{$1}")}`)
      : entry.name === "route.ts"
        ? [at]
        : [],
  );
}

it("describes every address of the open API and none that does not exist", () => {
  const described = Object.keys(openApiDocument().paths ?? {}).sort();
  const served = addresses("app/api/v1").filter((path) => !path.endsWith("openapi.json"));
  expect(described).toEqual(served.sort());
});

it("describes parameters with their choices and answers with their shapes", () => {
  const cases = openApiDocument().paths?.["/api/v1/cases"]?.get;
  const parameters = JSON.stringify(cases?.parameters);
  expect(parameters).toContain('"VE-X"');
  expect(parameters).toContain('"cursor"');
  expect(JSON.stringify(cases?.responses)).toContain('"next"');
});
