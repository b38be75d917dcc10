import { describe, expect, test } from "vitest";
import { Refusal } from "@/lib/core/refusal";
import { readUpload } from "@/lib/evidence/documents/queries";

const MB = 1_000_000;
const formWith = (...files: Uint8Array[]) => {
  const form = new FormData();
  form.append("flow", "sealed");
  for (const bytes of files) form.append("file", new Blob([bytes as Uint8Array<ArrayBuffer>]), "foto.jpg");
  return new Request("http://localhost/", { method: "POST", body: form });
};

/** A form of one file that stops in its middle: the phone lost its line. */
function brokenOff(how: "error" | "end"): Request {
  const head = `--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n`;
  const pieces = [new TextEncoder().encode(head), new Uint8Array(MB)];
  const body = new ReadableStream<Uint8Array>({
    pull(sent) {
      const piece = pieces.shift();
      if (piece) sent.enqueue(piece);
      else if (how === "error") sent.error(new Error("aborted"));
      else sent.close();
    },
  });
  const headers = { "Content-Type": "multipart/form-data; boundary=x" };
  return new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" } as RequestInit);
}

const readAll = async (file: AsyncIterable<Uint8Array>, most = Number.POSITIVE_INFINITY) => {
  let bytes = 0;
  for await (const piece of file) {
    bytes += piece.length;
    if (bytes > most) throw new Refusal("document_too_large");
  }
  return bytes;
};

describe("a form with a file", () => {
  test("is read as it arrives, with what stood before the file", async () => {
    const seen: unknown[] = [];
    await readUpload(formWith(new Uint8Array(3 * MB)), async ({ fields, name, file }) => {
      seen.push(fields.flow ?? "", name, await readAll(file));
    });
    expect(seen).toEqual(["sealed", "foto.jpg", 3 * MB]);
  });

  test("hears that its file is too large, with the rest thrown away", async () => {
    const asked = readUpload(formWith(new Uint8Array(14 * MB)), ({ file }) => readAll(file, 10 * MB).then());
    await expect(asked).rejects.toMatchObject({ code: "document_too_large" });
  });

  test("hears a refusal that came before its file was read", async () => {
    const asked = readUpload(formWith(new Uint8Array(5 * MB)), async () => {
      throw new Refusal("too_many_documents");
    });
    await expect(asked).rejects.toMatchObject({ code: "too_many_documents" });
  });

  test("brings one file, and of a second nothing", async () => {
    let files = 0;
    await readUpload(formWith(new Uint8Array(9), new Uint8Array(9)), async ({ file }) => {
      files += 1;
      await readAll(file);
    });
    expect(files).toBe(1);
  });

  test("without a file is refused", async () => {
    await expect(readUpload(formWith(), async () => {})).rejects.toMatchObject({ code: "document_empty" });
  });

  test.each(["error", "end"] as const)(
    "that breaks off (%s) fails, and so does whoever reads it",
    async (how) => {
      let read: Promise<unknown> = Promise.resolve("never begun");
      const asked = readUpload(brokenOff(how), ({ file }) => {
        const reading = readAll(file);
        read = reading.catch((error: unknown) => error);
        return reading.then();
      });
      await expect(asked).rejects.toThrow();
      expect(await read).toBeInstanceOf(Error);
    },
  );

  test("that is none fails", async () => {
    const asked = readUpload(
      new Request("http://localhost/", { method: "POST", body: "hola" }),
      async () => {},
    );
    await expect(asked).rejects.toThrow();
  });
});
