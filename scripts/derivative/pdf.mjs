import { spawn } from "node:child_process";
import { buffer } from "node:stream/consumers";

const MOST_PAGES = 50;

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
  });
  const started = new Promise((resolve, reject) => {
    poppler.once("spawn", resolve);
    poppler.once("error", reject);
  });
  await started;
  // A reader that has seen enough closes its end: not a fault.
  poppler.stdin.on("error", () => {});
  poppler.stdin.end(file);
  const picture = await buffer(poppler.stdout);
  return picture.length > 0 ? picture : null;
}
