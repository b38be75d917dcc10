import { openApiDocument } from "../document/rules";

/** What one address may be asked. */
export interface Parameter {
  name: string;
  /** In the address itself, or behind the question mark. */
  inPath: boolean;
  /** As the document has it: its type, or every value it may have, and what is taken when nothing is said. */
  kind: string;
}

/** One address of the open API as a reader needs it. */
export interface Reference {
  path: string;
  summary: string;
  parameters: Parameter[];
  /** The kind of file, or JSON. */
  type: string;
  /** The names at the top of a JSON answer; empty for a file. */
  keys: string[];
}

interface Shape {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  pattern?: string;
  default?: unknown;
  properties?: Record<string, unknown>;
}

/** The reference as the OpenAPI document says it, so that the page and the document are one. */
export function references(): Reference[] {
  const paths = openApiDocument().paths ?? {};
  return Object.entries(paths).map(([path, item]) => {
    const asked = (item as { get: { summary?: string; parameters?: Given[]; responses: Answers } }).get;
    const content = Object.entries(asked.responses[200]?.content ?? {});
    const [type = "", { schema } = {}] = content[0] ?? [];
    return {
      path,
      summary: asked.summary ?? "",
      parameters: (asked.parameters ?? []).map(({ name, in: where, schema: shape }) => ({
        name,
        inPath: where === "path",
        kind: kindOf(shape ?? {}),
      })),
      type,
      keys: type === "application/json" ? Object.keys(schema?.properties ?? {}) : [],
    };
  });
}

interface Given {
  name: string;
  in: string;
  schema?: Shape;
}
type Answers = Record<string, { content?: Record<string, { schema?: Shape }> }>;

function kindOf(shape: Shape): string {
  const kind = shape.enum ? shape.enum.join(" | ") : (shape.format ?? String(shape.type ?? "string"));
  return shape.default === undefined ? kind : `${kind} (${String(shape.default)})`;
}

/** The anchor of an address on the page: its words alone. */
export const anchorOf = (path: string): string =>
  path
    .replace("/api/v1/", "")
    .replace(/[^a-z]+/gi, "-")
    .replace(/^-|-$/g, "");
