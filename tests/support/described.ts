import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { vi } from "vitest";

// Whatever a test of the project "db" is answered by the open API is held against the OpenAPI document: a status, a kind of answer or
// a shape that it does not describe fails the test that asked. That each address is in it is tested by itself.

interface Described {
  template: RegExp;
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

let described: Described[] | null = null;
const compiled = new Map<object, ValidateFunction>();
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });

vi.mock("@/lib/core/answer", async (original) => {
  const real = await original<typeof import("@/lib/core/answer")>();
  return {
    ...real,
    openRoute: (answer: Parameters<typeof real.openRoute>[0]) => {
      const route = real.openRoute(answer);
      return async (request: Request, context: unknown) => {
        const response = await route(request, context);
        await holdAgainstDocument(request, response.clone());
        return response;
      };
    },
  };
});

async function holdAgainstDocument(request: Request, response: Response): Promise<void> {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith("/api/v1/") || pathname === "/api/v1/openapi.json") return;
  described ??= await readDocument();
  const found = described.find(({ template }) => template.test(pathname));
  const where = `${response.status} of ${pathname}`;
  if (!found) return;
  const told = found.responses[String(response.status)];
  if (!told) throw new Error(`${where} is a status that the document does not describe`);
  if (!told.content) return;
  const kind = (response.headers.get("content-type") ?? "").split(";")[0] ?? "";
  const media = told.content[kind] ?? told.content["*/*"];
  if (!media) throw new Error(`${where} is ${kind}, described is ${Object.keys(told.content).join(", ")}`);
  if (!kind.endsWith("json") || told.content["*/*"]) return;
  const validate = compiled.get(media.schema) ?? ajv.compile(media.schema);
  compiled.set(media.schema, validate);
  if (!validate(await response.json()))
    throw new Error(`${where} is not as described: ${ajv.errorsText(validate.errors)}`);
}

async function readDocument(): Promise<Described[]> {
  const { openApiDocument } = await import("@/lib/opendata/document/rules");
  const { paths = {} } = JSON.parse(JSON.stringify(openApiDocument())) as {
    paths?: Record<string, { get: Described }>;
  };
  // Plain addresses before those with a blank, so that a blank never swallows one.
  return Object.entries(paths)
    .sort(([a], [b]) => Number(a.includes("{")) - Number(b.includes("{")))
    .map(([path, { get }]) => ({
      template: new RegExp(`^${path.replace(/[.]/g, "\\.").replace(/\{\w+\}/g, "[^/]+")}$`),
      responses: get.responses,
    }));
}
