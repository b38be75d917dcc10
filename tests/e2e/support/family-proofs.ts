import { readdirSync } from "node:fs";
import { join } from "node:path";
import { withDesk } from "../../../scripts/cli/with-desk";
import { openDatabase } from "../../../scripts/postgres/use";
import { doorOf, told, wrongCode } from "../../../scripts/proof/codes/answers";
import { Phone } from "../../../scripts/proof/family/phone";
import { staffOf } from "../../../scripts/proof/family/staff";
import { hurried, register } from "../../../scripts/proof/family/walk";
import { tryEveryBox } from "../../../scripts/proof/naughty/boxes";
import { naughtyStrings } from "../../../scripts/proof/naughty/strings";
import { Canaries, searchFiles } from "../../../scripts/proof/seizure/canaries";
import { halfFamily, wholeFamily } from "../../../scripts/proof/seizure/families";
import { judgeDatabase } from "../../../scripts/proof/seizure/judge";
import { workOn } from "../../../scripts/proof/seizure/staff";

const [, , dataDir = "", open = "", what = ""] = process.argv;

/** Two families who fill every box, one who stops half way, and what the disk and the database say of them. */
async function seizure() {
  const canaries = new Canaries();
  const codes = [await wholeFamily(open, canaries), await wholeFamily(open, canaries)];
  await halfFamily(open, canaries);
  const database = await openDatabase(dataDir);
  try {
    return await withDesk(dataDir, async () => {
      const vera = await staffOf(dataDir, "vera");
      await workOn(vera, codes.slice(0, 1), canaries);
      const folder = join(dataDir, "secrets");
      const secrets = readdirSync(folder).map((name) => join(folder, name));
      const wrong = await judgeDatabase(database.addresses, secrets, vera.keys, codes[0] ?? "");
      const { files, found } = await searchFiles([dataDir], canaries);
      return { files, words: canaries.told.size, wrong: [...wrong, ...found] };
    });
  } finally {
    await database.close();
  }
}

/** One in thirty of the naughty strings, and a few generated, in every box. */
async function naughty() {
  const { boxes, posts, wrong } = await tryEveryBox(
    () => new Phone(open),
    naughtyStrings(4, 1 / 60, 7),
    () => "Prueba",
  );
  return { boxes: boxes.size, posts, wrong };
}

/** Wrong numbers, near misses among them, and what is answered to each. */
async function codes() {
  const phone = new Phone(open);
  const { code } = await register(phone, hurried("Dueña", "Prueba"));
  phone.close();
  const type = await doorOf(open);
  const answers = new Set<string>();
  for (let turn = 0; turn < 40; turn++) {
    const wrong = wrongCode(turn, code);
    answers.add(told(await type(wrong), wrong));
  }
  const own = await type(code);
  return { answers: answers.size, opens: /class="stage"/.test(own.html) };
}

const answer = what === "seizure" ? await seizure() : what === "naughty" ? await naughty() : await codes();
console.log(JSON.stringify(answer));
