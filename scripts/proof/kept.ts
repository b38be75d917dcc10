import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { publicRegistry } from "../bench/public/registry";
import { asLogin } from "../database/roles";
import { type Fronted, findNginx, serveBehindNginx } from "../nginx/run";
import { freePort } from "../postgres/place";
import { build } from "../up/build";
import { almostPublished, balanceAddresses } from "./kept/balance";

/**
 * `npm run proof:kept`: what is named, what is taken down and a balance show everywhere within a minute, with every cache there is in
 * its worst moment: the application's own, in each of its workers, and nginx's before it. What was taken down is then in no file of nginx's, and
 * while the application is away numbers go on being shown and names do not.
 */
const PROMISED_S = 60;
const wrong: string[] = [];
const nginx = findNginx();
if (!nginx) throw new Error("nginx is not installed (Debian: apt install nginx)");
const home = mkdtempSync(join(tmpdir(), "vigilia-kept-"));
const directory = join(home, "nginx");

const say = (what: string, holds: boolean) => {
  console.log(`${holds ? "PASS" : "FAIL"}  ${what}`);
  if (!holds) wrong.push(what);
};

await build();
const registry = await publicRegistry(join(home, "data"), 1_000, true);
const port = await freePort();
let open = await registry.open(port, { VIGILIA_WORKERS: "2" });
const [tls, plain] = [await freePort(), await freePort()];
const front = await serveBehindNginx(nginx, {
  directory,
  tls,
  plain,
  open: port,
  desk: port,
  unlimited: true,
});
try {
  const person = await asLogin(registry.addresses.owner, async (client) => {
    // One of those who have a page and no case: nothing else brings such a page back or takes it away.
    const { rows } = await client.query(
      `SELECT n.* FROM publication.named_cases n WHERE NOT EXISTS (SELECT FROM registry.cases c WHERE c.reference = n.reference)
       ORDER BY n.sort_key LIMIT 1`,
    );
    return rows[0] as Record<string, string>;
  });
  const addresses = addressesOf(person.reference ?? "", person.name ?? "");
  const before = await showing(front, addresses, person.name ?? "");
  say(
    `a named person stands at ${before.length} of ${addresses.length} addresses`,
    before.length === addresses.length,
  );

  await warm(front, addresses);
  await asLogin(registry.addresses.owner, (client) =>
    client.query("DELETE FROM publication.named_cases WHERE reference = $1", [person.reference]),
  );
  const gone = await until(async () => (await showing(front, addresses, person.name ?? "")).length === 0);
  say(`taken down, nowhere after ${gone.toFixed(1)} s`, gone <= PROMISED_S);

  await asLogin(registry.addresses.owner, (client) =>
    client.query(
      `INSERT INTO publication.named_cases (reference, name, sort_key, content, state, entity, sex, published_at, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now(), now())`,
      ["reference", "name", "sort_key", "content", "state", "entity", "sex"].map((key) => person[key]),
    ),
  );
  const shown = await until(
    async () => (await showing(front, addresses, person.name ?? "", true)).length === addresses.length,
  );
  say(`named, everywhere after ${shown.toFixed(1)} s`, shown <= PROMISED_S);

  await asLogin(registry.addresses.owner, (client) =>
    client.query("DELETE FROM publication.named_cases WHERE reference = $1", [person.reference]),
  );
  const forgotten = await until(
    async () => filesWith(join(directory, "run"), person.name ?? "").length === 0,
    120,
  );
  say(`in no file of nginx's after ${forgotten.toFixed(0)} s, though nobody asked again`, forgotten <= 100);

  const { slug, publish } = await almostPublished(join(home, "data"));
  const numbered = balanceAddresses(slug);
  const early = await showing(front, numbered, slug);
  say(`before its second signature a balance is nowhere: ${early.join(" ")}`, early.length === 0);
  await warm(front, numbered);
  await publish();
  const everywhere = await until(
    async () => (await showing(front, numbered, slug, true)).length === numbered.length,
  );
  const still = await missing(numbered, slug);
  say(
    `a balance published, at all ${numbered.length} addresses after ${everywhere.toFixed(1)} s ${still.join(" ")}`,
    everywhere <= PROMISED_S,
  );

  await front.ask("registry", "/metodo");
  await front.ask("registry", "/casos");
  await open.stop();
  await sleep(45_000);
  const numbers = await front.ask("registry", "/metodo");
  const names = await front.ask("registry", "/casos");
  say(`the application away: the method answers ${numbers.status}`, numbers.status === 200);
  say(`the application away: names answer ${names.status}`, names.status === 502);
  open = await registry.open(port, { VIGILIA_WORKERS: "2" });
  const back = await until(async () => (await front.ask("registry", "/casos")).status === 200);
  say(`back, and names with it after ${back.toFixed(1)} s`, back <= PROMISED_S);
} finally {
  await front.stop();
  await open.stop();
  await registry.close();
  rmSync(home, { recursive: true, force: true });
}
console.log(
  wrong.length === 0 ? "What is public is nowhere older than a minute." : `BROKEN: ${wrong.length}`,
);
process.exit(wrong.length === 0 ? 0 : 1);

function addressesOf(reference: string, name: string): string[] {
  const q = encodeURIComponent(name);
  return [
    `/casos/${reference}`,
    `/en/cases/${reference}`,
    "/casos",
    "/en/cases",
    "/api/v1/cases",
    "/api/v1/cases.csv",
    `/api/v1/cases/${reference}`,
    `/api/v1/cases?q=${q}`,
  ];
}

/** Where the name is read now, through nginx or, past it, at the application itself; `both`: only where it is read both ways. */
async function showing(front: Fronted, addresses: string[], name: string, both = false): Promise<string[]> {
  const found = new Set<string>();
  for (const path of addresses) {
    const through = await front.ask("registry", path, { headers: { "Accept-Encoding": "" } });
    const itself = await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
    const ways = [through.body.toString(), itself].filter((text) => text.includes(name)).length;
    if (ways > (both ? 1 : 0)) found.add(path);
  }
  return [...found];
}

/** Where it is not read, through nginx or past it. */
async function missing(addresses: string[], text: string): Promise<string[]> {
  const there = await showing(front, addresses, text, true);
  return addresses.filter((path) => !there.includes(path));
}

/** Asks everything again and again until each cache has renewed what it keeps, so that it may keep it longest. */
async function warm(front: Fronted, addresses: string[]): Promise<void> {
  for (let time = 0; time < 33; time++) {
    for (const path of addresses) await front.ask("registry", path, { headers: { "Accept-Encoding": "" } });
    await sleep(1_000);
  }
}

async function until(done: () => Promise<boolean>, most = 90): Promise<number> {
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  while (!(await done()) && seconds() < most) await sleep(500);
  return seconds();
}

function filesWith(folder: string, name: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((one) => join(folder, String(one)))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .filter((path) => {
      try {
        return readFileSync(path).toString("utf8").includes(name);
      } catch {
        return false;
      }
    });
}
