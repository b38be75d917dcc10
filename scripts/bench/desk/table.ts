import type { Measured } from "./measure";

/** What a page may take at the server, at p95, whatever the size. */
export const MOST = 250;

const ms = (value: number) => value.toFixed(value < 100 ? 1 : 0).padStart(7);

/** A line a page: its spread at each size, how it grew from the first to the last, and whether the bound holds everywhere. */
export function table(done: readonly Measured[]): { lines: string[]; missed: number } {
  const [first] = done;
  const last = done.at(-1);
  if (!first || !last) return { lines: [], missed: 0 };
  const lines = done.map(
    ({ size, waiting, acts }) => `${size} people: ${waiting} reports waiting, ${acts} acts on the trail`,
  );
  const heads = done.map(({ size }) => `p50/p95 at ${size}`.padStart(20)).join("");
  lines.push("", `${"milliseconds at the server".padEnd(44)}${heads}   grew   × empty      KB`);
  let missed = 0;
  for (const { what } of [first.empty, ...last.visited]) {
    const found = done.map((one) =>
      what === one.empty.what ? one.empty : one.visited.find((page) => page.what === what),
    );
    const [small, large] = [found[0], found.at(-1)];
    if (!small || !large) continue;
    const worst = Math.max(...found.map((one) => one?.p95 ?? 0));
    if (worst > MOST) missed++;
    const spreads = found
      .map((one) => (one ? `${ms(one.p50)} /${ms(one.p95)}`.padStart(20) : "".padStart(20)))
      .join("");
    const grew = (large.p50 / small.p50).toFixed(2).padStart(6);
    const beside = (large.p50 / last.empty.p50).toFixed(1).padStart(8);
    const kilobytes = (large.bytes / 1024).toFixed(0).padStart(7);
    lines.push(
      `${what.padEnd(44)}${spreads} ${grew} ${beside}  ${kilobytes}  ${worst > MOST ? "FAIL" : "PASS"}`,
    );
  }
  lines.push("", missed === 0 ? `Every page within ${MOST} ms.` : `${missed} pages above ${MOST} ms.`);
  return { lines, missed };
}
