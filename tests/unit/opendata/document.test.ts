import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { GET as nowhere } from "@/app/api/v1/[...unknown]/route";
import { openApiDocument } from "@/lib/opendata/document/rules";

/** Addresses under app/api/v1, with `[id]` as `{id}`. */
function addresses(folder: string, at = "/api/v1"): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.name === "[...unknown]"
      ? []
      : entry.isDirectory()
        ? addresses(join(folder, entry.name), `${at}/${entry.name.replace(/^\[(.+)\]$/, "{$1}")}`)
        : entry.name === "route.ts"
          ? [at]
          : [],
  );
}

it("describes every address of the open API and none that does not exist", () => {
  const described = Object.keys(openApiDocument().paths ?? {})
    .filter((path) => path.startsWith("/api/"))
    .sort();
  const served = addresses("app/api/v1").filter((path) => !path.endsWith("openapi.json"));
  expect(described).toEqual(served.sort());
});

it("describes figures, the series and places at their own addresses, each name a figure may have among them", () => {
  const { paths } = openApiDocument();
  for (const path of [
    "/cifras/{figure}.json",
    "/cifras/{figure}.csv",
    "/serie.svg",
    "/lugares/mapa.svg",
    "/e/{view}",
  ])
    expect(paths?.[path]?.get?.summary, path).toBeTruthy();
  const asked = JSON.stringify(paths?.["/cifras/{figure}.json"]?.get);
  for (const word of ["paradero-desconocido", "stateHeld", "atLeast", "withheld"])
    expect(asked).toContain(word);
});

it("describes parameters with their choices and answers with their shapes", () => {
  const cases = openApiDocument().paths?.["/api/v1/cases"]?.get;
  const parameters = JSON.stringify(cases?.parameters);
  expect(parameters).toContain('"VE-X"');
  expect(parameters).toContain('"cursor"');
  expect(JSON.stringify(cases?.responses)).toContain('"next"');
});

it("answers an address it does not have with a problem, never with a page", async () => {
  const answer = await nowhere(new Request("http://localhost/api/v1/nope"), {});
  expect([answer.status, answer.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
  expect(await answer.json()).toMatchObject({ type: "/problems/not-found" });
});
