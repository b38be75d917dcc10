import { readFileSync } from "node:fs";
import { Client, Query } from "pg";
import type { Figure } from "../figures";

const ROUNDS = 3;
const COLUMNS = "reference, name, state, content->>'since', entity, sex";

/** The file of everybody named beside PostgreSQL's own COPY of the same columns in the same order, and what it costs in memory. */
export async function* wholeFile(pid: number, port: number, database: string): AsyncGenerator<Figure> {
  const client = new Client({ connectionString: database });
  await client.connect();
  try {
    let [copied, sent, bytes, copyBytes] = [0, 0, 0, 0];
    await fetchAll(port);
    const before = memoryOf(pid);
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, memoryOf(pid));
    }, 50);
    for (let round = 0; round < ROUNDS; round++) {
      let begun = performance.now();
      copyBytes = await copyOut(client);
      copied += performance.now() - begun;
      begun = performance.now();
      bytes = await fetchAll(port);
      sent += performance.now() - begun;
    }
    clearInterval(watch);
    const rate = (size: number, taken: number) => (size * ROUNDS) / 1e6 / (taken / 1000);
    const one = (what: string, unit: Figure["unit"], value: number, bound?: Figure["bound"]): Figure => ({
      what,
      unit,
      p50: value,
      p95: value,
      ...(bound && { bound }),
    });
    yield one(`COPY of everybody named (${(copyBytes / 1e6).toFixed(1)} MB)`, "ms", copied / ROUNDS);
    yield one(`the file of everybody named (${(bytes / 1e6).toFixed(1)} MB)`, "ms", sent / ROUNDS);
    yield one("  bytes a second: file / COPY", "×", rate(bytes, sent) / rate(copyBytes, copied), {
      least: 0.3,
    });
    yield one("  memory it took while it was sent", "MB", (most - before) / 2 ** 20, { most: 64 });
  } finally {
    await client.end();
  }
}

async function fetchAll(port: number): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/cases.csv`, {
    headers: { "Accept-Encoding": "identity" },
  });
  if (!answer.body || answer.status !== 200) throw new Error(`cases.csv answered ${answer.status}`);
  let bytes = 0;
  for await (const piece of answer.body) bytes += piece.length;
  return bytes;
}

/** COPY … TO STDOUT, which the driver passes on piece by piece. */
class CopyOut extends Query {
  bytes = 0;
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.bytes += chunk.length;
  }
}

function copyOut(client: Client): Promise<number> {
  const query = new CopyOut(
    `COPY (SELECT ${COLUMNS} FROM publication.named_cases ORDER BY sort_key, reference) TO STDOUT (FORMAT csv)`,
  );
  return new Promise((done, fail) => {
    query.on("end", () => done(query.bytes));
    query.on("error", fail);
    client.query(query);
  });
}

/** Resident memory of a process, in bytes. */
function memoryOf(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1] ?? 0);
  return pages * 4096;
}
