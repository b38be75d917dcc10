import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { balance } from "../../support/balance";
import { askRoute, routes } from "../../support/open-addresses";
import { asOwner } from "../../support/owner";

beforeAll(async () => {
  const content = balance({ change: null });
  const signatures = JSON.stringify(["a", "b"].map((key) => ({ publicKey: key, signature: key })));
  await asOwner(
    "INSERT INTO publication.balances (id, slug, kind, at, known, method, content, content_hash, signatures, published_at) VALUES (gen_random_uuid(), $1, 'weekly', $2, $2, '1.0', $3, '\\x00', $4, '2026-01-27T12:00:00Z')",
    [content.slug, content.at, content, signatures],
  );
});

const DATES = [
  "",
  "ayer",
  "2026-01-26",
  "2026-13-45T00:00:00Z",
  "2026-02-30T00:00:00Z",
  "2026-01-26T00:00:00",
  "2026-01-26 00:00",
  "26/01/2026",
  "1769400000",
  "-271821-04-20T00:00:00Z",
  "+275760-09-13T00:00:00Z",
  "99999-01-01T00:00:00Z",
  "0000-00-00T00:00:00Z",
  "NaN",
  "null",
  "2026-01-26T00:00:00+99:99",
  "2026-01-26T00:00:00Z\u0000",
  "２０２６-01-26T00:00:00Z",
  "'; DROP TABLE publication.balances; --",
];
const WORDS = [
  "colour",
  "AT",
  "at[]",
  "__proto__",
  "constructor",
  "balance ",
  "limit%00",
  "é",
  "a".repeat(2_000),
];
const VALUES = [
  "",
  "-1",
  "0",
  "1e9",
  "999999999999999999999",
  "NaN",
  "%",
  "\u0000",
  "\ud800",
  "../..",
  "🧵".repeat(300),
];

function ask(path: string, query: URLSearchParams, id = "2026-01-26"): Promise<Response> {
  const filled = path.replace(/\{\w+\}/g, encodeURIComponent(Buffer.from(id).toString()) || "-");
  const named = { id, reference: id, name: id, figure: id === "2026-01-26" ? "detenidas" : id };
  return askRoute(path, new Request(`http://localhost${filled}?${query}`), named);
}

/** Whatever is asked, the answer is one of those the document knows, and a mistake is a problem in words, never a failure of ours. */
async function answersReadably(path: string, query: URLSearchParams, id?: string): Promise<number> {
  const answer = await ask(path, query, id);
  const body = await answer.text();
  expect([200, 304, 400, 404], `${path}?${query} ${body.slice(0, 200)}`).toContain(answer.status);
  if (answer.status >= 400) {
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    const problem = JSON.parse(body);
    expect(problem).toMatchObject({
      status: answer.status,
      type: expect.stringMatching(/^\/problems\/[\w-]+$/),
    });
    expect(body).not.toMatch(/prisma|postgres|node_modules|at \w+ \(|SELECT/i);
  }
  return answer.status;
}

describe("asked badly", () => {
  it.each(routes.filter(({ query }) => query).map(({ path, query }) => [path, query] as const))(
    "%s refuses every word it does not know and every moment that is none with 400",
    async (path, query) => {
      for (const word of WORDS)
        expect(await answersReadably(path, new URLSearchParams([[word, "1"]])), word.slice(0, 20)).toBe(400);
      for (const known of Object.keys(query?.shape ?? {})) {
        expect(
          await answersReadably(
            path,
            new URLSearchParams([
              [known, "1"],
              [known, "2"],
            ]),
          ),
          known,
        ).toBe(400);
        const moments = ["at", "known", "from", "to"].includes(known);
        for (const value of moments ? DATES : VALUES) {
          const status = await answersReadably(path, new URLSearchParams([[known, value]]));
          if (moments && ["at", "known"].includes(known)) expect(status, `${known}=${value}`).toBe(400);
        }
      }
    },
  );

  it("answers names of things that are none with a problem, whatever they look like", async () => {
    for (const { path } of routes.filter(({ path: one }) => one.includes("{")))
      for (const id of [...VALUES, ...DATES, "__proto__", "toString", "00000000-0000-0000-0000-000000000000"])
        expect(
          await answersReadably(path, new URLSearchParams(), id),
          `${path} ${id}`,
        ).toBeGreaterThanOrEqual(200);
  });

  it("never fails, whatever stands in a query", async () => {
    const path = fc.constantFrom(...routes.map((one) => one.path));
    const known = [...new Set(routes.flatMap(({ query }) => Object.keys(query?.shape ?? {})))];
    const pairs = fc.array(
      fc.tuple(
        fc.oneof(fc.constantFrom(...known), fc.string()),
        fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...DATES, ...VALUES)),
      ),
      { maxLength: 4 },
    );
    const runs = Number(process.env.ASKED ?? 300);
    await fc.assert(
      fc.asyncProperty(path, pairs, async (one, query) => {
        await answersReadably(one, new URLSearchParams(query.map(([k, v]) => [k, v])));
      }),
      { numRuns: runs },
    );
  });
});
