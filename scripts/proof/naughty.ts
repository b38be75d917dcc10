import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../postgres/place";
import { build } from "../up/build";
import { close, makeReception, receive } from "./family/installation";
import { Phone } from "./family/phone";
import { tryEveryBox } from "./naughty/boxes";
import { naughtyStrings } from "./naughty/strings";

// npm run proof:naughty [-- GENERATED [SHARE [SEED]]]: every box of the family's pages is given the Big List of Naughty Strings, generated
// Unicode, halves of characters and a megabyte. No page breaks, and what was typed stands in it again.
const [generated = 200, share = 1, seed = 1] = process.argv.slice(2).map(Number);
await build();
const dataDir = mkdtempSync(join(tmpdir(), "vip-"));
chmodSync(dataDir, 0o711);
let broken = 1;
try {
  await makeReception(dataDir);
  const here = await receive(dataDir, await freePort());
  try {
    const strings = naughtyStrings(generated, share, seed);
    const { posts, boxes, wrong } = await tryEveryBox(
      () => new Phone(here.address),
      strings,
      () => "Prueba",
    );
    console.log(
      `${strings.length} strings in ${boxes.size} boxes, ${posts} answers: ${[...boxes].join(", ")}`,
    );
    for (const one of wrong.slice(0, 20)) console.log(one);
    broken = wrong.length;
  } finally {
    await close(here);
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
console.log(broken === 0 ? "Nothing breaks, and everything typed is kept." : `BROKEN: ${broken}`);
process.exit(broken === 0 ? 0 : 2);
