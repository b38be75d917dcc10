import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../bootstrap/install.mjs";
import { freePort } from "../postgres/place";
import { build, distDir } from "../up/build";
import { close, makeReception, receive } from "./family/installation";
import { type Page, Phone } from "./family/phone";
import { answersTo, hurried, isSent, START, wayOn } from "./family/walk";

// npm run proof:deploy: families stand at every page of the shortest registration while everything is built anew from nothing and
// served again; each then posts the form it has had open, and goes on to the end.
process.env.VIGILIA_DIST = ".next-deploy";
const config = join(ROOT, "tsconfig.json");
const before = readFileSync(config, "utf8");
const dataDir = mkdtempSync(join(tmpdir(), "vip-"));
chmodSync(dataDir, 0o711);
const wrong: string[] = [];
const clean = async () => {
  rmSync(join(ROOT, distDir()), { recursive: true, force: true });
  const begun = performance.now();
  await build();
  console.log(`built from nothing in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
};

try {
  await clean();
  await makeReception(dataDir);
  const port = await freePort();
  const first = await receive(dataDir, port);
  const standing: { phone: Phone; page: Page }[] = [];
  try {
    for (let steps = 0; ; steps++) {
      const phone = new Phone(first.address, steps % 2 === 0);
      const page = await goOn(phone, await phone.open(START), steps);
      if (isSent(page)) break;
      standing.push({ phone, page });
    }
  } finally {
    await close(first);
  }
  await clean();
  const second = await receive(dataDir, port);
  try {
    for (const { phone, page } of standing) {
      const end = await goOn(phone, page, 20).catch((error) => error as Error);
      const well = !(end instanceof Error) && isSent(end);
      console.log(`opened at ${page.path} before, ${well ? "accepted and sent" : "NOT ACCEPTED"}`);
      if (!well) wrong.push(`${page.path}: ${end instanceof Error ? end.message : end.status}`);
      phone.close();
    }
  } finally {
    await close(second);
  }
} finally {
  writeFileSync(config, before);
  for (const gone of [dataDir, join(ROOT, distDir())]) rmSync(gone, { recursive: true, force: true });
}
for (const one of wrong) console.log(one);
console.log(wrong.length === 0 ? "A deploy loses no open form." : `BROKEN: ${wrong.length}`);
process.exit(wrong.length === 0 ? 0 : 2);

/** So many posts further, or to the end. */
async function goOn(phone: Phone, from: Page, posts: number): Promise<Page> {
  let page = from;
  for (let n = 0; n < posts && !isSent(page); n++) {
    const { form, button } = wayOn(page);
    const answer = await phone.post(page, form, answersTo(form, hurried("Antes", "Del Cambio")), button);
    page = await phone.shown(answer);
    if (page.status !== 200) throw new Error(`${page.path} answers ${page.status}`);
  }
  return page;
}
