import { desk } from "@/lib/db/desk";
import { openDatabase } from "../../postgres/use";
import { deskEnvironment } from "../../up/environment";
import { requireFreePort, serve } from "../../up/serve";
import { type Page, pagesOf } from "./pages";
import { deskRegistry } from "./registry";
import { newVisitor, type Visitor } from "./visitor";

const WARMING = 2;
const VISITS = 20;

export interface Visited {
  what: string;
  p50: number;
  p95: number;
  bytes: number;
}

export interface Measured {
  size: number;
  waiting: number;
  acts: number;
  /** The desk's own page that asks the registry for nothing: what the framework and the session take. */
  empty: Visited;
  visited: Visited[];
}

/** A real desk process over a registry of this size, visited page by page over HTTP by signed-in coordinators. */
export async function measureDesk(
  dataDir: string,
  size: number,
  port: number,
  only: RegExp,
): Promise<Measured> {
  await requireFreePort(port, "127.0.0.1", "desk");
  const inviter = await deskRegistry(dataDir, size);
  const database = await openDatabase(dataDir);
  const environment = deskEnvironment(dataDir, database.addresses, `http://localhost:${port}`);
  const server = await serve("desk", port, "127.0.0.1", environment);
  try {
    const visitors = [];
    for (let n = 0; n < 3; n++) visitors.push(await newVisitor(server.address, inviter));
    const [first] = visitors;
    if (!first) throw new Error("nobody signed in");
    const pages = (await pagesOf()).filter(({ what }) => only.test(what));
    for (const page of pages) await first.ask(page.path(0)).catch(() => null);
    const empty = await visit(first, {
      what: "account page, which asks nothing",
      path: () => "/equipo/cuenta",
    });
    const visited: Visited[] = [];
    let opening = 0;
    for (const page of pages) {
      const who = visitors[page.opens ? opening++ % visitors.length : 0] ?? first;
      visited.push(await visit(who, page));
    }
    return {
      size,
      waiting: await desk().triage.count(),
      acts: await desk().auditEvent.count(),
      empty,
      visited,
    };
  } finally {
    await server.stop();
    await database.close();
  }
}

/** A page that does not answer takes for ever. */
function broke(error: unknown) {
  console.log(`  ${error instanceof Error ? error.message : error}`);
  return { took: Number.POSITIVE_INFINITY, bytes: 0 };
}

async function visit(visitor: Visitor, page: Page): Promise<Visited> {
  const taken: number[] = [];
  let size = 0;
  for (let n = 0; n < WARMING + VISITS; n++) {
    const { took, bytes } = await visitor.ask(page.path(n)).catch(broke);
    if (took === Number.POSITIVE_INFINITY) return { what: page.what, p50: took, p95: took, bytes };
    size = Math.max(size, bytes);
    if (n >= WARMING) taken.push(took);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) => taken[Math.ceil(share * taken.length) - 1] ?? 0;
  return { what: page.what, p50: at(0.5), p95: at(0.95), bytes: size };
}
