import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorFor } from "@/lib/auth/sign-in";
import { wallClock } from "@/lib/core/clock";
import { ROOT } from "../bootstrap/install.mjs";
import { withDesk } from "../cli/with-desk";
import { asLogin } from "../database/roles";
import { freePort } from "../postgres/place";
import { build, distDir } from "../up/build";
import { close, makeReception, type Reception, receive } from "./family/installation";
import { Canaries, searchFiles } from "./seizure/canaries";
import { halfFamily, wholeFamily } from "./seizure/families";
import { judgeDatabase } from "./seizure/judge";
import { workOn } from "./seizure/staff";

// npm run proof:seizure [-- REPORTS]: families fill every box with words nobody else would write, staff answer and make cases; then
// everything on disk is searched, every value is tried with every key on disk, and one number is taken from a family.
const [reports = 200] = process.argv.slice(2).map(Number);
if (!Number.isSafeInteger(reports) || reports < 4) {
  console.error("npm run proof:seizure [-- REPORTS]");
  process.exit(1);
}
const wrong: string[] = [];

await build();
const dataDir = mkdtempSync(join(tmpdir(), "vip-"));
chmodSync(dataDir, 0o711);
// What any of them leaves in a temporary folder is searched too.
process.env.TMPDIR = join(dataDir, "temp");
mkdirSync(process.env.TMPDIR, { mode: 0o777 });
const roots = [dataDir, join(ROOT, distDir())];
const canaries = new Canaries();
try {
  await makeReception(dataDir);
  const [first] = JSON.parse(readFileSync(join(dataDir, "demo-accounts.json"), "utf8"));
  // A passphrase and the offline key are what the seized machine does not hold.
  for (const name of ["demo-accounts.json", "demo-recovery.txt"])
    rmSync(join(dataDir, name), { force: true });
  const here = await receive(dataDir, await freePort());
  const codes: string[] = [];
  try {
    await fill(here, codes);
    await withDesk(dataDir, async () => {
      const staff = await actorFor(first.username, first.password, wallClock);
      const cases = codes.slice(0, Math.ceil(reports / 8));
      await workOn(staff, cases, canaries);
      console.log(
        `${codes.length} reports, ${cases.length} of them cases by now; ${canaries.told.size} words nobody else would write`,
      );
      await search("running");
      wrong.push(
        ...(await judgeDatabase(here.database.addresses, secretFiles(), staff.keys, codes[0] ?? "")),
      );
    });
  } finally {
    await close(here);
  }
  await search("switched off");
  await proveSearch(here);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
for (const one of wrong.slice(0, 20)) console.log(one);
console.log(wrong.length === 0 ? "A seized machine gives no family away." : `BROKEN: ${wrong.length}`);
process.exit(wrong.length === 0 ? 0 : 2);

/** Every family fills every box and comes back; one more in ten stops half way. */
async function fill({ address }: Reception, codes: string[]): Promise<void> {
  const turns = Array.from({ length: reports }, (_, n) => n);
  const family = async () => {
    for (let n = turns.shift(); n !== undefined; n = turns.shift()) {
      codes.push(await wholeFamily(address, canaries));
      if (n % 10 === 0) await halfFamily(address, canaries);
    }
  };
  await Promise.all([family(), family(), family(), family()]);
}

async function search(when: string): Promise<void> {
  const { files, bytes, found } = await searchFiles(roots, canaries);
  console.log(`${when}: ${files} files, ${(bytes / 2 ** 20).toFixed(0)} MiB searched, ${found.length} found`);
  wrong.push(...found.map((one) => `${when}: ${one}`));
}

function secretFiles(): string[] {
  const folder = join(dataDir, "secrets");
  return [...readdirSync(folder).map((name) => join(folder, name)), join(ROOT, ".build", "actions-key")];
}

/** A search that found nothing must be able to find: one word is written where none should ever stand. */
async function proveSearch({ database }: Reception): Promise<void> {
  await withDesk(dataDir, () =>
    asLogin(database.addresses.owner, (owner) =>
      owner.query("UPDATE registry.terms SET label_es = $1 WHERE list = 'entity'", [canaries.of("planted")]),
    ),
  );
  const { found } = await searchFiles([dataDir], canaries);
  if (!found.some((one) => one.endsWith("planted"))) wrong.push("the search does not find what is there");
}
