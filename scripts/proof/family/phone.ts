import { randomBytes } from "node:crypto";
import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { type Button, type Form, formsIn, untouched } from "./forms";

/** What came back: never followed by itself. */
export interface Page {
  path: string;
  status: number;
  headers: IncomingHttpHeaders;
  /** Header names in the order and spelling they were sent. */
  sent: string[];
  html: string;
  /** Where it leads, without its anchor; empty where it shows something. */
  leads: string;
  milliseconds: number;
}

/** What may be posted in a field: words, bytes that are none, or a file. */
export type Written = string | Uint8Array | { file: string; type: string; bytes: Uint8Array };

/**
 * A cheap phone: it asks for a page, reads the forms in it, and posts them as a browser without script would, over one connection.
 * It follows a redirect only when it is told to, and keeps cookies only if it may.
 */
export class Phone {
  private cookies = new Map<string, string>();
  private agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    private readonly origin: string,
    private readonly keepsCookies = true,
  ) {}

  open(path: string): Promise<Page> {
    return this.ask("GET", path);
  }

  /** Shows the page that an answer leads to; one that shows something already is that page. */
  async shown(page: Page): Promise<Page> {
    return page.leads === "" ? page : this.open(page.leads);
  }

  /** Posts a form as it stands, with what was written into it and the button that was pressed. */
  post(page: Page, form: Form, written: Record<string, Written> = {}, button?: Button): Promise<Page> {
    const fields = new Map<string, Written>(untouched(form, button));
    for (const [name, value] of Object.entries(written)) fields.set(name, value);
    return this.send(new URL(form.action || page.path, this.origin).pathname, fields);
  }

  /** Posts these fields to an address. */
  send(path: string, fields: Map<string, Written>): Promise<Page> {
    const { body, type } = multipart(fields);
    return this.ask("POST", path, body, { "Content-Type": type, Origin: this.origin });
  }

  forget(): void {
    this.cookies.clear();
  }

  close(): void {
    this.agent.destroy();
  }

  private ask(method: string, path: string, body?: Buffer, given: Record<string, string> = {}) {
    const begun = performance.now();
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers: Record<string, string | number> = { ...given };
    if (cookie) headers.Cookie = cookie;
    if (body) headers["Content-Length"] = body.length;
    return new Promise<Page>((done, fail) => {
      const asked = request(new URL(path, this.origin), { method, headers, agent: this.agent }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.once("error", fail);
        answer.once("end", () => {
          if (!answer.complete) return fail(new Error("the answer broke off"));
          this.keep(answer.headers["set-cookie"]);
          const location = answer.headers.location;
          done({
            path,
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            sent: answer.rawHeaders.filter((_, n) => n % 2 === 0),
            html: Buffer.concat(chunks).toString("utf8"),
            leads: location ? new URL(location, this.origin).pathname : "",
            milliseconds: performance.now() - begun,
          });
        });
      });
      asked.setTimeout(60_000, () => asked.destroy(new Error(`no answer from ${path} within a minute`)));
      asked.once("error", fail);
      asked.end(body);
    });
  }

  private keep(set: string[] = []): void {
    if (!this.keepsCookies) return;
    for (const one of set) {
      const [pair = "", ...rest] = one.split(";");
      const [name = "", value = ""] = pair.split(/=(.*)/s);
      if (rest.some((part) => /^\s*max-age=0\s*$/i.test(part))) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

/** The form of a page that has such a field, or such a button. Throws where there is none. */
export function formWith(page: Page, what: string): Form {
  const found = formsIn(page.html).find(
    ({ fields, buttons }) =>
      fields.some(({ name }) => name === what) || buttons.some(({ name }) => name === what),
  );
  if (!found) throw new Error(`${page.path} (${page.status}) has no form with ${what}`);
  return found;
}

function multipart(fields: Map<string, Written>): { body: Buffer; type: string } {
  const boundary = `----phone${randomBytes(12).toString("hex")}`;
  const parts: Buffer[] = [];
  for (const [name, value] of fields) {
    const isFile = typeof value === "object" && "file" in value;
    const file = isFile ? `; filename="${quoted(value.file)}"\r\nContent-Type: ${value.type}` : "";
    const bytes = isFile ? value.bytes : value;
    parts.push(
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"${file}\r\n\r\n`),
      typeof bytes === "string" ? Buffer.from(bytes.replaceAll(/\r\n?|\n/g, "\r\n")) : Buffer.from(bytes),
      Buffer.from("\r\n"),
    );
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`));
  return { body: Buffer.concat(parts), type: `multipart/form-data; boundary=${boundary}` };
}

const quoted = (name: string) => name.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
