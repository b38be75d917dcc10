import { spawn, spawnSync } from "node:child_process";

/** Many asking at once: nothing but a program of its own asks as fast as nginx answers. */
export const hasWrk = (): boolean => spawnSync("wrk", ["-v"], { stdio: "ignore" }).error === undefined;

/** Requests answered a second; throws where some were not. */
export async function load(
  url: string,
  {
    seconds = 4,
    connections = 32,
    headers = {},
  }: { seconds?: number; connections?: number; headers?: Record<string, string> } = {},
): Promise<number> {
  const asked = Object.entries({ "Accept-Encoding": "gzip", ...headers }).flatMap(([name, value]) => [
    "-H",
    `${name}: ${value}`,
  ]);
  const args = ["-t", "1", "-c", String(connections), "-d", `${seconds}s`, ...asked, url];
  const said = await new Promise<string>((done, fail) => {
    const child = spawn("wrk", args, { stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
    child.once("error", fail);
    child.once("close", () => done(text));
  });
  if (/Non-2xx|Socket errors: (?!connect 0, read 0, write 0, timeout 0)/.test(said))
    throw new Error(`${url}\n${said}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1] ?? 0);
}

/** Two rates in turns, so that what else the machine does falls on both: the sums of each. */
export async function inTurns(
  rounds: number,
  one: () => Promise<number>,
  other: () => Promise<number>,
): Promise<[number, number]> {
  let [first, second] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    first += await one();
    second += await other();
  }
  return [first / rounds, second / rounds];
}
