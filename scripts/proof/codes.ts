import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { wallClock } from "@/lib/core/clock";
import { confirmRevocation, proposeRevocation } from "@/lib/vetting/contacts/codes/commands";
import { withDesk } from "../cli/with-desk";
import { freePort } from "../postgres/place";
import { build } from "../up/build";
import { doorOf, told, wrongCode } from "./codes/answers";
import { close, makeReception, receive } from "./family/installation";
import { Phone } from "./family/phone";
import { caseOf, staffOf } from "./family/staff";
import { hurried, register, typeCode } from "./family/walk";

// npm run proof:codes [-- TRIES [AT_ONCE]]: numbers that were never given are typed by many at once, near misses among them, while the
// owner of one comes back again and again. None opens, all are answered as a revoked one is, and the owner gets in.
const [tries = 10_000, atOnce = 64] = process.argv.slice(2).map(Number);
if (![tries, atOnce].every((n) => Number.isSafeInteger(n) && n > 0)) {
  console.error("npm run proof:codes [-- TRIES [AT_ONCE]]");
  process.exit(1);
}
const EVERY = 5000;
const wrong: string[] = [];

await build();
const dataDir = mkdtempSync(join(tmpdir(), "vip-"));
chmodSync(dataDir, 0o711);
try {
  await makeReception(dataDir);
  const here = await receive(dataDir, await freePort());
  try {
    await attack(here.address);
  } finally {
    await close(here);
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
for (const one of wrong.slice(0, 20)) console.log(one);
console.log(wrong.length === 0 ? "No number was found, and nobody was kept out." : `BROKEN: ${wrong.length}`);
process.exit(wrong.length === 0 ? 0 : 2);

async function attack(address: string): Promise<void> {
  const newOne = async (name: string) => {
    const phone = new Phone(address);
    const { code } = await register(phone, hurried(name, "Prueba"));
    phone.close();
    return code;
  };
  const [own, revoked] = [await newOne("Dueña"), await newOne("Revocada")];
  await revoke(revoked);
  const as = told(await (await doorOf(address))(revoked), revoked);

  const left = Array.from({ length: tries }, (_, n) => n);
  const latencies: number[] = [];
  const answers = new Map<string, number>();
  let isOver = false;
  const guess = async () => {
    const type = await doorOf(address);
    for (let turn = left.pop(); turn !== undefined; turn = left.pop()) {
      const code = wrongCode(turn, own);
      const answer = await type(code);
      latencies.push(answer.milliseconds);
      const said = told(answer, code);
      answers.set(said, (answers.get(said) ?? 0) + 1);
      if (/class="stage"/.test(answer.html)) wrong.push("a number that was never given opens a report");
    }
  };
  const entries: number[] = [];
  const owner = async () => {
    while (!isOver) {
      const begun = performance.now();
      const phone = new Phone(address);
      const page = await phone.shown(await typeCode(phone, own));
      if (!/class="stage"/.test(page.html)) wrong.push("the owner did not get in");
      entries.push(performance.now() - begun);
      phone.close();
      await sleep(EVERY);
    }
  };
  const begun = performance.now();
  const coming = owner();
  await Promise.all(Array.from({ length: atOnce }, guess));
  isOver = true;
  await coming;
  const seconds = (performance.now() - begun) / 1000;
  for (const [said, times] of answers)
    if (said !== as) wrong.push(`${times} answers differ from that to a revoked number:\n  ${said}\n  ${as}`);
  const rate = (tries / seconds).toFixed(1);
  console.log(
    `${tries} wrong numbers by ${atOnce} at once in ${seconds.toFixed(0)} s (${rate} a second), ${answers.size} kind of answer`,
  );
  console.log(
    `an answer: ${spread(latencies)}; the owner, typing and reading, ${entries.length} times: ${spread(entries)}`,
  );
}

async function revoke(code: string): Promise<void> {
  await withDesk(dataDir, async () => {
    const [first, second] = [await staffOf(dataDir, "carmen"), await staffOf(dataDir, "carlos")];
    const { caseId, reportId } = await caseOf(first, code, (where) => where);
    const id = await proposeRevocation(
      first,
      caseId,
      { reportId, why: "Le quitaron el teléfono." },
      wallClock,
    );
    await confirmRevocation(second, caseId, id, wallClock);
  });
}

function spread(milliseconds: number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) => ((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) / 1000).toFixed(1);
  return `p50 ${at(0.5)} s, p95 ${at(0.95)} s, most ${at(1)} s`;
}
