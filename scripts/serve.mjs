import cluster from "node:cluster";
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import next from "next";
import { correctAnswer } from "./up/answer.mjs";
import { deliver } from "./up/deliver.mjs";
import { guard } from "./up/guard.mjs";
import { requireAddresses } from "./up/hosts.mjs";
import { keeper, keptSeconds } from "./up/keep.mjs";
import { sendScriptless } from "./up/scriptless.mjs";
import { serveByMany, workersFor } from "./up/workers.mjs";

/**
 * One server of the registry: `node scripts/serve.mjs --port N --host ADDRESS` with VIGILIA_SURFACE=open|desk.
 * What its surface refuses is turned away here, before the framework reads a byte of it. The open one answers by as many workers
 * as there are processors.
 */
const { values } = parseArgs({ options: { port: { type: "string" }, host: { type: "string" } } });
const port = Number(values.port ?? process.env.PORT ?? 3000);
const hostname = values.host ?? "127.0.0.1";
const surface = process.env.VIGILIA_SURFACE;
if (surface !== "open" && surface !== "desk") throw new Error("VIGILIA_SURFACE must be open or desk");
requireAddresses();

// When whoever started this is gone, however it went, so is this process and its port.
process.on("disconnect", () => process.exit(0));

const workers = workersFor(surface);
if (cluster.isPrimary && workers > 1) serveByMany(workers);
else await serve();

// A worker lives by its channel; whoever serves alone must not.
if (cluster.isPrimary) process.channel?.unref();

async function serve() {
  const app = next({ dev: false, dir: new URL("..", import.meta.url).pathname, hostname, port });
  await app.prepare();
  const handle = app.getRequestHandler();

  // Frameworks print the messages of errors, and those repeat what people typed. Our own events go past the console.
  if (!process.env.VIGILIA_PRINT_ERRORS) {
    for (const method of ["log", "info", "warn", "error", "debug", "trace"]) console[method] = () => {};
  }

  // A photograph of ten megabytes takes a quarter of an hour over the slowest line; what names a request comes at once.
  const patience = { requestTimeout: 900_000, headersTimeout: 30_000 };
  const pages = keeper(keptSeconds());
  const server = createServer({ maxHeaderSize: 16_384, ...patience }, (request, response) => {
    guard(surface, request);
    const draw = () => {
      if (surface === "open") sendScriptless(request, response);
      correctAnswer(surface, request, response);
      handle(request, response);
    };
    if (surface === "open") deliver(request, response, pages, draw);
    else draw();
  });
  server.keepAliveTimeout = 65_000;
  server.on("upgrade", (_request, socket) => socket.destroy());
  server.listen(port, hostname);

  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
      server.close(() => process.exit(0));
      server.closeIdleConnections();
      setTimeout(() => process.exit(0), 5000).unref();
    });
  }
}
