import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { errorPages } from "../../scripts/up/readable.mjs";

test("the pages of the server in front are the words of this version, one for each status it names", () => {
  const drawn = Object.fromEntries(errorPages().map(([status, html]) => [`${status}.html`, html]));
  const kept = readdirSync("deploy/errors").map((name) => [
    name,
    readFileSync(`deploy/errors/${name}`, "utf8"),
  ]);
  expect(Object.fromEntries(kept)).toEqual(drawn);
  const named = readFileSync("deploy/vigilia-errors.conf", "utf8").matchAll(/^error_page (\d+) /gm);
  expect([...named].map(([, status]) => `${status}.html`).sort()).toEqual(Object.keys(drawn).sort());
  for (const html of Object.values(drawn)) {
    expect(html).toMatch(/<section lang="es"><h1>\S.*<section lang="en"><h2>\S/);
    expect(html).not.toMatch(/undefined|vigilia|<script/i);
  }
});
