import { spawn } from "node:child_process";
import { buffer } from "node:stream/consumers";

const MOST_PAGES = 50;
/** A page that takes longer is made to take long. */
const PAGE_SECONDS = 12;

/** The pages of a PDF as JPEG pictures, drawn one at a time by poppler, which is given the file and nothing else. */
export async function* pagesOfPdf(file) {
  for (let page = 1; page <= MOST_PAGES; page++) {
    const picture = await drawPage(file, page);
    if (!picture) {
      if (page === 1) throw new Error("no page could be drawn");
      return;
    }
    yield picture;
  }
}

async function drawPage(file, page) {
  const which = ["-f", `${page}`, "-l", `${page}`, "-singlefile"];
  const how = ["-scale-to", "1800", "-jpeg", "-jpegopt", "quality=80"];
  const poppler = spawn("pdftoppm", [...which, ...how, "-"], {
    env: { PATH: process.env.PATH },
    stdio: ["pipe", "pipe", "ignore"],
    timeout: PAGE_SECONDS * 1000,
    killSignal: "SIGKILL",
  });
  const ended = new Promise((resolve) => poppler.once("close", (_code, signal) => resolve(signal)));
  const started = new Promise((resolve, reject) => {
    poppler.once("spawn", resolve);
    poppler.once("error", reject);
  });
  await started;
  // A reader that has seen enough closes its end: not a fault.
  poppler.stdin.on("error", () => {});
  poppler.stdin.end(file);
  const picture = await buffer(poppler.stdout);
  if (await ended) throw Object.assign(new Error("a page took too long"), { code: "ETIME" });
  return picture.length > 0 ? picture : null;
}
