import { OpenAPIRegistry, OpenApiGeneratorV31 } from "@asteasolutions/zod-to-openapi";
import type { Operation } from "./operation/schema";
import { operations, problem } from "./schema";

type Document = ReturnType<OpenApiGeneratorV31["generateDocument"]>;

/** The OpenAPI 3.1 description of the open API, generated from the shapes it reads and answers with, so that it cannot drift. */
export function openApiDocument(): Document {
  const registry = new OpenAPIRegistry();
  for (const operation of operations) {
    registry.registerPath({
      method: "get",
      path: operation.path,
      summary: operation.summary,
      request: { query: operation.query, params: operation.parameters },
      responses: {
        200: { description: "Answered", content: contentOf(operation) },
        304: { description: "Not changed since the ETag sent" },
        ...(operation.query && { 400: errorOf("A parameter is unknown or cannot be read") }),
        404: errorOf("Nothing is published there, or no balance has been published yet"),
        500: errorOf("Something broke on our side"),
      },
    });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: {
      title: "Vigilia",
      version: "1",
      description:
        "Verified counts of people detained for political reasons, figures others published, and people named by permission. " +
        "Counts are under CC BY 4.0; names are not open data.",
      license: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    },
  });
}

const contentOf = ({ answer, file }: Operation) =>
  answer
    ? { "application/json": { schema: answer } }
    : { [file ?? "text/csv"]: { schema: { type: "string" as const } } };

const errorOf = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problem } },
});
