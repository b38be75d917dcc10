import { Readable } from "node:stream";
import { Busboy } from "@fastify/busboy";
import { Refusal } from "@/lib/core/refusal";

/** Bytes read on and thrown away after a file is refused, so that the browser hears why instead of a broken connection. */
const PATIENCE = 55 * 1024 * 1024;

export interface Upload {
  /** What the form carried before its file: the flow of a family, the token of a session. */
  fields: Record<string, string>;
  name: string;
  file: AsyncIterable<Uint8Array>;
}

/**
 * Reads a posted form of one file while it arrives and hands the file on as a stream. Only the first file counts, a second is thrown
 * away. Refuses `document_empty` where there is none, and whatever `receive` refuses, once the form is over.
 */
export async function readUpload(
  request: Request,
  receive: (upload: Upload) => Promise<void>,
): Promise<void> {
  if (!request.body) throw new Refusal("document_empty");
  const form = new Busboy({
    headers: { "content-type": request.headers.get("content-type") ?? "" },
    limits: { fields: 10, fieldSize: 8192, files: 1, parts: 12, headerPairs: 50 },
  });
  const fields: Record<string, string> = Object.create(null);
  let arriving: Readable | undefined;
  let received: Promise<unknown> | undefined;
  form.on("field", (name, value) => {
    fields[name] = value;
  });
  form.on("file", (_field, file, name) => {
    arriving = file;
    // Whoever stops reading leaves the rest to be thrown away; a destroyed file would hold up the form.
    const pieces = file.iterator({ destroyOnReturn: false });
    received = receive({ fields, name: name ?? "", file: pieces }).then(
      () => null,
      (error: unknown) => {
        file.resume();
        return error;
      },
    );
  });
  const body = Readable.from(patiently(request.body));
  const over = new Promise<void>((resolve, reject) => {
    form.once("finish", resolve);
    form.once("error", reject);
    // The line was lost: nobody waits on for the rest of the file.
    body.once("error", (error) => {
      arriving?.destroy(error);
      reject(error);
    });
  });
  body.pipe(form);
  await over;
  if (!received) throw new Refusal("document_empty");
  const problem = await received;
  if (problem) throw problem;
}

async function* patiently(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    if (bytes > PATIENCE) throw new Refusal("document_too_large");
    yield piece;
  }
}
