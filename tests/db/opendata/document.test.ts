import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { importClaims } from "@/lib/claims/commands";
import { weighFiles } from "@/lib/opendata/dictionary/queries";
import { describedFiles } from "@/lib/opendata/dictionary/schema";
import { balance } from "../../support/balance";
import { askRoute, routes } from "../../support/open-addresses";
import { asOwner } from "../../support/owner";

const claim = "foro-penal-det-2014-05-13";
const named = {
  reference: "7K3Q-9F",
  name: "Ana Prueba",
  state: "apprehended",
  since: null,
  detailsHidden: false,
  entity: null,
  events: [],
  sources: { count: 2, kinds: [] },
};

beforeAll(async () => {
  await importClaims(
    { kind: "system", job: "tests" },
    readFileSync("prisma/seed/claims.csv"),
    () => new Date("2026-11-22T12:00:00Z"),
  );
  await asOwner(
    "INSERT INTO publication.named_cases (reference, name, sort_key, content, state, sex, published_at, changed_at) VALUES ($1, $2, 'prueba ana', $3, 'apprehended', 'woman', now(), now())",
    [named.reference, named.name, named],
  );
  const moments = [balance({ slug: "2026-01-19", change: null }), balance()];
  for (const [index, content] of moments.entries())
    await asOwner(
      "INSERT INTO publication.balances (id, slug, kind, at, known, method, content, content_hash, signatures, published_at) VALUES (gen_random_uuid(), $1, 'weekly', $2, $2, '1.0', $3, '\\x00', $4, $5)",
      [
        content.slug,
        content.at,
        content,
        JSON.stringify([
          { publicKey: "a", signature: "b" },
          { publicKey: "c", signature: "d" },
        ]),
        `2026-01-2${index + 7}T12:00:00Z`,
      ],
    );
});

const values: Record<string, string> = {
  "/api/v1/cases/{reference}": named.reference,
  "/api/v1/balances/{id}": "2026-01-26",
  "/api/v1/claims/{id}": claim,
  "/api/v1/comparisons/{id}": claim,
};

function ask(path: string, query = ""): Promise<Response> {
  const parameter = /\{(\w+)\}/.exec(path)?.[1];
  const named = parameter ? { [parameter]: values[path] ?? "" } : {};
  return askRoute(path, new Request(`http://localhost${path}${query}`), { ...named, figure: "detenidas" });
}

describe("every address of the open API", () => {
  // Files of a balance are published with it, and read where that is tested.
  it.each(routes.filter(({ file }) => !file).map((operation) => [operation.path, operation] as const))(
    "%s answers in the shape it is described with",
    async (path, operation) => {
      const response = await ask(path);
      expect(response.status).toBe(200);
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
      expect(response.headers.get("etag")).toMatch(/^"[\w-]+"$/);
      expect(response.headers.get("cache-control")).toContain("s-maxage=30");
      if (operation.answer) operation.answer.parse(await response.json());
      else expect(response.headers.get("content-type")).toContain("text/csv");
    },
  );

  it.each(routes.filter((operation) => operation.query).map((operation) => operation.path))(
    "%s refuses a parameter it does not know, in words a program can read",
    async (path) => {
      const response = await ask(path, "?colour=blue");
      expect(response.status).toBe(400);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(await response.json()).toMatchObject({ status: 400, type: "/problems/bad-parameters" });
    },
  );
});

describe("the files that change only with a balance", () => {
  it.each(
    describedFiles.filter(({ state }) => state === "moment").map(({ name, at }) => [name, at] as const),
  )("%s is downloaded in the very bytes whose size and hash are said", async (name, at) => {
    const { pathname, search } = new URL(at, "http://localhost");
    const bytes = Buffer.from(await (await ask(pathname, search)).arrayBuffer());
    expect((await weighFiles("2026-01-26"))[name]).toEqual({
      size: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
  });
});
